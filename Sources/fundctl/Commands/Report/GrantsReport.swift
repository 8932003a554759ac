import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report grants --fund F [--by GROUP] [--year Y] [--state S] [--program P]`.
struct GrantsReport: FundctlCommand {
    static let help = CommandHelp(
        "grants",
        summary: Message(fr: "Le registre des subventions d'un fonds, par programme", en: "The register of a fund's grants, by programme"),
        examples: [
            .init("fundctl report grants --fund FNF"),
            .init(
                "fundctl report grants --fund FNF --year 2026-2027 --by state --format html -o subventions.html",
                Message(fr: "une page à imprimer", en: "a page to print")),
        ],
        details: [
            Message(
                fr: """
                    Chaque groupe avec ses sommes, puis ses subventions : la convention en vigueur, ce qui est accepté, payé, \
                    à payer, et encore engagé. Une personne n'y est nommée que par son identifiant. Sans restriction, le \
                    rapport dit aussi ce que les plans prévoient pour chaque exercice.
                    """,
                en: """
                    Each group with its sums, then its grants: the agreement in force, what is accepted, paid, payable, and \
                    still committed. A person is named by an identifier alone. Not narrowed, the report tells also what the \
                    plans have for each fiscal year.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Par programme (program), état (state), bénéficiaire (recipient) ou exercice de la demande (year).", en: "By program, state, recipient, or fiscal year of the application (year).", value: ("groupe", "group")))
    var by: GrantGrouping = .program

    @Option(help: .init(fr: "Demandées dans cet exercice, ou qui y prévoient quelque chose.", en: "Applied for in this fiscal year, or with something planned for it.", value: ("exercice", "year")))
    var year: String?

    @Option(help: .init(fr: "Dans cet état.", en: "In this state.", value: ("état", "state")))
    var state: GrantStage?

    @Option(help: .init(fr: "De ce programme.", en: "Of this programme.", value: ("code", "code")))
    var program: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let year = try self.year.map { try FiscalYear(parsing: $0) }
        let filter = GrantFilter(stage: state, program: program, year: year)
        let isWhole = state == nil && program == nil && year == nil
        let view = try call.openBookToRead().read { reading in
            let session = try reading.register(fund.rawValue)
            let reader = try FundReader(session)
            let programs = try Programs(session).all()
            if let program { _ = try Programs(session).program(program) }
            return GrantsReportView(
                heading: try ReportHeading(reader, year: year), filter: filter,
                register: try GrantRegister(reader.grants(filter), by: by), years: isWhole ? try reader.grantYears() : [],
                programs: Dictionary(programs.map { ($0.program, $0) }, uniquingKeysWith: { $1 }))
        }
        return view.result
    }
}

extension GrantGrouping: ExpressibleByArgument {}
