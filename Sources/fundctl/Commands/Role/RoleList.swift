import ArgumentParser
import AuditTrail

/// `fundctl role list`.
struct RoleList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre qui a quel rôle, registre par registre", en: "Shows who holds which role, register by register"),
        examples: [.init("fundctl role list"), .init("fundctl role list --register fnf --format csv")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Le registre, ou tous.", en: "The register, or all.", value: ("registre", "register")))
    var register: RegisterChoice = .all

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let rows = try call.openBookToRead().read { reading in
            try register.names.flatMap { name -> [(register: String, grant: RoleGrant)] in
                let people = try reading.register(name).people
                return people.keys.keys.sorted().flatMap { people.roles(of: $0) }.map { (name, $0) }
            }
        }
        let hasScopes = rows.contains { !$0.grant.scope.isEmpty }
        var columns: [TextTable.Column] = [.left(RegisterWords.register), .left(RoleWords.person), .left(RoleWords.role)]
        if hasScopes { columns.append(.left(RoleWords.scope)) }
        let table = TextTable(
            columns,
            rows: rows.map { row in
                let cells: [Cell] = [.text(row.register), .text(row.grant.person), .text(row.grant.role.rawValue)]
                return hasScopes ? cells + [.text(row.grant.scope)] : cells
            })
        return CommandResult(
            json: [
                "roles": .array(
                    rows.map {
                        [
                            "register": .string($0.register), "person": .string($0.grant.person),
                            "role": .string($0.grant.role.rawValue),
                            "scope": .optional($0.grant.scope.isEmpty ? nil : $0.grant.scope),
                        ]
                    })
            ],
            text: [.table(table)],
            csv: CSVTable(
                columns: ["register", "person", "role", "scope"],
                rows: rows.map { [$0.register, $0.grant.person, $0.grant.role.rawValue, $0.grant.scope] }))
    }
}
