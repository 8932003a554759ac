import ArgumentParser
import AuditTrail

/// `fundctl role revoke NAME ROLE --register R`.
struct RoleRevokeCommand: FundctlCommand {
    static let help = CommandHelp(
        "revoke",
        summary: Message(fr: "Retire un rôle à une personne", en: "Takes a role from a person"),
        examples: [
            .init("fundctl role revoke luc finance-officer --register fnf"),
            .init(
                "fundctl role revoke zoe agent --scope 06 --register employers",
                Message(fr: "pour la région de Montréal", en: "for the region of Montréal")),
        ],
        details: [RoleWords.twoPersons, RoleWords.scopes])

    @Argument(help: .init(fr: "La personne.", en: "The person.", value: ("nom", "name")))
    var person: String

    @Argument(help: .init(fr: "Le rôle.", en: "The role.", value: ("rôle", "role")))
    var role: RoleChoice

    @Option(help: .init(fr: "Le registre, ou tous.", en: "The register, or all.", value: ("registre", "register")))
    var register: RegisterChoice

    @Option(help: .init(fr: "La portée : un comité, une région.", en: "The scope: a committee, a region.", value: ("portée", "scope")))
    var scope: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try KeyFolder.check(person)
        try RoleWords.check(scope: scope)
        let grant = RoleGrant(person: person, role: role.role, scope: scope ?? "")
        return try TwoPersonCommand(
            call: call, options: write, registers: register.names,
            content: [
                "command": "role revoke", "person": .string(person), "role": .string(role.rawValue),
                "scope": .string(grant.scope),
            ],
            done: Message(
                fr: "\(person) n'a plus le rôle \(ActWords.role(grant.role, grant.scope)).",
                en: "\(person) no longer holds the role \(ActWords.role(grant.role, grant.scope))."),
            members: ["person": .string(person), "role": .string(role.rawValue), "scope": .optional(scope)],
            record: { _ in RoleRevoked(grant) }
        ).perform()
    }
}
