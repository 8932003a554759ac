import ArgumentParser
import AuditTrail
import Storage

/// `fundctl restore FILE`: a new book from a backup.
struct RestoreBook: FundctlCommand {
    static let help = CommandHelp(
        "restore", summary: Message(fr: "Refait un livre à partir d'une sauvegarde", en: "Makes a book again from a backup"),
        examples: [.init("fundctl restore copies/2026-05-01.book --book fundctl.book")],
        details: [
            Message(
                fr: """
                    Le livre (--book) ne doit pas exister encore. Une sauvegarde plus courte que ce que vos clés ont scellé \
                    se lit, mais fundctl refuse d'y écrire : ce qui manque serait effacé de l'histoire.
                    """,
                en: """
                    The book (--book) must not exist yet. A backup shorter than what your keys have sealed can be read, but \
                    fundctl refuses to write to it: what is missing would be wiped from history.
                    """)
        ])

    @Argument(help: .init(fr: "La sauvegarde.", en: "The backup.", value: ("fichier", "file")))
    var file: String

    @Option(
        help: .init(
            fr: "Une exportation dont reprendre ce que la sauvegarde n'a pas (pas encore offert).",
            en: "A bundle to replay what the backup lacks from (not offered yet).", value: ("dossier", "folder")))
    var bundle: [String] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        if !bundle.isEmpty { throw CommandLineError(.notOfferedYet, ["option": "--bundle"]) }
        let backup = try Book.open(
            path: file, layout: FundctlBook.layout, readOnly: true, waitMilliseconds: call.waitMilliseconds)
        let copy = BookCopy(source: backup, target: call.bookPath)
        if write.idempotencyKey != nil, let heads = try copy.standing(waitMilliseconds: call.waitMilliseconds) {
            return try result(heads, DocumentCopy(), call, isRepeated: true)
        }
        if write.dryRun {
            try copy.requireNew()
            let heads = try backup.read { reading in try reading.registers().map(\.register) }
            return try result(heads, DocumentCopy(), call)
        }
        let heads = try copy.make(waitMilliseconds: call.waitMilliseconds)
        return try result(heads, try copy.documents(), call)
    }

    private func result(
        _ heads: [RegisterHead], _ documents: DocumentCopy, _ call: Invocation, isRepeated: Bool = false
    ) throws -> CommandResult {
        let behind = try behind(heads, call)
        var result = CommandResult(
            json: [
                "file": .string(file), "book": .string(call.bookPath),
                "registers": .array(heads.map { .object(RegisterShow.members($0)) }),
                "behind": .array(
                    behind.map { head, known in
                        ["register": .string(head.name), "size": .integer(head.size), "known_size": .integer(known)]
                    }), "documents": documents.json, "repeated": .bool(isRepeated), "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le livre \(call.bookPath) est refait à partir de \(file).",
                        en: "The book \(call.bookPath) is made again from \(file).")), .table(BookCopy.table(heads)),
            ] + documents.text, notes: behind.map(Self.note),
            next: [
                .init(command: "fundctl check", purpose: Message(fr: "rejoue tout et compare", en: "replays everything and compares")),
                .init(command: "fundctl status", purpose: Message(fr: "montre où en est le livre", en: "shows where the book stands")),
            ])
        if !documents.lost.isEmpty { result.exit = .integrityBroken }
        result.tell(isDryRun: write.dryRun, isRepeated: isRepeated)
        return result
    }

    /// The registers that some key of the key folder knows longer than the backup has them.
    private func behind(_ heads: [RegisterHead], _ call: Invocation) throws -> [(RegisterHead, Int64)] {
        let memory = KeyFolderMemory(keys: call.keysFolder)
        return try heads.compactMap { head in
            let known = try memory.recalled(register: head.id).map(\.size).max() ?? 0
            return known > head.size ? (head, known) : nil
        }
    }

    private static func note(_ head: RegisterHead, _ known: Int64) -> Message {
        Message(
            fr: "registre \(head.name) : la sauvegarde s'arrête à \(number: head.size) enregistrements, vos clés en connaissent \(number: known). On peut lire ce livre; y écrire sera refusé (E-AUD-021).",
            en: "register \(head.name): the backup ends at \(number: head.size) records, your keys know \(number: known). This book can be read; writing to it will be refused (E-AUD-021).")
    }
}
