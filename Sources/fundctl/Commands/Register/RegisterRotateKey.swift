import ArgumentParser
import AuditTrail

/// `fundctl register rotate-key R`: another ledger key signs from here on.
struct RegisterRotateKey: FundctlCommand {
    static let help = CommandHelp(
        "rotate-key",
        summary: Message(fr: "Remplace la clé du registre par une neuve", en: "Replaces the ledger key by a new one"),
        examples: [.init("fundctl register rotate-key fnf")],
        details: [
            Message(
                fr: """
                    L'ancienne clé, dans votre dossier de clés, et la neuve signent toutes deux le changement. L'ancienne \
                    reste dans le dossier, sous un autre nom. L'auditeur doit épingler la neuve pour les exportations qui \
                    suivent; le changement y figurera pour toujours.
                    """,
                en: """
                    The old key, in your key folder, and the new one both sign the change. The old one stays in the folder \
                    under another name. The auditor must pin the new one for the exports that follow; the change will \
                    stand in them for ever.
                    """)
        ])

    @Argument(help: .init(fr: "Le registre.", en: "The register.", value: ("registre", "register")))
    var register: OneRegister

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    private struct Rotation {
        let head: RegisterHead
        let sequence: Int64
        let oldKey: PublicKey
        let newKey: PublicKey
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let book = try call.openBook()
        let folder = call.keyFolder
        let request = WriteRequest(
            registers: [register.rawValue],
            content: ["command": "register rotate-key", "register": .string(register.rawValue)], options: write)
        let written = try call.write(request, to: book) { transaction in
            try rotate(in: transaction.register(register.rawValue), folder)
        } again: { reading, receipts in
            let session = try reading.register(register.rawValue)
            guard let first = receipts.first?.first, let record = try session.record(at: first) as? LedgerKeyRotated else {
                throw AuditError(.recordUnknown, ["record": "?"])
            }
            return Rotation(head: session.register, sequence: first, oldKey: record.oldKey, newKey: record.newKey)
        }
        if !written.isDryRun, !written.isRepeated { try folder.finishRotation(of: written.value.head.id) }
        return result(written, file: folder.ledgerPath(registerID: written.value.head.id.hex))
    }

    /// The new key is on disk before the record names it; where the record is refused, it goes.
    private func rotate(in session: RegisterSession, _ folder: KeyFolder) throws -> Rotation {
        let head = session.register
        let old = try folder.ledgerKey(of: head)
        let new = try PrivateKey.generate()
        let text = Proofs.rotation(register: head.id, old: old.publicKey, new: new.publicKey)
        let record = LedgerKeyRotated(
            oldKey: old.publicKey, newKey: new.publicKey, proofOld: try old.sign(text), proofNew: try new.sign(text))
        let sequence = try session.append(record)
        if !write.dryRun { try folder.keepNext(new, of: head.id) }
        return Rotation(head: head, sequence: sequence, oldKey: old.publicKey, newKey: new.publicKey)
    }

    private func result(_ written: WriteDone<Rotation>, file: String) -> CommandResult {
        let rotation = written.value
        var result = CommandResult(
            json: [
                "state": "done", "register": .string(register.rawValue), "register_id": .string(rotation.head.id.hex),
                "record": .integer(rotation.sequence), "old_key": .string(rotation.oldKey.hex),
                "new_key": .string(rotation.newKey.hex), "ledger_key_file": .string(file),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "La clé du registre \(register.rawValue) est remplacée.",
                        en: "The ledger key of the register \(register.rawValue) is replaced.")),
                .facts([
                    (Message(fr: "Nouvelle clé", en: "New key"), .text(rotation.newKey.hex)),
                    (Message(fr: "Ancienne clé", en: "Old key"), .text(rotation.oldKey.hex)),
                    (Message(fr: "Fichier", en: "File"), .text(file)),
                    (ApprovalWords.record, .integer(rotation.sequence)),
                ]),
            ],
            next: [
                .init(
                    command: "fundctl register show \(register.rawValue) --pem -o \(register.rawValue).pem",
                    purpose: Message(fr: "la clé que l'auditeur épingle désormais", en: "the key that the auditor pins from now on"))
            ])
        result.tell(written)
        return result
    }
}
