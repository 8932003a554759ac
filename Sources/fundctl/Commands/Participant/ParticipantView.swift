import AuditTrail
import EmployerServices
import ReferenceData

/// A participation as it is shown. Names of persons are on a screen alone.
struct ParticipantView {
    let row: ParticipationRow
    let name: String?

    init(_ id: ParticipationID, in session: RegisterSession) throws {
        try self.init(Participations(session).participation(id), in: session)
    }

    init(_ row: ParticipationRow, in session: RegisterSession) throws {
        self.row = row
        name = try session.values(of: row.participant)[ApprenticeAge.name]
    }

    var facts: [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (AgreementWords.participation, .text(row.id.text)),
            (AgreementWords.state, .message(AgreementWords.participation(row.state))),
            (AgreementWords.participant, AgreementView.person(name)), (AgreementWords.programme, .text(row.programme)),
            (AgreementWords.office, .text("\(row.office) (\(row.region))")), (AgreementWords.begins, .text(row.date.iso)),
        ]
        if let employer = row.employer { facts.append((AgreementWords.employer, .text(employer))) }
        if let ended = row.ended { facts.append((AgreementWords.ends, .text(ended.iso))) }
        if let result = row.result { facts.append((AgreementWords.outcome, .message(ServiceWords.result(result)))) }
        return facts
    }

    var json: JSONValue {
        [
            "id": .string(row.id.text), "state": .string(row.state), "programme": .string(row.programme),
            "participant": .string(row.participant), "employer": .optional(row.employer), "counted_as": .optional(row.root),
            "office": .string(row.office), "region": .string(row.region), "date": .string(row.date.iso),
            "ended": .optional(row.ended?.iso), "result": .optional(row.result?.rawValue),
            "record": .integer(row.sequence),
        ]
    }

    static let columns = [
        "participation", "state", "programme", "employer", "counted_as", "office", "region", "date", "ended", "result",
    ]

    var csv: [String] {
        [
            row.id.text, row.state, row.programme, row.employer ?? "", row.root ?? "", row.office, row.region, row.date.iso,
            row.ended?.iso ?? "", row.result?.rawValue ?? "",
        ]
    }
}

extension Invocation {
    /// Writes a step of a participation into the book or a slip.
    func takePart<R: Record>(
        _ request: DeskRequest, _ kind: R.Type, id: @escaping (R) -> ParticipationID, title: Message,
        _ body: @escaping (DeskPlace) throws -> ParticipationID
    ) throws -> CommandResult {
        let done: DeskDone<ParticipantView> = try atDesk(
            request, text: { (id: ParticipationID) in id.text }, view: { try ParticipantView($0, in: $1) },
            again: { reading, receipts in
                try reading.records(kind, of: receipts).first.map { [id($0.record)] } ?? []
            }, body: { [try body($0)] })
        switch done {
        case .slipped(let into):
            var result = AgreementResult.slipped(into)
            result.json[0] = (name: "participation", value: .null)
            return result
        case .written(let written):
            guard let view = written.value.first else { return CommandResult(json: [:], text: [.paragraph(title)]) }
            var result = CommandResult(
                json: [
                    "participation": view.json, "slip": .null, "slip_lines": .null, "ids": .array([.string(view.row.id.text)]),
                ], text: [.paragraph(title), .facts(view.facts)])
            result.tell(written)
            return result
        }
    }
}
