import ArgumentParser
import AuditTrail

/// `fundctl person list`.
struct PersonList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les personnes admises, leur clé et leurs rôles", en: "Shows the persons admitted, their keys and roles"),
        examples: [.init("fundctl person list"), .init("fundctl person list --register fnf --format json")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Le registre, ou tous.", en: "The register, or all.", value: ("registre", "register")))
    var register: RegisterChoice = .all

    @OptionGroup var global: GlobalOptions

    private struct Row {
        let register: String
        let person: String
        let key: String
        let roles: [String]

        /// All seven at once are said in a word.
        var shownRoles: Cell {
            roles == Role.ofFounders.sorted().map(\.rawValue)
                ? .message(Message(fr: "tous", en: "all")) : .text(roles.joined(separator: ", "))
        }
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let rows = try call.openBookToRead().read { reading in
            try register.names.flatMap { name -> [Row] in
                let people = try reading.register(name).people
                return people.keys.sorted { $0.key < $1.key }.map { person, key in
                    let roles = people.roles(of: person).map { ActWords.role($0.role, $0.scope) }
                    return Row(register: name, person: person, key: key.hex, roles: roles)
                }
            }
        }
        let table = TextTable(
            [.left(RegisterWords.register), .left(RoleWords.person), .left(RoleWords.roles, flexible: true), .left(KeyTexts.publicKey)],
            rows: rows.map { [.text($0.register), .text($0.person), $0.shownRoles, .text($0.key)] })
        return CommandResult(
            json: [
                "persons": .array(
                    rows.map {
                        [
                            "register": .string($0.register), "person": .string($0.person), "public_key": .string($0.key),
                            "roles": .array($0.roles.map(JSONValue.string)),
                        ]
                    })
            ],
            text: [.table(table)],
            csv: CSVTable(
                columns: ["register", "person", "public_key", "roles"],
                rows: rows.map { [$0.register, $0.person, $0.key, $0.roles.joined(separator: "; ")] }))
    }
}
