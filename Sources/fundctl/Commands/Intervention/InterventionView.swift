import AuditTrail
import EmployerServices
import ReferenceData

/// An intervention as it is shown.
struct InterventionView {
    let row: InterventionRow
    let record: InterventionStarted?

    init(_ row: InterventionRow, in services: ServicesReader) throws {
        self.row = row
        record = try services.record(of: row)
    }

    static func state(_ row: InterventionRow) -> Message {
        if row.annulled != nil { return Message(fr: "annulée", en: "annulled") }
        return row.ends == nil ? Message(fr: "en cours", en: "under way") : Message(fr: "finie", en: "ended")
    }

    private static func word(_ row: InterventionRow) -> String {
        row.annulled != nil ? "annulled" : row.ends == nil ? "under-way" : "ended"
    }

    static func json(_ row: InterventionRow) -> JSONValue { .object(members(row)) }

    private static func members(_ row: InterventionRow) -> [(name: String, value: JSONValue)] {
        [
            ("intervention", .string(row.id.text)), ("employer", .string(row.employer)), ("counted_as", .string(row.root)),
            ("establishment", row.establishment.map { .integer($0) } ?? .null), ("measure", .string(row.measure)),
            ("office", .string(row.office)), ("region", .string(row.region.code)), ("begins", .string(row.begins.iso)),
            ("ends", .optional(row.ends?.iso)), ("result", .optional(row.result?.rawValue)),
            ("grant", .optional(row.grant)), ("state", .string(word(row))), ("record", .integer(row.sequence)),
        ]
    }

    var json: JSONValue {
        let contributions = record?.contributions ?? []
        return .object(
            Self.members(row) + [
                (name: "agent", value: .optional(record?.agent)),
                (
                    name: "contributions",
                    value: .array(
                        contributions.map { ["party": .string($0.party.rawValue), "amount": .amount(cents: $0.cents)] })
                ),
            ])
    }

    var facts: [(label: Message, value: Cell)] {
        [
            (Message(fr: "Numéro", en: "Number"), .text(row.id.text)),
            (ServiceWords.employer, .text(row.root == row.employer ? row.employer : "\(row.employer) → \(row.root)")),
            (ServiceWords.measure, .text(row.measure)), (ServiceWords.office, .text(row.office)),
            (ServiceWords.region, ServiceWords.region(row.region)), (ServiceWords.begins, .text(row.begins.iso)),
            (ServiceWords.ends, row.ends.map { .text($0.iso) } ?? .blank),
            (ServiceWords.result, row.result.map { .message(ServiceWords.result($0)) } ?? .blank),
            (ServiceWords.grant, row.grant.map { .text($0) } ?? .blank),
            (ServiceWords.state, .message(Self.state(row))),
        ]
            + (record?.contributions ?? []).map { (ServiceWords.party($0.party), .amount($0.cents)) }
    }

    static let columns = [
        "intervention", "employer", "counted_as", "establishment", "measure", "office", "region", "begins", "ends",
        "result", "grant", "state",
    ]

    static func csv(_ row: InterventionRow) -> [String] {
        [
            row.id.text, row.employer, row.root, row.establishment.map(String.init) ?? "", row.measure, row.office,
            row.region.code, row.begins.iso, row.ends?.iso ?? "", row.result?.rawValue ?? "", row.grant ?? "", word(row),
        ]
    }

    static func table(_ rows: [InterventionRow]) -> TextTable {
        TextTable(
            [
                .left(Message(fr: "Intervention", en: "Intervention")), .left(ServiceWords.employer),
                .left(ServiceWords.measure), .left(ServiceWords.office), .left(ServiceWords.begins),
                .left(ServiceWords.ends), .left(ServiceWords.state),
            ],
            rows: rows.map { row in
                [
                    .text(row.id.text), .text(row.root), .text(row.measure), .text(row.office), .text(row.begins.iso),
                    row.ends.map { .text($0.iso) } ?? .blank, .message(state(row)),
                ]
            })
    }

    func result(_ title: Message, _ done: WriteDone<InterventionView>, next: [CommandResult.NextStep] = []) -> CommandResult {
        var result = CommandResult(
            json: ["intervention": json], text: [.paragraph(title), .facts(facts)], next: next)
        result.tell(done)
        return result
    }
}
