import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// The grant that a command is about; its number names its fund.
struct GrantArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le numéro de la subvention.", en: "The grant's number.", value: ("numéro", "id")))
    var grant: String

    /// Refuses: E-REF codes.
    func id() throws -> GrantID { try GrantID(parsing: grant) }
}

/// `--date D` and `--document FILE`, of every step.
struct GrantStepOptions: ParsableArguments {
    @Option(help: .init(fr: "La date de l'étape; sinon aujourd'hui.", en: "The date of the step; else today.", value: ("date", "date")))
    var date: String?

    @Option(
        name: .customLong("document"),
        help: .init(
            fr: "Un fichier à l'appui : son empreinte est inscrite, le fichier gardé à côté du livre.",
            en: "A file in support: its hash is recorded, the file kept beside the book.", value: ("fichier", "file")))
    var documents: [String] = []

    /// Refuses: E-REF codes.
    func day(_ call: Invocation) throws -> CalendarDate { try CalendarDate(iso: date ?? call.edge.clock.today()) }
}

/// `YEAR:AMOUNT[@ENVELOPE]`, `DATE:AMOUNT[:KIND]`, `PARTY:AMOUNT`: the lines that people type of an agreement.
enum GrantLines {
    /// Refuses: E-CLI-007.
    static func plan(_ typed: [String]) throws -> [GrantPlanLine] {
        try typed.map { text in
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            let money = parts.last?.split(separator: "@", maxSplits: 1).map(String.init) ?? []
            guard parts.count == 2, let year = try? FiscalYear(parsing: parts[0]), let first = money.first,
                let amount = try? AmountText.parse(first)
            else { throw invalid(text, "--plan", "2026-2027:40000@FORM-06") }
            return GrantPlanLine(year: year, amount: amount.value, envelope: money.count == 2 ? money[1] : nil)
        }.sorted { $0.year < $1.year }
    }

    /// Refuses: E-CLI-007.
    static func instalments(_ typed: [String]) throws -> [GrantInstalment] {
        try typed.map { text in
            let parts = text.split(separator: ":").map(String.init)
            let kind = parts.count == 3 ? GrantInstalment.Kind(rawValue: parts[2]) : .claim
            guard (2...3).contains(parts.count), let date = try? CalendarDate(iso: parts[0]), let kind,
                let amount = try? AmountText.parse(parts[1])
            else { throw invalid(text, "--instalment", "2026-06-15:20000:advance (advance, claim, final)") }
            return GrantInstalment(date: date, amount: amount.value, kind: kind)
        }.sorted { $0.date < $1.date }
    }

    /// Refuses: E-CLI-007.
    static func contributions(_ typed: [String]) throws -> [GrantContribution] {
        try typed.map { text in
            guard let colon = text.lastIndex(of: ":"), let amount = try? AmountText.parse(String(text[text.index(after: colon)...]))
            else { throw invalid(text, "--contribution", "Employeur:10000") }
            return GrantContribution(party: String(text[..<colon]), amount: amount.value)
        }
    }

    /// Instalments summed by fiscal year, on the envelopes of the plan of a grant; its years of zero stay: what is accepted or
    /// accrued there needs their envelopes.
    static func plan(of instalments: [GrantInstalment], like state: GrantState) throws -> [GrantPlanLine] {
        var sums: [FiscalYear: Cents] = [:]
        for (start, line) in state.lines where line.planned == 0 {
            let year = try FiscalYear(startYear: start)
            sums[year] = .zero
        }
        for instalment in instalments {
            let year = try FiscalYear(of: instalment.date)
            sums[year] = try (sums[year] ?? .zero).adding(Cents(instalment.amount))
        }
        return sums.sorted { $0.key < $1.key }.map {
            GrantPlanLine(year: $0.key, amount: $0.value.value, envelope: state.lines[$0.key.startYear]?.envelope)
        }
    }

    static func invalid(_ value: String, _ option: String, _ example: String) -> CommandLineError {
        CommandLineError(.invalidValue, ["value": value, "option": option, "choices": example])
    }
}
