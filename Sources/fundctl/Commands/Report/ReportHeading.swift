import AuditTrail
import FundLedger
import ReferenceData

/// What a report says of itself: of which fund, from which book, and how far the register reached. No clock: the same
/// register gives the same report on any day.
struct ReportHeading {
    let fund: FundCode
    /// How many records of the register it saw.
    let sequence: Int64
    /// When the last batch that it saw was sealed.
    let sealed: String
    /// The book's name.
    let origin: String
    /// The rule sets without legal force that ruled on its days.
    let illustrative: [RuleSet]
    /// The fiscal year that it is about, where the fund has not opened it.
    let unopened: FiscalYear?

    /// About one fiscal year, or all without any.
    init(_ reader: FundReader, year: FiscalYear?) throws {
        try self.init(reader, days: year.map { $0.firstDay...$0.lastDay }, year: year)
    }

    /// `days`: those that the report is about; without any, the day of the last seal. `year`: that to which they belong.
    init(_ reader: FundReader, days: ClosedRange<CalendarDate>? = nil, year: FiscalYear? = nil) throws {
        let register = reader.session.register
        fund = reader.fund
        sequence = register.size
        sealed = register.time
        origin = register.origin
        let opened = try reader.years().map(\.year)
        unopened = year.flatMap { opened.contains($0) ? nil : $0 }
        let day = try Self.day(of: register.time)
        let days = days ?? day...day
        illustrative = try Transfers(reader.session).ruleSets().filter { adopted in
            adopted.set.status == .illustrative && adopted.from <= days.upperBound
                && adopted.until.map { $0 >= days.lowerBound } ?? true
        }.map(\.set)
    }

    /// The day of the last seal: what a report counts from where nobody names a day. Refuses: E-REF codes.
    func day() throws -> CalendarDate { try Self.day(of: sealed) }

    private static func day(of time: String) throws -> CalendarDate { try CalendarDate(iso: String(time.prefix(10))) }

    /// At the head of a page.
    var facts: [(label: Message, value: Cell)] {
        [
            (LedgerTexts.fund, .message(Message(fr: "\(RegisterWords.name(fund.rawValue)) (\(fund.shown))", en: "\(RegisterWords.name(fund.rawValue)) (\(fund.shown))"))),
            (Message(fr: "Livre", en: "Book"), .text(origin)),
            (
                Message(fr: "Registre vu", en: "Register seen"),
                .message(
                    Message(
                        fr: "jusqu'à l'enregistrement \(number: sequence), scellé le \(when)",
                        en: "up to record \(number: sequence), sealed on \(when)"))
            ),
        ]
    }

    /// `2026-05-01 14:30:00 UTC`.
    private var when: String {
        sealed.replacing("T", with: " ").replacing("Z", with: " UTC")
    }

    /// Said where the year is not open: nothing is in it, and nothing can be.
    var notOpen: Message? {
        unopened.map {
            Message(
                fr: "L'exercice \($0.text) n'est pas ouvert dans le fonds \(fund.shown).",
                en: "The fiscal year \($0.text) is not open in the fund \(fund.shown).")
        }
    }

    /// Where rules without force had a part in it.
    var mark: Message? {
        guard !illustrative.isEmpty else { return nil }
        let names = illustrative.map(\.identity.text).joined(separator: ", ")
        return Message(
            fr: "Règles de transférabilité illustratives, sans valeur juridique : \(names).",
            en: "Illustrative transfer rules, without legal force: \(names).")
    }
}

/// A report as it is shown: its name, what it says of itself, and its blocks, the same for text and page.
struct ReportPage {
    let title: Message
    let heading: ReportHeading
    /// Said at the head of the page, after the fund.
    var facts: [(label: Message, value: Cell)] = []
    let body: [TextBlock]
    /// Said at the end.
    var remarks: [Message] = []
    /// Whether the text tells of illustrative rules too: where they have a part in the figures.
    var isRuled = true

    var text: [TextBlock] {
        let mark = isRuled ? heading.mark.map { [TextBlock.mark($0)] } ?? [] : []
        let remarks = [heading.notOpen].compactMap { $0 } + self.remarks
        return [.title(title)] + body + [.lines(remarks + [LedgerTexts.seen(heading.sequence, heading.fund)])] + mark
    }

    /// `body`: other blocks than the text has, where the page has more room.
    func html(_ body: [TextBlock]? = nil) -> (Language) -> [UInt8] {
        let body = body ?? self.body
        var blocks: [TextBlock] = [.title(title), .facts(heading.facts + facts)]
        if let mark = heading.mark { blocks.append(.mark(mark)) }
        blocks += body
        let remarks = [heading.notOpen].compactMap { $0 } + self.remarks
        if !remarks.isEmpty { blocks.append(.lines(remarks)) }
        let all = blocks
        return { HTMLPage(title: title, blocks: all, language: $0).bytes }
    }
}
