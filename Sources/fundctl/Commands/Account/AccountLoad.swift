import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData
import TabularImport

/// `fundctl account load FILE.csv --fund F`.
struct AccountLoad: FundctlCommand {
    static let help = CommandHelp(
        "load", summary: Message(fr: "Ouvre les comptes d'un fichier CSV", en: "Opens the accounts of a CSV file"),
        examples: [
            .init("fundctl account load comptes.csv --fund FNF"),
            .init(
                "fundctl account load comptes.csv --fund FNF --dry-run",
                Message(fr: "vérifie le fichier, n'écrit rien", en: "checks the file, writes nothing")),
        ],
        details: [
            Message(
                fr: """
                    Les colonnes : \("code, name, class"), et si l'on veut \("line, name_en"). Tout ou rien : chaque ligne \
                    qui ne va pas est nommée. Un compte que le fonds a déjà, en tout pareil, est laissé tel quel et \
                    compté; s'il est autre, le fichier est refusé. Une liste de comptes se recharge telle quelle : ses \
                    comptes fermés sont laissés de côté.
                    """,
                en: """
                    The columns: \("code, name, class"), and where wanted \("line, name_en"). All or nothing: each bad row \
                    is named. An account that the fund has already, the same in all, is left as it is and counted; if it \
                    is another, the file is refused. A list of accounts loads back as it is: its closed accounts are left \
                    out.
                    """)
        ])

    @Argument(help: .init(fr: "Le fichier; « - » pour l'entrée standard.", en: "The file; \"-\" for standard input.", value: ("fichier", "file")))
    var file: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let bytes = try call.readFile(file)
        var table = try AccountTable(MemoryByteSource(bytes), fileName: file)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: ["command": .string("account-load"), "file_sha256": .string(SHA256.hash(bytes).hex)], options: write)
        let rows = table.rows.count
        let done = try call.write(request, to: book) { transaction in
            let loaded = try table.load(into: transaction.register(fund.rawValue))
            try refuse(table)
            return loaded
        } again: { reading, receipts in
            let opened = try reading.records(AccountOpened.self, of: receipts).map(\.record.account)
            return AccountTable.Loaded(opened: opened, known: rows - opened.count)
        }
        return result(done, fund)
    }

    private func refuse(_ table: AccountTable) throws {
        guard !table.problems.isEmpty else { return }
        throw RefusedFile(
            LedgerError(.accountFileRefused, ["file": file, "problems": String(table.problems.count)]), table.problems)
    }

    private func result(_ done: WriteDone<AccountTable.Loaded>, _ fund: FundCode) -> CommandResult {
        let opened = done.value.opened, known = done.value.known
        let title =
            write.dryRun
            ? Message(
                fr: "\(opened.count, "compte serait ouvert", "comptes seraient ouverts") dans le fonds \(fund.shown).",
                en: "\(opened.count, "account", "accounts") would be opened in the fund \(fund.shown).")
            : Message(
                fr: "\(opened.count, "compte ouvert", "comptes ouverts") dans le fonds \(fund.shown).",
                en: "\(opened.count, "account", "accounts") opened in the fund \(fund.shown).")
        let same = Message(
            fr: "\(known, "compte y était déjà, pareil", "comptes y étaient déjà, pareils").",
            en: "\(known, "account was", "accounts were") there already, the same.")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "opened": .integer(opened.count), "known": .integer(known),
                "accounts": .array(opened.map(AccountView.json)),
            ],
            text: [.lines(known > 0 ? [title, same] : [title])],
            next: [
                .init(
                    command: "fundctl account list --fund \(fund.shown)",
                    purpose: Message(fr: "montre les comptes", en: "shows the accounts"))
            ])
        result.tell(done)
        return result
    }
}
