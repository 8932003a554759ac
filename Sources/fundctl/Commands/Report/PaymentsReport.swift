import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report payments --fund F [--aged-on D]`.
struct PaymentsReport: FundctlCommand {
    static let help = CommandHelp(
        "payments",
        summary: Message(
            fr: "Les paiements en suspens : ce qui reste à payer et ce que la banque n'a pas compensé, par âge",
            en: "Outstanding payments: what is left to pay and what the bank has not cleared, by age"),
        examples: [
            .init("fundctl report payments --fund FNF"),
            .init(
                "fundctl report payments --fund FNF --aged-on 2027-03-31 --format html -o paiements.html",
                Message(fr: "une page à imprimer", en: "a page to print")),
        ],
        details: [
            Message(
                fr: """
                    L'âge compte les jours depuis que la somme est due, ou depuis l'émission du paiement, jusqu'au jour du \
                    dernier lot scellé ou jusqu'à --aged-on. Une personne n'y est nommée que par son identifiant.
                    """,
                en: """
                    The age counts the days since the sum is due, or since the payment was issued, to the day of the last \
                    sealed batch or to --aged-on. A person is named by an identifier alone.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Compte les âges jusqu'à ce jour.", en: "Counts ages to this day.", value: ("date", "date")))
    var agedOn: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let day = try agedOn.map { try CalendarDate(iso: $0) }
        let view = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            let heading = try ReportHeading(reader)
            return PaymentsReportView(heading: heading, payments: try reader.paymentsOutstanding(on: try day ?? heading.day()))
        }
        return try view.result()
    }
}
