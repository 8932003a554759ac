import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData
import TabularImport

/// `fundctl grant import FILE --fund F --map MAP.yaml`.
struct GrantImportCommand: FundctlCommand {
    static let help = CommandHelp(
        "import",
        summary: Message(
            fr: "Reprend un registre de subventions d'un fichier CSV : tout, ou rien",
            en: "Takes over a register of grants from a CSV file: all or nothing"),
        examples: [
            .init("fundctl grant import subventions.csv --fund FNF --map maps/360giving-grants-register.yaml --dry-run"),
            .init("fundctl grant import subventions.csv --fund FNF --map maps/360giving-grants-register.yaml"),
        ],
        details: [
            Message(
                fr: """
                    Une rangée donne une subvention : accordée, et à payer en entier. Ce que le fichier ne dit pas, un \
                    paiement, n'est pas inventé. Les bénéficiaires inconnus sont inscrits sous leur nom; un autre nom pour un \
                    bénéficiaire connu est signalé, et ne change rien. Les programmes doivent exister. Un montant qui demande \
                    une autorité (A-6.01, r. 6) est signalé aussi : le fichier ne prouve pas qu'elle a approuvé.
                    """,
                en: """
                    A row becomes a grant: awarded, and payable in full. What the file does not say, a payment, is not \
                    invented. Unknown recipients are entered under their name; another name for a known recipient is pointed \
                    out, and changes nothing. The programmes must be there. An amount that asks for an authority (A-6.01, \
                    r. 6) is pointed out too: the file does not prove that it approved.
                    """),
            Message(
                fr: """
                    Le nom d'une personne n'entre dans aucun enregistrement : inscrivez-la d'abord (fundctl recipient add \
                    --person), et ne la nommez ni dans l'objet ni dans le nom du fichier.
                    """,
                en: """
                    A person's name enters no record: enter the person first (fundctl recipient add --person), and name them \
                    neither in the title nor in the file's name.
                    """),
            Message(
                fr: """
                    Le même fichier importé deux fois n'est pas écrit deux fois. Si la carte nomme une source unique, un \
                    fichier plus long n'apporte que ce qui est nouveau. Les cartes : docs/import-maps.fr.md.
                    """,
                en: """
                    The same file imported twice is not written twice. Where the map names a unique source, a longer file \
                    brings only what is new. Maps: docs/import-maps.en.md.
                    """),
        ])

    @Argument(
        help: .init(
            fr: "Le fichier CSV; « - » pour l'entrée standard.", en: "The CSV file; \"-\" for standard input.",
            value: ("fichier", "file")))
    var file: String

    @OptionGroup var fund: FundOption

    @Option(
        help: .init(
            fr: "La carte qui dit comment lire le fichier (YAML).", en: "The map that says how to read the file (YAML).",
            value: ("carte", "map")))
    var map: String

    @Option(
        help: .init(
            fr: "Combien de rangées fautives, ou de noms différents, sont montrés.",
            en: "How many bad rows, or differing names, are shown.", value: ("nombre", "number")))
    var problems: Int = 50

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let map = try ImportMap.compile(call.readFile(self.map), fileName: self.map, target: GrantImportTarget.target)
        let input = try ImportInput(file, call)
        let order = GrantImport(map: map, fileName: input.name, fileHash: try input.hash(), problemLimit: max(1, problems))
        let book = try call.openBook()
        let register = try book.read { try $0.register(fund.rawValue).register.id }
        var options = write
        options.idempotencyKey = write.idempotencyKey ?? order.idempotencyKey(register: register)
        let progress = call.progress(Message(fr: "subventions", en: "grants"))
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "command": "grant-import", "file": .string(order.fileHash.hex),
                "map": .string(SHA256.hash(map.compiled).hex),
            ], options: options)
        let written = try call.write(request, to: book) { transaction in
            try order.run(input.open(), in: transaction.register(fund.rawValue)) { progress.advance(to: $0) }
        }
        progress.finish()
        let view = GrantImportView(fund: fund, file: input.name, isDryRun: write.dryRun)
        switch written {
        case .done(let outcome, _): return view.result(outcome)
        case .repeated(let receipts): return view.repeated(receipts)
        }
    }
}
