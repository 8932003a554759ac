import AuditTrail
import FundLedger
import ReferenceData

/// What the commands that post entries share: their writing, and how its outcome is told.
struct PostedEntries {
    let done: WriteDone<[EntryView]>

    /// Writes; the entries are those posted now, or those posted when the same was asked before.
    init(
        _ request: WriteRequest, to book: Book, _ call: Invocation, body: (BookTransaction) throws -> [JournalEntry]
    ) throws {
        done = try call.write(request, to: book) { transaction in
            try body(transaction).map { try EntryView($0, in: transaction.register($0.id.fund.rawValue)) }
        } again: { reading, receipts in
            try reading.records(JournalEntry.self, of: receipts).map { try EntryView($0.record, in: $0.session) }
        }
    }

    func result(title: Message, next: [CommandResult.NextStep]) -> CommandResult {
        let entries = done.value
        var result = CommandResult(
            json: ["id": .optional(entries.first?.entry.id.text), "entries": .array(entries.map(\.json))],
            text: [.paragraph(title)] + entries.flatMap(\.text), next: next)
        result.tell(done)
        return result
    }

    /// The commands that show and undo what was posted; `undo` says what the second does.
    func next(undo: Message) -> [CommandResult.NextStep] {
        guard let id = done.value.first?.entry.id else { return [] }
        return [
            .init(
                command: "fundctl entry show \(id.text)",
                purpose: Message(fr: "montre l'écriture", en: "shows the entry")),
            .init(command: "fundctl entry reverse \(id.text) --reason …", purpose: undo),
        ]
    }

    /// « FNF-2026-000001 et FDMT-2026-000003 ».
    var ids: Message {
        let ids = done.value.map(\.entry.id.text)
        guard ids.count == 2 else { return .verbatim(ids.joined(separator: ", ")) }
        return Message(fr: "\(ids[0]) et \(ids[1])", en: "\(ids[0]) and \(ids[1])")
    }
}
