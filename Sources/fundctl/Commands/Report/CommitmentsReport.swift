import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report commitments --fund F [--year Y] [--aged-on D]`.
struct CommitmentsReport: FundctlCommand {
    static let help = CommandHelp(
        "commitments",
        summary: Message(
            fr: "Ce qui est engagé et n'est pas dépensé, par âge, et les obligations des exercices à venir",
            en: "What is committed and not spent, by age, and the obligations of years to come"),
        examples: [
            .init("fundctl report commitments --fund FNF"),
            .init(
                "fundctl report commitments --fund FNF --year 2026-2027 --aged-on 2027-03-31 --format html -o engagements.html",
                Message(fr: "une page à imprimer", en: "a page to print")),
        ],
        details: [
            Message(
                fr: """
                    L'âge d'un engagement compte les jours depuis sa date d'effet, jusqu'au jour du dernier lot scellé ou \
                    jusqu'à --aged-on. Les montants sont toujours ceux du registre tel qu'il est. Les parts d'exercices à \
                    venir sont des obligations contractuelles : elles n'engagent pas encore de budget.
                    """,
                en: """
                    A commitment's age counts the days since its effective date, to the day of the last sealed batch or to \
                    --aged-on. The amounts are always those of the register as it stands. The parts of years to come are \
                    contractual obligations: they commit no budget yet.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Les engagements de cet exercice.", en: "The commitments of this year.", value: ("exercice", "year")))
    var year: String?

    @Option(help: .init(fr: "Compte les âges jusqu'à ce jour.", en: "Counts ages to this day.", value: ("date", "date")))
    var agedOn: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let year = try self.year.map { try FiscalYear(parsing: $0) }
        let day = try agedOn.map { try CalendarDate(iso: $0) }
        let view = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            let heading = try ReportHeading(reader, year: year)
            return CommitmentsReportView(
                heading: heading, year: year, ageing: try reader.commitmentAgeing(year, on: try day ?? heading.day()))
        }
        return view.result
    }
}
