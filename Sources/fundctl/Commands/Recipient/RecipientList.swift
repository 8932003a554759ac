import ArgumentParser
import FundLedger
import ReferenceData

/// `fundctl recipient list --fund F`.
struct RecipientList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les bénéficiaires d'un fonds", en: "Shows the recipients of a fund"),
        examples: [.init("fundctl recipient list --fund FNF")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Combien, au plus.", en: "How many at most.", value: ("n", "n")))
    var limit: Int = 1_000

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let views = try call.openBookToRead().read { reading in
            let session = try reading.register(fund.rawValue)
            return try Recipients(session).all(limit: max(0, limit)).map { try RecipientView($0, in: session) }
        }
        let none = Message(fr: "Le fonds \(fund.shown) n'a pas encore de bénéficiaire.", en: "The fund \(fund.shown) has no recipient yet.")
        let table = TextTable(
            [.left(GrantWords.recipient), .left(LedgerTexts.name, flexible: true)],
            rows: views.map { [.text($0.row.recipient), .message($0.name)] })
        return CommandResult(
            json: ["fund": .string(fund.shown), "recipients": .array(views.map(\.json))],
            text: views.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["recipient", "name", "subject"],
                rows: views.map { [$0.row.recipient, $0.row.name.organisation ?? "", $0.row.name.subject ?? ""] }))
    }
}
