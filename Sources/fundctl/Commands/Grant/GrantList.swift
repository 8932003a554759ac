import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant list --fund F`.
struct GrantList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les subventions d'un fonds", en: "Shows the grants of a fund"),
        examples: [
            .init("fundctl grant list --fund FNF"),
            .init("fundctl grant list --fund FNF --state signed --year 2026-2027 --format csv -o signees.csv"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Dans cet état : applied, assessed, approved, signed, reported, closed, imported, refused, cancelled.", en: "In this state: applied, assessed, approved, signed, reported, closed, imported, refused, cancelled.", value: ("état", "state")))
    var state: GrantStage?

    @Option(help: .init(fr: "De ce programme.", en: "Of this programme.", value: ("code", "code")))
    var program: String?

    @Option(help: .init(fr: "De ce bénéficiaire.", en: "Of this recipient.", value: ("id", "id")))
    var recipient: String?

    @Option(help: .init(fr: "Demandées dans cet exercice, ou qui y prévoient quelque chose.", en: "Applied for in this fiscal year, or with something planned for it.", value: ("exercice", "year")))
    var year: String?

    @Option(help: .init(fr: "Celles qui suivent ce numéro.", en: "Those after this number.", value: ("numéro", "id")))
    var after: String?

    @Option(help: .init(fr: "Combien, au plus.", en: "How many at most.", value: ("n", "n")))
    var limit: Int = 1_000

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        guard limit > 0 else {
            throw CommandLineError(.invalidValue, ["value": String(limit), "option": "--limit", "choices": "1…"])
        }
        let filter = GrantFilter(
            stage: state, program: program, recipient: recipient, year: try year.map { try FiscalYear(parsing: $0) },
            after: try after.map { try GrantID(parsing: $0) }, limit: limit)
        let rows = try call.openBookToRead().read { reading in
            let session = try reading.register(fund.rawValue)
            // A filter that nothing can pass is a mistyped one.
            if let program { _ = try Programs(session).program(program) }
            if let recipient { _ = try Recipients(session).recipient(recipient) }
            return try FundReader(session).grants(filter).map { ($0, try GrantView.name($0, in: session)) }
        }
        let none = Message(fr: "Aucune subvention.", en: "No grant.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "grants": .array(rows.map { GrantView.json($0.0) })],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(table(rows))],
            csv: CSVTable(columns: GrantView.columns, rows: rows.map { GrantView.csv($0.0) }),
            next: rows.first.map {
                [
                    .init(
                        command: "fundctl grant show \($0.0.id.text)",
                        purpose: Message(fr: "en montre une de près", en: "shows one closely"))
                ]
            } ?? [])
    }

    private func table(_ rows: [(GrantRow, Message)]) -> TextTable {
        TextTable(
            [
                .left(GrantWords.grant), .left(GrantWords.recipient, flexible: true), .left(GrantWords.program),
                .left(GrantWords.title, flexible: true), .left(GrantWords.state), .right(GrantWords.agreement),
                .right(GrantWords.accepted), .right(GrantWords.paid),
            ],
            rows: rows.map { row, name in
                [
                    .text(row.id.text), .message(name), .text(row.program), .text(row.title),
                    .message(GrantWords.stage(row.stage)), .amount(row.figures.agreement), .amount(row.figures.accepted),
                    .amount(row.figures.paid),
                ]
            })
    }
}

extension GrantStage: ExpressibleByArgument {}
