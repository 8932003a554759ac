import AuditTrail
import EmployerServices
import ReferenceData

/// An employer as it is shown: a person's name where the book still has it, on a screen alone.
struct EmployerView {
    let row: EmployerRow
    /// What it is called.
    let name: Message
    let contact: Message?
    /// Numbers that were merged into it.
    let merged: [String]
    let establishments: [EstablishmentRow]

    init(_ row: EmployerRow, in services: ServicesReader) throws {
        self.row = row
        name = try Self.name(row, in: services)
        contact = try row.contact.map { try services.personName($0) }
        merged = row.root == row.neq ? try services.numbers(of: row.neq).filter { $0 != row.neq } : []
        establishments = row.root == row.neq ? try services.establishments(of: row.neq) : []
    }

    static func name(_ row: EmployerRow, in services: ServicesReader) throws -> Message {
        if let name = row.name { return .verbatim(name) }
        return try row.subject.map { try services.personName($0) } ?? .verbatim("")
    }

    /// Without a person's name: a subject is named instead.
    static func json(_ row: EmployerRow) -> [(name: String, value: JSONValue)] {
        [
            ("employer", .string(row.neq)), ("counted_as", .string(row.root)), ("state", .string(row.state.rawValue)),
            ("form", .string(row.form.rawValue)), ("name", .optional(row.name)), ("subject", .optional(row.subject)),
            ("contact", .optional(row.contact)), ("other_names", .array(row.otherNames.map { .string($0) })),
            ("region", .string(row.region.code)), ("office", .optional(row.office)), ("scian", .string(row.scian)),
            ("employees", row.employees.map { .integer($0) } ?? .null), ("since", .integer(row.added)),
            ("record", .integer(row.sequence)), ("date", .string(row.day.iso)),
        ]
    }

    var json: JSONValue {
        .object(
            Self.json(row) + [
                (name: "merged", value: .array(merged.map { .string($0) })),
                (name: "establishments", value: .array(establishments.map(Self.json))),
            ])
    }

    static func json(_ row: EstablishmentRow) -> JSONValue {
        [
            "employer": .string(row.neq), "establishment": .integer(row.number), "name": .optional(row.name),
            "region": .string(row.region.code), "office": .optional(row.office), "scian": .optional(row.scian),
            "employees": row.employees.map { .integer($0) } ?? .null, "state": .string(row.isClosed ? "closed" : "open"),
        ]
    }

    var facts: [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (Message(fr: "NEQ", en: "NEQ"), .text(row.neq)), (ServiceWords.name, .message(name)),
        ]
        if !row.otherNames.isEmpty {
            facts.append((Message(fr: "Autres noms", en: "Other names"), .text(row.otherNames.joined(separator: "; "))))
        }
        facts += [
            (Message(fr: "Forme", en: "Form"), .message(ServiceWords.form(row.form))),
            (ServiceWords.state, .message(ServiceWords.state(row.state))),
            (ServiceWords.region, ServiceWords.region(row.region)),
            (ServiceWords.office, row.office.map { .text($0) } ?? .blank), (ServiceWords.industry, .text(row.scian)),
            (ServiceWords.employees, row.employees.map { .integer($0) } ?? .blank),
        ]
        if let contact { facts.append((Message(fr: "Personne à joindre", en: "Person to speak to"), .message(contact))) }
        if row.root != row.neq { facts.append((Message(fr: "Compte pour", en: "Counted as"), .text(row.root))) }
        if !merged.isEmpty {
            facts.append((Message(fr: "Réunit aussi", en: "Also stands for"), .text(merged.joined(separator: ", "))))
        }
        return facts
    }

    var text: [TextBlock] {
        guard !establishments.isEmpty else { return [.facts(facts)] }
        let table = TextTable(
            [
                .right(Message(fr: "Établissement", en: "Establishment")), .left(ServiceWords.name, flexible: true),
                .left(ServiceWords.region), .left(ServiceWords.office), .left(ServiceWords.state),
            ],
            rows: establishments.map { place in
                [
                    .text(place.neq == row.neq ? String(place.number) : "\(place.neq) · \(place.number)"),
                    .text(place.name ?? ""), ServiceWords.region(place.region), place.office.map { .text($0) } ?? .blank,
                    .message(place.isClosed ? Message(fr: "fermé", en: "closed") : Message(fr: "ouvert", en: "open")),
                ]
            })
        return [.facts(facts), .table(table)]
    }

    // MARK: Lists

    static let columns = [
        "employer", "name", "form", "scian", "region", "office", "employees", "state", "counted_as",
    ]

    static func csv(_ row: EmployerRow) -> [String] {
        [
            row.neq, row.name ?? "", row.form.rawValue, row.scian, row.region.code, row.office ?? "",
            row.employees.map(String.init) ?? "", row.state.rawValue, row.root,
        ]
    }

    static func table(_ rows: [(row: EmployerRow, name: Message)]) -> TextTable {
        TextTable(
            [
                .left(Message(fr: "NEQ", en: "NEQ")), .left(ServiceWords.name, flexible: true), .left(ServiceWords.region),
                .left(ServiceWords.industry), .right(ServiceWords.employees), .left(ServiceWords.state),
            ],
            rows: rows.map { row, name in
                [
                    .text(row.neq), .message(name), ServiceWords.region(row.region), .text(row.scian),
                    row.employees.map { .integer($0) } ?? .blank,
                    row.state == .merged
                        ? .message(Message(fr: "fusionné : \(row.root)", en: "merged: \(row.root)"))
                        : .message(ServiceWords.state(row.state)),
                ]
            })
    }

    func result(_ title: Message, _ done: WriteDone<EmployerView>) -> CommandResult {
        var result = CommandResult(
            json: ["employer": json], text: [.paragraph(title)] + text,
            next: [
                .init(
                    command: "fundctl intervention start --employer \(row.root) --measure … --office \(row.office ?? "…")",
                    purpose: Message(fr: "inscrit une intervention", en: "enters an intervention"))
            ])
        result.tell(done)
        return result
    }
}
