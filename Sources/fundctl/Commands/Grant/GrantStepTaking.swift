import AuditTrail
import FundLedger
import ReferenceData

/// What a step of a grant did, as its command shows it.
struct GrantStepDone {
    let detail: GrantDetail
    let entries: [EntryView]
    let name: Message

    init(_ grant: GrantID, _ entries: [EntryID], in session: RegisterSession) throws {
        let reader = try FundReader(session)
        detail = try reader.grant(grant)
        self.entries = try entries.map { try EntryView(reader.entry($0).entry, in: session) }
        name = try GrantView.name(detail.row, in: session)
    }
}

/// A step to be taken: what is common to the commands of a grant's life.
struct GrantStepRequest {
    let fund: FundCode
    /// `grant-claim`.
    let command: String
    /// What was typed, without what differs when it is asked again.
    let content: [String: String]
    let step: GrantStepOptions
    let write: WriteOptions
}

extension Invocation {
    /// Takes a step in one transaction, its documents recorded with it. A request made before is answered with its first
    /// outcome.
    func take<R: GrantRecord>(
        _ request: GrantStepRequest, _ body: (Grants, Grants.Notes) throws -> R
    ) throws -> WriteDone<(GrantStepDone, R)> {
        let day = try request.step.day(self)
        let book = try openBook()
        return try Attachments(request.step.documents, call: self, isDryRun: request.write.dryRun).holding { kept in
            var content = CanonicalObject(request.content.map { (key: $0.key, value: CanonicalValue.text($0.value)) })
            content["command"] = .string(request.command)
            content["date"] = .string(request.step.date ?? "")
            content["documents"] = .array(kept.hashes.map { .string($0) })
            let order = WriteRequest(registers: [request.fund.rawValue], content: content, options: request.write)
            return try write(order, to: book) { transaction in
                let session = try transaction.register(request.fund.rawValue)
                let documents = try kept.record(in: session)
                let record = try body(Grants(session), Grants.Notes(on: day, documents: documents))
                return (try GrantStepDone(record.grant, record.entryIDs, in: session), record)
            } again: { reading, receipts in
                guard let found = try reading.records(R.self, of: receipts).first else {
                    throw GrantError(.grantUnknown, ["grant": "", "fund": request.fund.rawValue])
                }
                return (try GrantStepDone(found.record.grant, found.record.entryIDs, in: found.session), found.record)
            }
        }
    }
}

extension WriteDone {
    /// The result of a step: what was done, where the grant stands, the entries, what comes next.
    func result<R: GrantRecord>(_ title: Message, notes: [Message] = []) -> CommandResult where Value == (GrantStepDone, R) {
        let (done, record) = value
        var text: [TextBlock] = [.paragraph(title), .facts(GrantView.facts(done.detail.row, done.name))]
        if !done.entries.isEmpty { text.append(.table(GrantView.entries(done.entries))) }
        var result = CommandResult(
            json: [
                "grant": GrantView.json(done.detail.row), "step": .string(R.move.rawValue),
                "date": .string(record.date.iso), "entries": .array(done.entries.map(\.json)),
            ],
            text: text, notes: notes, next: GrantView.next(done.detail))
        result.tell(self)
        return result
    }
}
