import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report general-ledger --fund F [--account A] [--from D] [--to D]`.
struct GeneralLedgerReport: FundctlCommand {
    static let help = CommandHelp(
        "general-ledger",
        summary: Message(fr: "Le grand livre d'un fonds, compte par compte", en: "The general ledger of a fund, account by account"),
        examples: [
            .init("fundctl report general-ledger --fund FNF --account 1000"),
            .init(
                "fundctl report general-ledger --fund FNF --from 2026-04-01 --to 2026-06-30 --format csv -o grand-livre.csv",
                Message(fr: "un trimestre, pour un tableur", en: "a quarter, for a spreadsheet")),
        ],
        details: [
            Message(
                fr: "Chaque ligne a sa date d'effet et le solde du compte après elle. Sans --account, tous les comptes qui ont bougé ou qui ont un solde.",
                en: "Each line has its effective date and the account's balance after it. Without --account, all accounts that moved or have a balance.")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Ce compte seulement.", en: "This account only.", value: ("compte", "account")))
    var account: String?

    @Option(help: .init(fr: "À partir de cette date.", en: "From this date on.", value: ("date", "date")))
    var from: String?

    @Option(help: .init(fr: "Jusqu'à cette date.", en: "Up to this date.", value: ("date", "date")))
    var to: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let first = try from.map { try CalendarDate(iso: $0) } ?? .earliest
        let last = try to.map { try CalendarDate(iso: $0) } ?? .latest
        let book = try call.openBookToRead()
        let format = global.format, account = account
        var result = CommandResult(json: [:], text: [])
        result.stream = { writer, sink in
            try book.read { reading in
                let reader = try FundReader(reading.register(fund.rawValue))
                if let account { _ = try reader.account(account) }
                let years = try reader.years().filter { $0.budget == .none && $0.year.firstDay <= last && $0.year.lastDay >= first }
                let days = from == nil && to == nil ? nil : first...max(first, last)
                let heading = GeneralLedgerView.Heading(
                    report: try ReportHeading(reader, days: days), from: from == nil ? nil : first,
                    to: to == nil ? nil : last, withoutBudget: years.map(\.year))
                var view = GeneralLedgerView(heading: heading, format: format, writer: writer, sink: sink)
                view.begin()
                try reader.generalLedger(account: account, from: first, to: last) { view.add($0) }
                return view.end()
            }
        }
        return result
    }
}
