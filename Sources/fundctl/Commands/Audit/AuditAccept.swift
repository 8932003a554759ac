import ArgumentParser
import AuditTrail

/// `fundctl audit accept FILE [--witness PUB.pem]`.
struct AuditAccept: FundctlCommand {
    static let help = CommandHelp(
        "accept",
        summary: Message(
            fr: "Reçoit la note d'un témoin et la garde avec l'export qu'elle cosigne",
            en: "Receives a witness's note and keeps it with the export that it cosigns"),
        examples: [
            .init(
                "fundctl audit accept temoin.note --witness temoin.pub.pem",
                Message(fr: "la première fois", en: "the first time")),
            .init("fundctl audit accept temoin.note"),
        ],
        details: [
            Message(
                fr: """
                    La note est vérifiée : elle est du point de contrôle d'un export de ce livre, signée par la clé du témoin, à un \
                    temps possible. L'export de ce numéro, récrit, la portera dans « cosignatures »; rien d'autre n'y change.
                    """,
                en: """
                    The note is checked: it is of the checkpoint of an export of this book, signed by the witness's key, at a \
                    possible time. The export of that number, written again, will carry it in "cosignatures"; nothing else \
                    changes in it.
                    """)
        ])

    @Argument(help: .init(fr: "La note du témoin.", en: "The witness's note.", value: ("fichier", "file")))
    var file: String

    @Option(
        help: .init(
            fr: "La clé du témoin (PEM), la première fois.", en: "The witness's key (PEM), the first time.",
            value: ("fichier", "file")))
    var witness: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let key = try witness.map { try PublicKey(pem: call.readFile($0)) }
        let accepted = try CosignatureAcceptance.accept(
            call.readFile(file), witness: key, in: call.openBook(), now: call.edge.clock.now(), isDryRun: write.dryRun)
        var result = CommandResult(
            json: [
                "register": .string(accepted.register), "export": .integer(accepted.export), "size": .integer(accepted.size),
                "witness": .string(accepted.name), "public_key": .string(accepted.key.hex), "time": .string(accepted.time),
                "is_new": .bool(accepted.isNew), "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "La cosignature de « \(accepted.name) » est gardée avec l'export \(accepted.export) du registre \(accepted.register).",
                        en: "The cosignature of \"\(accepted.name)\" is kept with export \(accepted.export) of the register \(accepted.register).")),
                .facts([
                    (Message(fr: "Clé du témoin", en: "Witness's key"), .text(accepted.key.hex)),
                    (RegisterWords.records, .integer(accepted.size)),
                    (Message(fr: "Heure", en: "Time"), .text(accepted.time)),
                ]),
            ],
            next: [
                .init(
                    command: "fundctl audit export --register \(accepted.register) --number \(accepted.export) -o …",
                    purpose: Message(fr: "récrit l'export, qui la porte", en: "writes the export again, with it"))
            ])
        result.tell(isDryRun: write.dryRun, isRepeated: !accepted.isNew)
        return result
    }
}
