import ArgumentParser
import AuditTrail

/// `fundctl key create NAME`.
struct KeyCreate: FundctlCommand {
    static let help = CommandHelp(
        "create",
        summary: Message(
            fr: "Crée une clé Ed25519, par laquelle une personne scelle ce qu'elle écrit",
            en: "Makes an Ed25519 key, with which a person seals what they write"),
        examples: [.init("fundctl key create marie-tremblay")],
        details: [
            Message(
                fr: """
                    La clé privée est un fichier PEM (PKCS#8) que vous seul pouvez lire. Sur un terminal, une phrase \
                    secrète vous est demandée; une réponse vide n'en met pas. La clé publique est à côté : c'est elle \
                    que l'on remet à qui doit vous admettre.
                    """,
                en: """
                    The private key is a PEM file (PKCS#8) that you alone can read. On a terminal a passphrase is \
                    asked for; an empty answer sets none. The public key lies beside it: that is the one to hand to \
                    whoever is to admit you.
                    """)
        ])

    @Argument(
        help: .init(
            fr: "Le nom de la personne, qui est celui de la clé.", en: "The person's name, which is the key's.",
            value: ("nom", "name")))
    var name: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try KeyFolder.check(name)
        let folder = call.keyFolder
        if folder.holds(name) {
            // The same request again is answered with what it made.
            guard write.idempotencyKey != nil else {
                throw AuditError(.keyFileExists, ["path": folder.privatePath(name)])
            }
            return try result(folder, publicKey: folder.publicKey(name).hex, call)
        }
        let passphrase = try call.newPassphrase(for: name)
        if write.dryRun { return try result(folder, publicKey: nil, call) }
        let key = try PrivateKey.generate()
        try folder.store(key, as: name, passphrase: passphrase)
        return try result(folder, publicKey: key.publicKey.hex, call)
    }

    private func result(_ folder: KeyFolder, publicKey: String?, _ call: Invocation) throws -> CommandResult {
        let title =
            publicKey == nil
            ? Message(fr: "La clé « \(name) » serait créée.", en: "The key \"\(name)\" would be made.")
            : Message(fr: "La clé « \(name) » est créée.", en: "The key \"\(name)\" is made.")
        var facts: [(label: Message, value: Cell)] = [
            (KeyTexts.privateFile, .text(folder.privatePath(name))), (KeyTexts.publicFile, .text(folder.publicPath(name))),
        ]
        if let publicKey { facts.insert((KeyTexts.publicKey, .text(publicKey)), at: 0) }
        return CommandResult(
            json: [
                "name": .string(name), "public_key": .optional(publicKey),
                "private_file": .string(folder.privatePath(name)), "public_file": .string(folder.publicPath(name)),
                "dry_run": .bool(write.dryRun),
            ],
            text: [.paragraph(title), .facts(facts)],
            next: [
                .init(
                    command: "fundctl key show \(name)",
                    purpose: Message(fr: "montre la clé publique à remettre", en: "shows the public key to hand over"))
            ])
    }
}
