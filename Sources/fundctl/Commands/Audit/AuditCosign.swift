import ArgumentParser
import AuditTrail
import Glibc

/// `fundctl audit cosign DIR --as NAME`.
struct AuditCosign: FundctlCommand {
    static let help = CommandHelp(
        "cosign",
        summary: Message(
            fr: "Cosigne un export comme témoin, s'il prolonge ce que le témoin a déjà vu",
            en: "Cosigns an export as a witness, if it extends what the witness saw before"),
        examples: [
            .init(
                "fundctl audit cosign fnf-export-1 --as temoin --key fnf.pem --id IDENTIFIANT",
                Message(fr: "la première fois", en: "the first time")),
            .init("fundctl audit cosign fnf-export-2 --as temoin"),
        ],
        details: [
            Message(
                fr: """
                    Le témoin agit avec sa propre clé, dans son propre dossier de clés, où il retient ce qu'il a vu de chaque \
                    registre. Il ne juge que la croissance de l'histoire : ni les droits, ni les comptes. Il refuse un export \
                    plus court, une fourche, un passé récrit. Sans -o, la note va dans « cosignatures » de l'export.
                    """,
                en: """
                    The witness acts with its own key, in its own key folder, where it remembers what it saw of each register. \
                    It judges only that the history grows: neither authority nor accounts. It refuses a shorter export, a fork, \
                    a rewritten past. Without -o the note goes to the export's "cosignatures".
                    """)
        ])
    static var outputIsOwn: Bool { true }

    @Argument(help: .init(fr: "Le dossier de l'export.", en: "The export's folder.", value: ("dossier", "folder")))
    var folder: String

    @Option(help: .init(fr: "La clé du registre, reçue à part (PEM).", en: "The register's key, received apart (PEM).", value: ("fichier", "file")))
    var key: String?

    @Option(help: .init(fr: "L'identifiant du registre, reçu à part.", en: "The register's id, received apart.", value: ("identifiant", "id")))
    var id: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let witness = try call.actingKey()
        let order = WitnessOrder(
            path: folder, name: witness.name, key: witness.key,
            ledgerKey: try key.map { try PublicKey(pem: call.readFile($0)) }, registerID: try id.map(RegisterIDOption.parse),
            now: call.edge.clock.now())
        try CosignatureFile.check(name: witness.name)
        try refuseOther(witness, call)
        let progress = call.progress(Message(fr: "enregistrements", en: "records"))
        let memory = WitnessMemory(keys: call.keysFolder, witness: witness.key.publicKey)
        let answer = try Witness.cosign(order, memory: memory) { progress.advance(to: $0) }
        progress.finish()
        if global.output != "-" { try write(answer.note.bytes, witness.name) }
        return try result(answer, witness)
    }

    private func target(_ name: String) -> String {
        global.output ?? "\(folder)/\(CosignatureFile.path(name))"
    }

    /// The file of another witness is not written over.
    private func refuseOther(_ witness: ActingKey, _ call: Invocation) throws {
        let target = target(witness.name)
        guard target != "-", access(target, F_OK) == 0 else { return }
        guard CosignatureFile.isBy(witness.key.publicKey, try call.readFile(target)) else {
            throw WitnessError(.cosignatureNameTaken, ["name": witness.name])
        }
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        if global.output == nil, mkdir("\(folder)/cosignatures", 0o755) != 0, errno != EEXIST {
            throw CommandLineError(.outputNotWritten, ["path": "\(folder)/cosignatures", "errno": String(errno)])
        }
        try OutputFile.write(bytes, to: target(name))
    }

    private func result(_ answer: WitnessAnswer, _ witness: ActingKey) throws -> CommandResult {
        let head = answer.head
        let register = try RegisterOrigin(head.origin)
        let file = target(witness.name)
        let before: Message = answer.before.map {
            Message(fr: "\(number: $0.size) enregistrements", en: "\(number: $0.size) records")
        } ?? Message(fr: "rien de ce registre", en: "nothing of this register")
        var result = CommandResult(
            json: [
                "witness": .string(witness.name), "public_key": .string(witness.key.publicKey.hex),
                "register_id": .string(register.id.hex), "origin": .string(register.origin), "size": .integer(head.size),
                "root": .string(head.root.hex), "time": .string(UnixTime.text(head.seconds)),
                "previous_size": answer.before.map { .integer($0.size) } ?? .null, "file": .string(file),
                "note": .string(String(decoding: answer.note.bytes, as: UTF8.self)),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le témoin « \(witness.name) » a cosigné \(head.size, "enregistrement", "enregistrements").",
                        en: "The witness \"\(witness.name)\" cosigned \(head.size, "record", "records").")),
                .facts([
                    (RegisterWords.id, .text(register.id.hex)), (RegisterWords.root, .text(head.root.hex)),
                    (Message(fr: "Vu jusqu'ici", en: "Seen so far"), .message(before)),
                    (Message(fr: "Heure", en: "Time"), .text(UnixTime.text(head.seconds))),
                    (Message(fr: "Note", en: "Note"), .text(file)),
                ]),
            ],
            next: [
                .init(
                    command: "fundctl audit accept \(file) --witness \(witness.name).pub.pem",
                    purpose: Message(fr: "chez qui tient le livre", en: "at those who keep the book"))
            ])
        if global.output == "-", global.format == .text { result.raw = answer.note.bytes }
        return result
    }
}

/// A register's id as it is typed.
enum RegisterIDOption {
    static func parse(_ text: String) throws -> Digest {
        guard let digest = Digest(hex: text.lowercased()) else {
            throw CommandLineError(.invalidValue, ["value": text, "option": "--id"])
        }
        return digest
    }
}
