import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl entry list`.
struct EntryList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les dernières écritures, par date", en: "Shows the last entries, by date"),
        examples: [
            .init("fundctl entry list --fund FNF"),
            .init(
                "fundctl entry list --fund FNF --account 1000 --from 2026-05-01 --to 2026-05-31",
                Message(fr: "celles de mai qui touchent l'encaisse", en: "those of May that touch cash")),
            .init("fundctl entry list --ref CONV-9"),
        ],
        details: [
            Message(
                fr: "Sans --fund, celles des deux fonds. Au plus --limit écritures, les dernières : le reste est compté à part.",
                en: "Without --fund, those of both funds. At most --limit entries, the last ones; that there are more is said.")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Le fonds : FNF ou FDMT; sinon les deux.", en: "The fund: FNF or FDMT; else both.", value: ("fonds", "fund")))
    var fund: String?

    @Option(help: .init(fr: "Celles qui touchent ce compte.", en: "Those that touch this account.", value: ("compte", "account")))
    var account: String?

    @Option(help: .init(fr: "À partir de cette date.", en: "From this date on.", value: ("date", "date")))
    var from: String?

    @Option(help: .init(fr: "Jusqu'à cette date.", en: "Up to this date.", value: ("date", "date")))
    var to: String?

    @Option(help: .init(fr: "Celles de cette référence, exactement.", en: "Those of this reference, exactly.", value: ("réf", "ref")))
    var ref: String?

    @Option(help: .init(fr: "Au plus tant d'écritures.", en: "At most so many entries.", value: ("nombre", "number")))
    var limit: Int = 50

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        guard (1...1_000_000).contains(limit) else {
            throw CommandLineError(
                .invalidValue, ["value": String(limit), "option": "--limit", "choices": "1–1000000"])
        }
        let funds = try fund.map { [try FundCode(parsing: $0)] } ?? FundCode.allCases
        let filter = EntryFilter(
            account: account, from: try from.map { try CalendarDate(iso: $0) }, to: try to.map { try CalendarDate(iso: $0) },
            reference: ref, limit: limit + 1)
        let found = try call.openBookToRead().read { try entries(filter, funds, $0) }
        let shown = Array(found.suffix(limit))
        return result(shown, isCut: found.count > limit)
    }

    /// Of both funds by date, then id. An account need only be known to one of them.
    private func entries(_ filter: EntryFilter, _ funds: [FundCode], _ reading: BookReading) throws -> [RecordedEntry] {
        var all: [RecordedEntry] = []
        var unknown: (any Error)?
        var hasAccount = false
        for fund in funds {
            do {
                all += try FundReader(reading.register(fund.rawValue)).entries(filter)
                hasAccount = true
            } catch let error as LedgerError where error.code == .accountUnknown {
                unknown = error
            }
        }
        if let unknown, !hasAccount { throw unknown }
        return all.sorted { ($0.entry.date, $0.entry.id) < ($1.entry.date, $1.entry.id) }
    }

    private func result(_ rows: [RecordedEntry], isCut: Bool) -> CommandResult {
        let none = Message(fr: "Aucune écriture.", en: "No entry.")
        let more = Message(
            fr: "Il y en a d'autres, plus anciennes : --limit, --from et --to les font voir.",
            en: "There are more, older ones: --limit, --from and --to show them.")
        return CommandResult(
            json: ["entries": .array(rows.map(json)), "has_more": .bool(isCut)],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(table(rows))],
            csv: CSVTable(
                columns: ["id", "fund", "date", "period", "reference", "memo", "amount", "reverses", "reversed_by", "state"],
                rows: rows.map(csv)),
            notes: isCut ? [more] : [])
    }

    /// The sum of an entry's debits, financial and budgetary; cents.
    private func amount(_ row: RecordedEntry) -> Int64 {
        row.entry.postings.reduce(0) { $0 &+ max($1.amount.value, 0) }
    }

    private func state(_ row: RecordedEntry) -> String {
        row.annulled != nil ? "annulled" : row.reversedBy != nil ? "reversed" : "posted"
    }

    private func remark(_ row: RecordedEntry) -> Message {
        if row.annulled != nil { return Message(fr: "annulée", en: "annulled") }
        if let by = row.reversedBy { return Message(fr: "contrepassée par \(by.text)", en: "reversed by \(by.text)") }
        if let reversed = row.entry.reverses {
            return Message(fr: "contrepasse \(reversed.text)", en: "reverses \(reversed.text)")
        }
        return .verbatim("")
    }

    private func table(_ rows: [RecordedEntry]) -> TextTable {
        TextTable(
            [
                .left(LedgerTexts.entry), .left(LedgerTexts.date), .left(LedgerTexts.reference),
                .left(LedgerTexts.memo, flexible: true), .right(LedgerTexts.amount),
                .left(Message(fr: "Remarque", en: "Remark")),
            ],
            rows: rows.map { row in
                [
                    .text(row.entry.id.text), .text(row.entry.date.iso), .text(row.entry.reference),
                    .text(row.entry.memo), .amount(amount(row)), .message(remark(row)),
                ]
            })
    }

    private func json(_ row: RecordedEntry) -> JSONValue {
        [
            "id": .string(row.entry.id.text), "fund": .string(row.entry.id.fund.shown),
            "date": .string(row.entry.date.iso), "period": .string(row.entry.period.text),
            "reference": .string(row.entry.reference), "memo": .string(row.entry.memo),
            "amount": .amount(cents: amount(row)), "reverses": .optional(row.entry.reverses?.text),
            "reversed_by": .optional(row.reversedBy?.text), "state": .string(state(row)),
        ]
    }

    private func csv(_ row: RecordedEntry) -> [String] {
        [
            row.entry.id.text, row.entry.id.fund.shown, row.entry.date.iso, row.entry.period.text, row.entry.reference,
            row.entry.memo, MoneyFormat.plain(cents: amount(row)), row.entry.reverses?.text ?? "",
            row.reversedBy?.text ?? "", state(row),
        ]
    }
}
