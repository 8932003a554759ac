import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl period list --fund F`.
struct PeriodList: FundctlCommand {
    static let help = CommandHelp(
        "list",
        summary: Message(fr: "Montre les exercices ouverts d'un fonds et leurs périodes", en: "Shows the open years of a fund and their periods"),
        examples: [.init("fundctl period list --fund FNF")],
        details: [
            Message(
                fr: "P01 est avril, P12 est mars. P13 reçoit les écritures de fin d'exercice, quand on la nomme.",
                en: "P01 is April, P12 is March. P13 takes the entries of the year's end, when it is named.")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let years = try call.openBookToRead().read { try FundReader($0.register(fund.rawValue)).years() }
        let none = Message(
            fr: "Aucun exercice n'est ouvert dans le fonds \(fund.shown).", en: "No fiscal year is open in the fund \(fund.shown).")
        return CommandResult(
            json: ["fund": .string(fund.shown), "years": .array(years.map(json))],
            text: years.isEmpty ? [.paragraph(none)] : years.flatMap(text),
            csv: CSVTable(
                columns: ["period", "year", "first_day", "last_day", "state", "budget"],
                rows: years.flatMap { year in
                    year.year.periods.map {
                        [
                            $0.text, year.year.text, $0.days.lowerBound.iso, $0.days.upperBound.iso, "open",
                            year.budget.rawValue,
                        ]
                    }
                }),
            next: years.isEmpty
                ? [
                    .init(
                        command: "fundctl year open 2026-2027 --fund \(fund.shown)",
                        purpose: Message(fr: "ouvre un exercice", en: "opens a year"))
                ] : [])
    }

    private func json(_ row: FundReader.YearRow) -> JSONValue {
        let periods = row.year.periods.map { period -> JSONValue in
            [
                "period": .string(period.text), "first_day": .string(period.days.lowerBound.iso),
                "last_day": .string(period.days.upperBound.iso), "state": "open",
            ]
        }
        return [
            "year": .string(row.year.text), "budget": .string(row.budget.rawValue), "entries": .integer(row.entries),
            "periods": .array(periods),
        ]
    }

    private func text(_ row: FundReader.YearRow) -> [TextBlock] {
        let title = Message(
            fr: "Exercice \(row.year.text), \(LedgerTexts.budget(row.budget)) : \(row.entries, "écriture", "écritures")",
            en: "Fiscal year \(row.year.text), \(LedgerTexts.budget(row.budget)): \(row.entries, "entry", "entries")")
        let table = TextTable(
            [
                .left(LedgerTexts.period), .left(Message(fr: "Du", en: "From")), .left(Message(fr: "Au", en: "To")),
                .left(LedgerTexts.state),
            ],
            rows: row.year.periods.map { period in
                [
                    .text(period.text), .text(period.days.lowerBound.iso), .text(period.days.upperBound.iso),
                    .message(Message(fr: "ouverte", en: "open")),
                ]
            })
        return [.title(title), .table(table)]
    }
}
