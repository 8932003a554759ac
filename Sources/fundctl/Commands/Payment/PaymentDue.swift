import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl payment due --fund F`.
struct PaymentDue: FundctlCommand {
    static let help = CommandHelp(
        "due", summary: Message(fr: "Montre ce qui est à verser", en: "Shows what is to be paid"),
        examples: [.init("fundctl payment due --fund FNF"), .init("fundctl payment due --fund FNF --until 2026-06-30")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Les sommes dues jusqu'à ce jour; sinon aujourd'hui.", en: "What is due by this day; else today.", value: ("date", "date")))
    var until: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let day = try CalendarDate(iso: until ?? call.edge.clock.today())
        let due = try call.openBookToRead().read { try Payments($0.register(fund.rawValue)).due(until: day) }
        let none = Message(fr: "Rien n'est à verser.", en: "Nothing is to be paid.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "until": .string(day.iso), "due": .array(due.map(PaymentView.json))],
            text: due.isEmpty ? [.paragraph(none)] : [.table(PaymentView.table(due))],
            csv: CSVTable(columns: PaymentView.dueColumns, rows: due.map(PaymentView.csv)),
            next: due.contains(where: \.isReady)
                ? [
                    .init(
                        command: "fundctl payment run --fund \(fund.shown)",
                        purpose: Message(fr: "propose de les verser", en: "proposes to pay them"))
                ] : [])
    }
}
