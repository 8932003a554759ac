import AuditTrail
import EmployerServices
import ReferenceData

extension Invocation {
    /// Takes a step of agreements at the book or in a slip, and shows where they stand.
    func take<R: AgreementRecord>(
        _ request: DeskRequest, _ kind: R.Type, title: (Bool) -> Message, _ body: @escaping (DeskPlace) throws -> AgreementID
    ) throws -> CommandResult {
        let done = try atDesk(
            request, text: { (id: AgreementID) in id.text }, view: { try AgreementView($0, in: $1) },
            again: { reading, receipts in
                try reading.records(kind, of: receipts).first.map { [$0.record.agreement] } ?? []
            }, body: { [try body($0)] })
        return AgreementResult.step(done, R.move, title(request.write.dryRun))
    }

    /// A step with nothing but its head and what the record says.
    func take<R: AgreementRecord>(
        _ request: DeskRequest, of id: AgreementID, title: (Bool) -> Message, _ record: @escaping (AgreementHead) throws -> R
    ) throws -> CommandResult {
        try take(request, R.self, title: title) { place in
            try place.desk.write(record(AgreementHead(id, on: place.day, documents: place.documents)))
            return id
        }
    }
}

/// The result of a step.
enum AgreementResult {
    static func step(_ done: DeskDone<AgreementView>, _ move: AgreementMove, _ title: Message) -> CommandResult {
        switch done {
        case .slipped(let into):
            var result = slipped(into)
            result.json.insert((name: "step", value: .string(move.verb)), at: 0)
            return result
        case .written(let written):
            guard let view = written.value.first else { return CommandResult(json: [:], text: [.paragraph(title)]) }
            var result = CommandResult(
                json: [
                    "step": .string(move.verb), "agreement": view.json, "slip": .null, "slip_lines": .null,
                    "ids": .array([.string(view.id)]),
                ],
                text: [.paragraph(title), .facts(view.facts)], next: view.next)
            result.tell(written)
            return result
        }
    }

    /// What a slip that is being made says.
    static func slipped(_ into: SlippedInto) -> CommandResult {
        let (file, list) = (into.file, into.ids.joined(separator: ", "))
        let held = SlipWords.holding(into.draft.lines)
        var result = CommandResult(
            json: [
                "agreement": .null, "slip": .string(file), "slip_lines": .integer(Int64(into.draft.lines.count)),
                "ids": .array(into.ids.map { .string($0) }), "repeated": .bool(false), "dry_run": .bool(into.isDryRun),
                "batches": .array([]),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "\(list) : inscrit dans le bordereau « \(file) », qui a maintenant : \(held).",
                        en: "\(list): entered into the slip \"\(file)\", which now has: \(held).")
                )
            ],
            notes: [SlipWords.madeBefore(into.draft.made, file)].compactMap { $0 },
            next: [
                .init(
                    command: "fundctl slip make \(file) -o …",
                    purpose: Message(fr: "le signe, une fois complet", en: "signs it, once complete")),
                .init(
                    command: "fundctl slip drop \(file)",
                    purpose: Message(fr: "en retire la dernière entrée", en: "takes the last entry out")),
            ])
        result.tell(isDryRun: into.isDryRun, isRepeated: false)
        return result
    }
}
