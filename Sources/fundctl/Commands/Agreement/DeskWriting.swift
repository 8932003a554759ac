import AuditTrail
import EmployerServices
import ReferenceData

/// A step of agreements or participations to be written into the book, or into a slip.
struct DeskRequest {
    /// `agreement-start`.
    let command: String
    /// What was typed, without names and without what differs when it is asked again.
    let content: [String: String]
    /// As typed; nil for today.
    let date: String?
    /// Files in support.
    var documents: [String] = []
    /// The file of a slip; nil for the book.
    let slip: String?
    let write: WriteOptions
    /// The name that was typed of the one whom the request opens a subject for.
    var person: TypedPerson?
    /// Names and birth dates of a file of apprentices.
    var apprentices: Set<[String]>?
}

/// Where a step is written, on which day, with which documents.
struct DeskPlace {
    let desk: any AgreementDesk
    let day: CalendarDate
    let documents: [String]
    let drawing: SubjectDrawing
}

/// What became of it.
enum DeskDone<View> {
    case written(WriteDone<[View]>)
    case slipped(SlippedInto)
}

/// What became of a slip that was written into.
struct SlippedInto {
    /// As the slip writes them.
    let ids: [String]
    let file: String
    let draft: SlipDraft
    let isDryRun: Bool
}

extension Invocation {
    /// Writes in one transaction, documents recorded with it; or appends lines to a slip. A request made before is answered
    /// with its first outcome.
    ///
    /// `body` gives the ids that it made or changed; `view` shows one; `again` finds them in records written before.
    func atDesk<ID, View>(
        _ request: DeskRequest, text: (ID) -> String, view: (ID, RegisterSession) throws -> View,
        again: (BookReading, [BatchReceipt]) throws -> [ID], body: (DeskPlace) throws -> [ID]
    ) throws -> DeskDone<View> {
        let day = try CalendarDate(iso: request.date ?? edge.clock.today())
        if let file = request.slip { return try intoSlip(file, request, day, text, body) }
        let book = try openBook()
        return try Attachments(request.documents, call: self, isDryRun: request.write.dryRun).holding { kept in
            var content = CanonicalObject(request.content.map { (key: $0.key, value: CanonicalValue.text($0.value)) })
            content["command"] = .string(request.command)
            content["date"] = .string(request.date ?? "")
            content["documents"] = .array(kept.hashes.map { .string($0) })
            let order = WriteRequest(registers: [RegisterName.employers], content: content, options: request.write)
            let done = try write(order, to: book) { transaction -> [View] in
                let session = try transaction.register(RegisterName.employers)
                let documents = try kept.record(in: session)
                let drawer = SubjectDrawer(edge) { session.register.root.hex }
                let place = DeskPlace(
                    desk: BookDesk(session), day: day, documents: documents.sorted(), drawing: drawer.draw)
                return try body(place).map { try view($0, session) }
            } again: { reading, receipts in
                try requireSame(request, in: reading.register(RegisterName.employers), receipts)
                let session = try reading.register(RegisterName.employers)
                return try again(reading, receipts).map { try view($0, session) }
            }
            return .written(done)
        }
    }

    private func intoSlip<ID, View>(
        _ file: String, _ request: DeskRequest, _ day: CalendarDate, _ text: (ID) -> String,
        _ body: (DeskPlace) throws -> [ID]
    ) throws -> DeskDone<View> {
        guard request.documents.isEmpty else {
            throw CommandLineError(
                .exclusiveOptions, ["option": "--document", "other": "--slip"])
        }
        let draft = try SlipDraft(parsing: InputFile.read(file))
        draft.beginEntry()
        let drawer = SubjectDrawer(edge) { "\(draft.context.register.hex) \(draft.lines.count)" }
        let ids = try body(DeskPlace(desk: draft, day: day, documents: [], drawing: drawer.draw))
        if !request.write.dryRun { try OutputFile.write(draft.text(), to: file, mode: 0o600) }
        return .slipped(
            SlippedInto(
                ids: ids.map { SlipID.own(text($0)) }, file: file, draft: draft, isDryRun: request.write.dryRun))
    }

    /// Refuses a request made again under the same key for another person (E-AUD-020): the fingerprint of the first one
    /// holds no name.
    private func requireSame(_ request: DeskRequest, in session: RegisterSession, _ receipts: [BatchReceipt]) throws {
        let same = SamePersons(session: session, receipts: receipts, key: request.write.idempotencyKey)
        if case .named(let name, let born)? = request.person { try same.require(name, born: born) }
        if let rows = request.apprentices { try same.requireApprentices(among: rows) }
    }
}
