import AuditTrail
import EmployerServices
import ReferenceData

/// A committee as it is shown: members by name where the book still has it, on a screen alone.
struct CommitteeView {
    let record: CommitteeSet
    let seats: [(row: SeatRow, name: Message)]
    let activities: [(row: ActivityRow, title: String, expected: String, result: String?)]
    let grants: [String]
    let standards: [StandardRow]
    let programmes: [ProgrammeRow]

    init(_ record: CommitteeSet, in services: ServicesReader) throws {
        self.record = record
        let code = record.committee
        seats = try services.seats(of: code).map { ($0, try services.personName($0.subject)) }
        activities = try services.activities(of: code).map { row in
            let plan = try services.session.record(at: row.planned) as? CommitteePlanned
            let report = try row.reported.flatMap { try services.session.record(at: $0) as? CommitteeReported }
            let planned = plan?.activities.first { $0.activity == row.activity }
            return (row, planned?.title ?? "", planned?.expected ?? "", report?.result)
        }
        grants = try services.grants(of: code)
        standards = try services.standards().filter { $0.committee == code }
        programmes = try services.programmes().filter { $0.committee == code }
    }

    static func json(_ record: CommitteeSet) -> [(name: String, value: JSONValue)] {
        [
            ("committee", .string(record.committee)), ("name", .string(record.name)),
            ("name_en", .optional(record.nameEnglish)), ("sector", .string(record.sector)),
            ("scian", .array(record.scian.map { .string($0.text) })), ("neq", .optional(record.neq?.text)),
            ("mandate", .optional(record.mandate)),
        ]
    }

    var json: JSONValue {
        .object(
            Self.json(record) + [
                (name: "seats", value: .array(seats.map { Self.json($0.row) })),
                (name: "activities", value: .array(activities.map(Self.json))),
                (name: "grants", value: .array(grants.map { .string($0) })),
                (name: "standards", value: .array(standards.map { .string($0.standard) })),
                (name: "programmes", value: .array(programmes.map { .string($0.programme) })),
            ])
    }

    private static func json(_ row: SeatRow) -> JSONValue {
        [
            "seat": .string(row.seat), "side": .string(row.side.rawValue), "chair": .bool(row.isChair),
            "subject": .string(row.subject), "organisation": .optional(row.organisation), "from": .string(row.seated.iso),
            "to": .optional(row.unseated?.iso),
        ]
    }

    private static func json(_ activity: (row: ActivityRow, title: String, expected: String, result: String?)) -> JSONValue {
        [
            "year": .string(activity.row.year.text), "activity": .string(activity.row.activity),
            "title": .string(activity.title), "state": .string(activity.row.state?.rawValue ?? "planned"),
            "result": .optional(activity.result),
        ]
    }

    var text: [TextBlock] {
        var facts: [(label: Message, value: Cell)] = [
            (ServiceWords.code, .text(record.committee)),
            (ServiceWords.name, .message(Message(fr: "\(record.name)", en: "\(record.nameEnglish ?? record.name)"))),
            (Message(fr: "Secteur", en: "Sector"), .text(record.sector)),
            (ServiceWords.industry, .text(record.scian.map(\.text).joined(separator: ", "))),
        ]
        if let neq = record.neq { facts.append((Message(fr: "NEQ", en: "NEQ"), .text(neq.text))) }
        if let mandate = record.mandate { facts.append((Message(fr: "Mandat", en: "Mandate"), .text(mandate))) }
        if !grants.isEmpty {
            facts.append((Message(fr: "Subventions", en: "Grants"), .text(grants.joined(separator: ", "))))
        }
        if !standards.isEmpty {
            facts.append((Message(fr: "Normes", en: "Standards"), .text(standards.map(\.standard).joined(separator: ", "))))
        }
        if !programmes.isEmpty {
            facts.append((Message(fr: "Stratégies", en: "Strategies"), .text(programmes.map(\.programme).joined(separator: ", "))))
        }
        var text: [TextBlock] = [.facts(facts)]
        if !seats.isEmpty { text.append(.table(seatTable)) }
        if !activities.isEmpty { text.append(.table(activityTable)) }
        return text
    }

    private var seatTable: TextTable {
        TextTable(
            [
                .left(Message(fr: "Siège", en: "Seat")), .left(Message(fr: "Membre", en: "Member"), flexible: true),
                .left(Message(fr: "Côté", en: "Side")), .left(Message(fr: "Du", en: "From")), .left(Message(fr: "Au", en: "To")),
            ],
            rows: seats.map { row, name in
                let chair = Message(
                    fr: "\(ServiceWords.side(row.side).text(in: .fr)), coprésidence",
                    en: "\(ServiceWords.side(row.side).text(in: .en)), co-chair")
                return [
                    .text(row.seat), .message(name), .message(row.isChair ? chair : ServiceWords.side(row.side)),
                    .text(row.seated.iso), row.unseated.map { .text($0.iso) } ?? .blank,
                ]
            })
    }

    /// What was expected has a column where some activity has it.
    private var activityTable: TextTable {
        let isExpected = activities.contains { !$0.expected.isEmpty }
        let expected: [TextTable.Column] =
            isExpected ? [.left(Message(fr: "Attendu", en: "Expected"), flexible: true)] : []
        return TextTable(
            [
                .left(ServiceWords.year), .left(Message(fr: "Activité", en: "Activity")),
                .left(Message(fr: "Titre", en: "Title"), flexible: true),
            ] + expected + [.left(ServiceWords.state), .left(ServiceWords.result, flexible: true)],
            rows: activities.map { activity -> [Cell] in
                [.text(activity.row.year.text), .text(activity.row.activity), .text(activity.title)]
                    + (isExpected ? [.text(activity.expected)] : [])
                    + [.message(ServiceWords.activity(activity.row.state)), activity.result.map { .text($0) } ?? .blank]
            })
    }

    func result(_ title: Message, _ done: WriteDone<CommitteeView>) -> CommandResult {
        var result = CommandResult(json: ["committee": json], text: [.paragraph(title)] + text)
        result.tell(done)
        return result
    }
}
