import ArgumentParser
import AuditTrail

/// `fundctl audit export --register R -o DIR`.
struct AuditExport: FundctlCommand {
    static let help = CommandHelp(
        "export",
        summary: Message(
            fr: "Écrit l'export signé d'un registre, que l'auditeur vérifie sans nous",
            en: "Writes a register's signed export, which the auditor checks without us"),
        examples: [
            .init("fundctl audit export --register fnf -o fnf-export-1"),
            .init(
                "fundctl audit export --register fnf --number 1 -o fnf-1-bis",
                Message(fr: "le même export, octet pour octet", en: "the same export, byte for byte")),
            .init(
                "fundctl audit export --register fnf -o fnf-export-2 --timestamp \"\(AuditTimestamp.curl)\"",
                Message(fr: "avec l'horodatage d'une autorité", en: "with an authority's time stamp")),
        ],
        details: [
            Message(
                fr: """
                    Un nouveau numéro n'est ouvert que si des enregistrements suivent le dernier export; sinon le dernier \
                    est réécrit, octet pour octet. Le dossier apparaît tout entier, ou pas du tout.
                    """,
                en: """
                    A new number is opened only where records follow the last export; otherwise the last one is written \
                    again, byte for byte. The folder appears whole, or not at all.
                    """),
            Message(
                fr: """
                    La commande de --timestamp reçoit une demande RFC 3161 sur son entrée et rend la réponse sur sa sortie, \
                    en deux minutes au plus. Si elle échoue, l'export est là, sans jeton, et le code de sortie est 1 : \
                    « audit timestamp » l'y joindra plus tard. Un export réécrit ne reprend pas le jeton : gardez \
                    STATEMENT.tsr.
                    """,
                en: """
                    The command of --timestamp takes an RFC 3161 request on its input and gives the answer on its output, \
                    within two minutes. Where it fails the export is there, without a token, and the exit status is 1: \
                    "audit timestamp" adds one later. An export written again does not have the token: keep STATEMENT.tsr.
                    """),
        ])
    static var outputIsOwn: Bool { true }

    @Option(help: .init(fr: "Le registre : fnf, fdmt ou employers.", en: "The register: fnf, fdmt or employers.", value: ("registre", "register")))
    var register: String

    @Option(help: .init(fr: "Réécrit cet export déjà ouvert.", en: "Writes this export again.", value: ("numéro", "number")))
    var number: Int64?

    @Flag(help: .init(fr: "Joint les documents.", en: "Takes the documents along."))
    var documents = false

    @Option(
        help: .init(
            fr: "Demande un horodatage de STATEMENT à l'aide de cette commande.",
            en: "Has STATEMENT time-stamped through this command.", value: ("commande", "command")))
    var timestamp: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        guard let folder = global.output else { throw CommandLineError(.missingArgument, ["argument": "-o", "command": "fundctl audit export"]) }
        // Before a number is opened for it.
        try NewFolder.requireFree(folder)
        let register = self.register.lowercased()
        let book = try call.openBook()
        let head = try book.read { try $0.register(register).register }
        let keys = try call.ledgerKeys(of: head)
        let opened = try open(call, book, register, keys)
        if write.dryRun { return planned(register, opened, folder) }
        let signed = try BundleExport.write(
            book, register: register, number: number ?? opened?.place.number, ledgerKeys: keys, to: folder,
            documents: { [documents] in documents ? "\(call.bookPath).documents/\($0.hex.prefix(2))/\($0.hex)" : nil })
        return result(signed, folder, isNew: opened?.isNew ?? false, head, token: try stamp(folder, signed, call))
    }

    /// The bundle stands already: what fails here is told with it.
    private func stamp(_ folder: String, _ signed: SignedStatement, _ call: Invocation) throws -> TimeStampResponse? {
        do {
            return try timestamp.map { try TimeStamping(call: call, bundle: StampedBundle(folder)).ask($0) }
        } catch let cause as any CodedError {
            throw UnstampedBundle(bundle: folder, export: signed.statement.export, cause: cause)
        }
    }

    /// Nil where an older number is asked for.
    private func open(_ call: Invocation, _ book: Book, _ register: String, _ keys: [PrivateKey]) throws -> OpenedExport? {
        guard number == nil else { return nil }
        let order = ExportOrder(
            register: register, key: try call.actingKey().key, now: call.edge.clock.now(),
            software: "fundctl \(Version.number)", ledgerKeys: keys, isDryRun: write.dryRun,
            memory: KeyFolderMemory(keys: call.keysFolder))
        return try BundleExport.open(book, order)
    }

    private func planned(_ register: String, _ opened: OpenedExport?, _ folder: String) -> CommandResult {
        let number = number ?? opened?.place.number ?? 1
        return CommandResult(
            json: ["register": .string(register), "export": .integer(number), "folder": .string(folder), "dry_run": .bool(true)],
            text: [
                .paragraph(
                    Message(
                        fr: "L'export \(number) du registre \(register) serait écrit dans « \(folder) ».",
                        en: "Export \(number) of the register \(register) would be written to \"\(folder)\"."))
            ])
    }

    private func result(
        _ signed: SignedStatement, _ folder: String, isNew: Bool, _ head: RegisterHead, token: TimeStampResponse?
    ) -> CommandResult {
        let statement = signed.statement
        let title =
            isNew
            ? Message(
                fr: "L'export \(statement.export) du registre \(head.name) est écrit dans « \(folder) ».",
                en: "Export \(statement.export) of the register \(head.name) is written to \"\(folder)\".")
            : Message(
                fr: "L'export \(statement.export) du registre \(head.name), déjà ouvert, est réécrit dans « \(folder) ».",
                en: "Export \(statement.export) of the register \(head.name), opened before, is written again to \"\(folder)\".")
        var result = CommandResult(
            json: [
                "register": .string(head.name), "register_id": .string(head.id.hex), "export": .integer(statement.export),
                "is_new": .bool(isNew), "size": .integer(statement.extent.size), "root": .string(statement.extent.root.hex),
                "statement_sha256": .string(signed.sha256.hex), "folder": .string(folder), "timestamp": token.map { .string($0.time) } ?? .null, "dry_run": .bool(false),
            ],
            text: [.paragraph(title), .facts(facts(signed, head, token))],
            notes: [
                Message(
                    fr: "L'auditeur garde STATEMENT : le prochain export devra prolonger celui-ci.",
                    en: "The auditor keeps STATEMENT: the next export must extend this one.")
            ],
            next: [
                .init(
                    command: "fundctl audit verify \(folder) --key \(head.name).pem --id \(head.id.hex)"
                        + (statement.export > 1 ? " --previous STATEMENT-\(statement.export - 1)" : ""),
                    purpose: Message(
                        fr: "le vérifie, avec la clé que donne « fundctl register show \(head.name) --pem »",
                        en: "checks it, with the key that \"fundctl register show \(head.name) --pem\" gives"))
            ])
        if token != nil { result.notes.append(TimeStampWords.unjudged) }
        return result
    }

    private func facts(
        _ signed: SignedStatement, _ head: RegisterHead, _ token: TimeStampResponse?
    ) -> [(label: Message, value: Cell)] {
        let extent = signed.statement.extent
        return [
            (Message(fr: "Enregistrements", en: "Records"), .integer(extent.size)),
            (Message(fr: "Racine", en: "Root"), .text(extent.root.hex)),
            (Message(fr: "Identifiant du registre", en: "Register id"), .text(head.id.hex)),
            (Message(fr: "SHA-256 de STATEMENT", en: "SHA-256 of STATEMENT"), .text(signed.sha256.hex)),
        ] + (token.map { [(Message(fr: "Horodatage", en: "Time stamp"), .text($0.time))] } ?? [])
    }
}
