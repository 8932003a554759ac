import ArgumentParser
import AuditTrail

/// `fundctl document add FILE --register R`.
struct DocumentAdd: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Verse une pièce au dossier d'un registre", en: "Adds a document to a register"),
        examples: [
            .init("fundctl document add facture-2231.pdf --register fnf"),
            .init(
                "fundctl document add scan.bin --register fnf --type application/pdf --name facture-2231.pdf",
                Message(fr: "avec un nom et un type choisis", en: "with a name and a type of your own")),
        ],
        details: [
            Message(
                fr: """
                    Le registre retient l'empreinte, le nom, la taille et le type; le fichier est copié à côté du livre, \
                    sous son empreinte. Ne versez pas ainsi de renseignements personnels : ni le nom ni l'empreinte ne \
                    s'effacent d'un registre.
                    """,
                en: """
                    The register keeps the hash, the name, the size and the type; the file is copied beside the book, \
                    under its hash. Do not add personal information this way: neither name nor hash is ever erased from a \
                    register.
                    """)
        ])

    @Argument(help: .init(fr: "Le fichier.", en: "The file.", value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "Le registre.", en: "The register.", value: ("registre", "register")))
    var register: OneRegister

    @Option(help: .init(fr: "Le type de média; sinon d'après le nom.", en: "The media type; else by the name.", value: ("type", "type")))
    var type: String?

    @Option(help: .init(fr: "Le nom à retenir; sinon celui du fichier.", en: "The name to keep; else the file's.", value: ("nom", "name")))
    var name: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let name = self.name ?? DocumentName.of(file)
        let type = self.type ?? MediaType.of(name)
        try TypedText.check(name, option: "--name", bytes: 1...255)
        guard MediaType.isType(type) else {
            throw CommandLineError(.invalidValue, ["value": type, "option": "--type", "choices": "application/pdf, image/png"])
        }
        let book = try call.openBook()
        let attachments = Attachments([file], call: call, isDryRun: write.dryRun)
        return try attachments.holding { kept in
            let measure = kept.documents[0].measure
            let document = DocumentAdded(name: name, sha256: measure.sha256, size: measure.size, type: type)
            let request = WriteRequest(
                registers: [register.rawValue],
                content: [
                    "command": "document add", "register": .string(register.rawValue),
                    "sha256": .string(measure.sha256.hex), "name": .text(name), "type": .string(type),
                ], options: write)
            let written = try call.write(request, to: book) { transaction in
                try transaction.register(register.rawValue).append(document)
            } again: { _, receipts in
                receipts.first?.first ?? 0
            }
            return result(written, document, path: DocumentStore(book: call.bookPath).path(of: measure.sha256))
        }
    }

    private func result(_ written: WriteDone<Int64>, _ document: DocumentAdded, path: String) -> CommandResult {
        let hash = document.sha256.hex
        var result = CommandResult(
            json: [
                "state": "done", "register": .string(register.rawValue), "record": .integer(written.value),
                "sha256": .string(hash), "name": .string(document.name), "type": .string(document.type),
                "size": .integer(document.size), "file": .string(path),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "La pièce « \(Visible.text(document.name)) » est versée au registre \(register.rawValue).",
                        en: "The document \"\(Visible.text(document.name))\" is added to the register \(register.rawValue).")),
                .facts([
                    (DocumentWords.hash, .text(hash)), (DocumentWords.type, .text(document.type)),
                    (DocumentWords.size, .integer(document.size)), (ApprovalWords.record, .integer(written.value)),
                    (DocumentWords.file, .text(path)),
                ]),
            ],
            next: [
                .init(
                    command: "fundctl document show \(hash.prefix(12))",
                    purpose: Message(fr: "la montre et vérifie le fichier", en: "shows it and checks the file"))
            ])
        result.tell(written)
        return result
    }
}
