import AuditTrail
import FundLedger
import ReferenceData

/// An entry as it is shown, with the names of its accounts.
struct EntryView {
    let entry: JournalEntry
    let accounts: [String: Account]
    /// What happened to it; nil for an entry just posted.
    var recorded: RecordedEntry?

    init(_ entry: JournalEntry, in session: RegisterSession) throws {
        let reader = try FundReader(session)
        self.entry = entry
        accounts = try Dictionary(
            Set(entry.postings.map(\.account)).map { ($0, try reader.account($0).account) }, uniquingKeysWith: { $1 })
    }

    init(_ recorded: RecordedEntry, in session: RegisterSession) throws {
        try self.init(recorded.entry, in: session)
        self.recorded = recorded
    }

    // MARK: Text

    var text: [TextBlock] { [.facts(facts), .table(table)] }

    private var facts: [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (LedgerTexts.entry, .text(entry.id.text)), (LedgerTexts.date, .text(entry.date.iso)),
            (LedgerTexts.period, .text(entry.period.text)), (LedgerTexts.reference, .text(entry.reference)),
            (LedgerTexts.memo, .text(entry.memo)),
        ]
        if let reversed = entry.reverses {
            facts.append((Message(fr: "Contrepasse", en: "Reverses"), .text(reversed.text)))
        }
        if let reason = entry.reason { facts.append((Message(fr: "Motif", en: "Reason"), .text(reason))) }
        if let pair = entry.pair {
            facts.append((Message(fr: "Pendant dans l'autre fonds", en: "Counterpart"), .text(pair.entry.text)))
        }
        if let source = entry.source { facts.append((Message(fr: "Source", en: "Source"), .text(source))) }
        for document in entry.documents { facts.append((Message(fr: "Document", en: "Document"), .text(document))) }
        guard let recorded else { return facts }
        if let by = recorded.reversedBy {
            facts.append((Message(fr: "Contrepassée par", en: "Reversed by"), .text(by.text)))
        }
        if let record = recorded.annulled {
            let words = Message(fr: "par l'enregistrement \(number: record)", en: "by record \(number: record)")
            facts.append((Message(fr: "Annulée", en: "Annulled"), .message(words)))
        }
        let place = Message(
            fr: "le \(recorded.recorded) par \(recorded.person), enregistrement \(number: recorded.sequence)",
            en: "on \(recorded.recorded) by \(recorded.person), record \(number: recorded.sequence)")
        facts.append((Message(fr: "Inscrite", en: "Recorded"), .message(place)))
        return facts
    }

    private var table: TextTable {
        let hasEnvelopes = entry.postings.contains { $0.envelope != nil }
        var columns: [TextTable.Column] = [.left(LedgerTexts.account), .left(LedgerTexts.name, flexible: true)]
        if hasEnvelopes { columns.append(.left(LedgerTexts.envelope)) }
        columns += [.right(LedgerTexts.debit), .right(LedgerTexts.credit)]
        let rows = entry.postings.map { posting -> [Cell] in
            var row: [Cell] = [
                .text(posting.account), accounts[posting.account].map { .message(LedgerTexts.name(of: $0)) } ?? .blank,
            ]
            if hasEnvelopes { row.append(.text(posting.envelope ?? "")) }
            let cents = posting.amount.value
            return row + (cents > 0 ? [.amount(cents), .blank] : [.blank, .amount(0 - cents)])
        }
        return TextTable(columns, rows: rows)
    }

    // MARK: Machines

    var json: JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            (name: "id", value: .string(entry.id.text)), (name: "fund", value: .string(entry.id.fund.shown)),
            (name: "date", value: .string(entry.date.iso)), (name: "period", value: .string(entry.period.text)),
            (name: "reference", value: .string(entry.reference)), (name: "memo", value: .string(entry.memo)),
            (name: "postings", value: .array(entry.postings.map(json))),
            (name: "reverses", value: .optional(entry.reverses?.text)), (name: "reason", value: .optional(entry.reason)),
            (name: "pair", value: .optional(entry.pair?.entry.text)),
            (name: "documents", value: .array(entry.documents.map(JSONValue.string))),
            (name: "source", value: .optional(entry.source)),
        ]
        if let recorded {
            members += [
                (name: "reversed_by", value: .optional(recorded.reversedBy?.text)),
                (name: "annulled", value: recorded.annulled.map(JSONValue.integer) ?? .null),
                (name: "record", value: .integer(recorded.sequence)), (name: "recorded", value: .string(recorded.recorded)),
                (name: "person", value: .string(recorded.person)),
            ]
        }
        return .object(members)
    }

    private func json(_ posting: Posting) -> JSONValue {
        let cents = posting.amount.value
        return [
            "account": .string(posting.account), "name": .optional(accounts[posting.account]?.name),
            "debit": .amount(cents: max(cents, 0)), "credit": .amount(cents: 0 - min(cents, 0)),
            "envelope": .optional(posting.envelope),
        ]
    }
}
