import ArgumentParser
import AuditTrail
import Storage

/// `fundctl backup FILE`.
struct BackupBook: FundctlCommand {
    static let help = CommandHelp(
        "backup",
        summary: Message(
            fr: "Copie le livre et ses pièces pendant que d'autres y écrivent, et vérifie la copie",
            en: "Copies the book and its documents while others write, and checks the copy"),
        examples: [.init("fundctl backup copies/2026-05-01.book")],
        details: [
            Message(
                fr: "Les pièces vont à côté de la copie, dans FICHIER.documents. Les clés n'y sont pas : gardez-les à part.",
                en: "The documents go beside the copy, into FILE.documents. The keys are not in it: keep them apart.")
        ])

    @Argument(help: .init(fr: "Le fichier à écrire, qui n'existe pas encore.", en: "The file to write, which does not exist yet.", value: ("fichier", "file")))
    var file: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let book = try call.openBookToRead()
        let copy = BookCopy(source: book, target: file)
        if write.idempotencyKey != nil, let heads = try copy.standing(waitMilliseconds: call.waitMilliseconds) {
            return result(heads, DocumentCopy(), call, isRepeated: true)
        }
        if write.dryRun {
            try copy.requireNew()
            let heads = try book.read { reading in try reading.registers().map(\.register) }
            return result(heads, DocumentCopy(), call)
        }
        let heads = try copy.make(waitMilliseconds: call.waitMilliseconds)
        return result(heads, try copy.documents(), call)
    }

    private func result(
        _ heads: [RegisterHead], _ documents: DocumentCopy, _ call: Invocation, isRepeated: Bool = false
    ) -> CommandResult {
        var result = CommandResult(
            json: [
                "book": .string(call.bookPath), "file": .string(file),
                "registers": .array(heads.map { .object(RegisterShow.members($0)) }), "documents": documents.json,
                "repeated": .bool(isRepeated), "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le livre est copié dans \(file), et la copie est vérifiée.",
                        en: "The book is copied to \(file), and the copy is checked.")),
                .table(BookCopy.table(heads)),
            ] + documents.text,
            next: [
                .init(
                    command: "fundctl restore \(file) --book NEW.book",
                    purpose: Message(fr: "en refait un livre", en: "makes a book of it again"))
            ])
        if !documents.lost.isEmpty { result.exit = .integrityBroken }
        result.tell(isDryRun: write.dryRun, isRepeated: isRepeated)
        return result
    }
}
