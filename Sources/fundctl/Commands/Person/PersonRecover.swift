import ArgumentParser
import AuditTrail

/// `fundctl person recover NAME --register R --recovery FILE`.
struct PersonRecover: FundctlCommand {
    static let help = CommandHelp(
        "recover",
        summary: Message(
            fr: "Admet une personne admin par la clé de récupération, quand les autres sont perdues",
            en: "Admits an admin by the recovery key, when the others are lost"),
        examples: [
            .init("fundctl key create nadia"),
            .init("fundctl person recover nadia --register all --recovery recovery.pem"),
        ],
        details: [
            Message(
                fr: """
                    C'est le dernier recours, et chaque exportation le dira pour toujours. La clé de la personne est dans \
                    votre dossier de clés; son nom n'a jamais été admis. Les personnes perdues gardent leurs rôles \
                    tant que deux admins ne les leur retirent pas : récupérez deux personnes s'il le faut.
                    """,
                en: """
                    It is the last resort, and every export will say so for ever. The person's key lies in your key \
                    folder; the name was never admitted. Those who are lost keep their roles until two admins take them \
                    away: recover two persons if need be.
                    """)
        ])

    @Argument(help: .init(fr: "Le nom de la personne, qui est celui de sa clé.", en: "The person's name, which is the key's.", value: ("nom", "name")))
    var person: String

    @Option(help: .init(fr: "Le registre, ou tous.", en: "The register, or all.", value: ("registre", "register")))
    var register: RegisterChoice

    @Option(help: .init(fr: "La clé de récupération, gardée hors ligne.", en: "The recovery key, kept offline.", value: ("fichier", "file")))
    var recovery: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try KeyFolder.check(person)
        let key = try call.keyFolder.privateKey(person) { try call.passphrase(of: person) }
        let recoveryKey = try KeyFile.read(
            recovery, passphrase: KeyFile.isEncrypted(recovery) ? call.passphrase(of: recovery) : nil)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: register.names,
            content: ["command": "person recover", "person": .string(person), "key": .string(key.publicKey.hex)],
            options: write)
        let written = try call.write(request, to: book, as: ActingKey(name: person, key: key)) { transaction in
            try register.names.map { name in
                let session = try transaction.recover(name)
                return (name, try session.append(try record(session.register.id, key: key, recovery: recoveryKey)))
            }
        } again: { _, receipts in
            receipts.map { ($0.register, $0.first) }
        }
        return result(written, key: key.publicKey)
    }

    private func record(_ id: Digest, key: PrivateKey, recovery: PrivateKey) throws -> PersonRecovered {
        PersonRecovered(
            person: person, key: key.publicKey,
            proof: try key.sign(Proofs.possession(register: id, person: person, role: .admin, scope: "")),
            recoveryProof: try recovery.sign(Proofs.recovery(register: id, person: person, key: key.publicKey)))
    }

    private func result(_ written: WriteDone<[(String, Int64)]>, key: PublicKey) -> CommandResult {
        var result = CommandResult(
            json: [
                "state": "done", "person": .string(person), "public_key": .string(key.hex), "role": "admin",
                "acts": .array(written.value.map { ["register": .string($0.0), "record": .integer($0.1)] }),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "\(person) est admin, par la clé de récupération.",
                        en: "\(person) is admin, by the recovery key.")),
                .table(
                    TextTable(
                        [.left(RegisterWords.register), .right(ApprovalWords.record)],
                        rows: written.value.map { [.text($0.0), .integer($0.1)] })),
            ],
            notes: [
                Message(
                    fr: "cette récupération figurera dans chaque exportation, pour toujours. Remettez la clé hors ligne.",
                    en: "this recovery will stand in every export, for ever. Put the key offline again.")
            ],
            next: [
                .init(
                    command: "fundctl role list --register \(register.rawValue)",
                    purpose: Message(fr: "montre les rôles à retirer aux clés perdues", en: "shows the roles to take from the lost keys"))
            ])
        result.tell(written)
        return result
    }
}
