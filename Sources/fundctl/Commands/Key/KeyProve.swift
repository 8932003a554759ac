import ArgumentParser
import AuditTrail

/// `fundctl key prove --register R --role ROLE -o FILE`.
struct KeyProve: FundctlCommand {
    static let help = CommandHelp(
        "prove",
        summary: Message(
            fr: "Prouve que votre clé est entre vos mains, pour être admis dans un registre",
            en: "Proves that your key is in your hands, to be admitted to a register"),
        examples: [
            .init("fundctl key prove --as luc --register fnf --role finance-officer -o luc.proof"),
            .init(
                "fundctl key prove --as zoe --register employers --role agent --scope 06 --id 3f2a… -o zoe.proof",
                Message(fr: "sans le livre, avec l'identifiant du registre", en: "without the book, with the register's id")),
        ],
        details: [
            Message(
                fr: """
                    La preuve ne vaut que pour cette personne, ce registre, ce rôle et cette portée. Remettez-la, avec \
                    votre clé publique, à une personne admin, qui fait « fundctl person admit ».
                    """,
                en: """
                    The proof holds only for this person, this register, this role and this scope. Hand it, with your \
                    public key, to an admin, who runs "fundctl person admit".
                    """), RoleWords.scopes,
        ])

    @Option(help: .init(fr: "Le registre, ou tous.", en: "The register, or all.", value: ("registre", "register")))
    var register: RegisterChoice

    @Option(help: .init(fr: "Le rôle demandé.", en: "The role asked for.", value: ("rôle", "role")))
    var role: RoleChoice

    @Option(help: .init(fr: "La portée : un comité, une région.", en: "The scope: a committee, a region.", value: ("portée", "scope")))
    var scope: String?

    @Option(
        help: .init(
            fr: "L'identifiant du registre, quand le livre n'est pas à portée.",
            en: "The register's id, where the book is not at hand.", value: ("identifiant", "id")))
    var id: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try RoleWords.check(scope: scope)
        guard role.role.isScoped == (scope != nil) else {
            throw AuditError(.roleScope, ["role": role.rawValue, "scope": scope ?? ""])
        }
        let registers = try registerIDs(call)
        let actor = try call.actingKey()
        let file = try PossessionFile(
            person: actor.name, key: actor.key, role: role.role, scope: scope ?? "", registers: registers.map(\.id))
        var result = CommandResult(
            json: [
                "person": .string(actor.name), "public_key": .string(file.key.hex), "role": .string(role.rawValue),
                "scope": .optional(scope),
                "proofs": .array(
                    zip(registers, file.proofs).map { register, proof in
                        [
                            "register": .string(register.name), "register_id": .string(register.id.hex),
                            "proof": .string(Hexadecimal.encode(proof.proof)),
                        ]
                    }),
            ], text: [])
        if global.format == .text {
            result.raw = try file.bytes()
            let proof = global.output ?? "\(actor.name).proof"
            let scoped = scope.map { " --scope \($0)" } ?? ""
            result.next = [
                .init(
                    command: "fundctl person admit \(actor.name) --register \(register.rawValue) --role \(role.rawValue)\(scoped) --key \(actor.name).pub.pem --proof \(proof)",
                    purpose: Message(fr: "une personne admin vous admet", en: "an admin admits you"))
            ]
        }
        return result
    }

    private func registerIDs(_ call: Invocation) throws -> [(name: String, id: Digest)] {
        if let id {
            guard register != .all else {
                throw CommandLineError(.exclusiveOptions, ["option": "--id", "other": "--register all"])
            }
            guard let digest = Digest(hex: id) else {
                throw CommandLineError(.invalidValue, ["value": id, "option": "--id", "choices": "64 × 0-9 a-f"])
            }
            return [(register.rawValue, digest)]
        }
        return try call.openBookToRead().read { reading in
            try register.names.map { ($0, try reading.register($0).register.id) }
        }
    }
}
