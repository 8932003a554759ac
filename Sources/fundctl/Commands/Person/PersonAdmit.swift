import ArgumentParser
import AuditTrail

/// `fundctl person admit NAME --register R --role ROLE --key PUB.pem --proof FILE`.
struct PersonAdmit: FundctlCommand {
    static let help = CommandHelp(
        "admit",
        summary: Message(fr: "Admet une personne, sa clé et un premier rôle", en: "Admits a person, their key and a first role"),
        examples: [
            .init("fundctl person admit luc --register fnf --role finance-officer --key luc.pub.pem --proof luc.proof")
        ],
        details: [
            Message(
                fr: """
                    La personne fait d'abord « fundctl key prove » et vous remet la preuve et sa clé publique. Assurez-vous \
                    que la clé est bien la sienne : lisez-vous l'empreinte de vive voix. Un nom et une clé ne sont admis \
                    qu'une fois.
                    """,
                en: """
                    The person first runs "fundctl key prove" and hands you the proof and their public key. See that the \
                    key is theirs indeed: read it out to each other. A name and a key are admitted only once.
                    """), RoleWords.twoPersons, RoleWords.scopes,
        ])

    @Argument(help: .init(fr: "Le nom de la personne.", en: "The person's name.", value: ("nom", "name")))
    var person: String

    @Option(help: .init(fr: "Le registre, ou tous.", en: "The register, or all.", value: ("registre", "register")))
    var register: RegisterChoice

    @Option(help: .init(fr: "Le premier rôle.", en: "The first role.", value: ("rôle", "role")))
    var role: RoleChoice

    @Option(help: .init(fr: "La portée : un comité, une région.", en: "The scope: a committee, a region.", value: ("portée", "scope")))
    var scope: String?

    @Option(help: .init(fr: "La clé publique que la personne vous a remise.", en: "The public key that the person handed you.", value: ("fichier", "file")))
    var key: String

    @Option(help: .init(fr: "Sa preuve, faite par « fundctl key prove ».", en: "Their proof, made with \"fundctl key prove\".", value: ("fichier", "file")))
    var proof: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try KeyFolder.check(person)
        try RoleWords.check(scope: scope)
        let publicKey = try PublicKey(pem: call.readFile(key))
        let file = try PossessionFile(call.readFile(proof), path: proof)
        try check(file, against: publicKey)
        return try TwoPersonCommand(
            call: call, options: write, registers: register.names,
            content: [
                "command": "person admit", "person": .string(person), "role": .string(role.rawValue),
                "scope": .string(scope ?? ""), "key": .string(publicKey.hex),
            ],
            done: Message(fr: "L'admission de \(person) est faite.", en: "\(person) is admitted."),
            members: [
                "person": .string(person), "public_key": .string(publicKey.hex), "role": .string(role.rawValue),
                "scope": .optional(scope),
            ],
            record: { session in
                guard let proof = file.proof(for: session.register.id) else {
                    throw CommandLineError(
                        .proofOfOther, ["path": self.proof, "member": "register", "found": "–", "expected": session.register.name])
                }
                return PersonAdmitted(
                    person: person, key: publicKey, role: role.role, scope: scope ?? "", proof: proof)
            }
        ).perform()
    }

    /// Says what the proof is for where it is for something else: the signature alone would only fail.
    private func check(_ file: PossessionFile, against publicKey: PublicKey) throws {
        let pairs: [(member: String, found: String, expected: String)] = [
            ("person", file.person, person), ("role", file.role.rawValue, role.rawValue),
            ("scope", file.scope.isEmpty ? "–" : file.scope, scope ?? "–"), ("key", file.key.hex, publicKey.hex),
        ]
        for pair in pairs where pair.found != pair.expected {
            throw CommandLineError(
                .proofOfOther,
                ["path": proof, "member": pair.member, "found": pair.found, "expected": pair.expected])
        }
    }
}
