import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl payment list --fund F`.
struct PaymentList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les paiements d'un fonds", en: "Shows the payments of a fund"),
        examples: [
            .init("fundctl payment list --fund FNF"),
            .init(
                "fundctl payment list --fund FNF --state issued",
                Message(fr: "ceux que la banque n'a pas compensés", en: "those that the bank has not cleared")),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    enum State: String, CaseIterable, ExpressibleByArgument {
        case issued, cleared, rejected

        var state: PaymentState {
            switch self {
            case .issued: .issued
            case .cleared: .cleared
            case .rejected: .rejected
            }
        }
    }

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Ceux de cet état.", en: "Those of this state.", value: ("état", "state")))
    var state: State?

    @Option(help: .init(fr: "Ceux de cette subvention.", en: "Those of this grant.", value: ("numéro", "id")))
    var grant: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let grant = try grant.map { try GrantID(parsing: $0) }
        let rows = try call.openBookToRead().read { reading in
            let session = try reading.register(fund.rawValue)
            if let grant { _ = try FundReader(session).grant(grant) }
            return try Payments(session).rows(state: state?.state, grant: grant)
        }
        let none = Message(fr: "Aucun paiement.", en: "No payment.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "payments": .array(rows.map(PaymentView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(PaymentView.table(rows))],
            csv: CSVTable(columns: PaymentView.columns, rows: rows.map(PaymentView.csv)))
    }
}
