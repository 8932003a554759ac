import ArgumentParser
import FundLedger
import ReferenceData

/// `fundctl levy assess`: a calculator. It opens no book and keeps nothing.
struct LevyAssess: FundctlCommand {
    static let help = CommandHelp(
        "assess",
        summary: Message(fr: "Calcule la cotisation d'un employeur, ligne par ligne", en: "Reckons an employer's levy, line by line"),
        examples: [
            .init("fundctl levy assess --taxation-year 2025 --payroll 2500000 --training 18000"),
            .init(
                "fundctl levy assess --taxation-year 2025 --payroll 2500000 --training 18000 --government-help 3000 --surplus 1250,50",
                Message(fr: "avec une aide et un excédent de l'année d'avant", en: "with help, and a surplus of the year before")),
            .init(
                "fundctl levy assess --taxation-year 2025 --payroll 2100000 --training 15000 --year-before 9000",
                Message(fr: "première année au-dessus du seuil", en: "first year above the threshold")),
        ],
        details: [
            Message(
                fr: "Aucun livre n'est ouvert et rien n'est gardé : les chiffres d'un employeur peuvent relever du secret fiscal.",
                en: "No book is opened and nothing is kept: an employer's figures may be tax-secret."),
            Message(
                fr: "C'est une aide au calcul. Seule Revenu Québec établit ce qui est dû.",
                en: "This is an aid to reckoning. Revenu Québec alone settles what is owed."),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "L'année d'imposition (civile).", en: "The taxation year (a calendar year).", value: ("année", "year")))
    var taxationYear: String

    @Option(help: .init(fr: "La masse salariale de l'année.", en: "The payroll of the year.", value: ("montant", "amount")))
    var payroll: String

    @Option(
        help: .init(
            fr: "Les dépenses de formation admissibles de l'année.", en: "The eligible training spending of the year.",
            value: ("montant", "amount")))
    var training: String?

    @Option(
        help: .init(
            fr: "L'aide gouvernementale reçue pour ces dépenses.", en: "The government help received for it.",
            value: ("montant", "amount")))
    var governmentHelp: String?

    @Option(
        help: .init(
            fr: "L'excédent reporté de l'année d'avant.", en: "The surplus brought from the year before.",
            value: ("montant", "amount")))
    var surplus: String?

    @Flag(
        help: .init(
            fr: "Un certificat de qualité des initiatives de formation est valide cette année-là.",
            en: "A training initiative quality certificate is valid that year."))
    var certificate = false

    @Option(
        help: .init(
            fr: "Première année au-dessus du seuil : les dépenses admissibles de l'année d'avant, aide déduite.",
            en: "First year above the threshold: the eligible spending of the year before, less help.",
            value: ("montant", "amount")))
    var yearBefore: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let declaration = LevyDeclaration(
            year: try TaxationYear(parsing: taxationYear), payroll: try AmountText.parse(payroll),
            spending: try training.map(AmountText.parse) ?? .zero,
            help: try governmentHelp.map(AmountText.parse) ?? .zero, surplus: try surplus.map(AmountText.parse) ?? .zero,
            hasCertificate: certificate, yearBefore: try yearBefore.map(AmountText.parse))
        let assessment = try LevyAssessment(declaration)
        return CommandResult(
            json: LevyView.json(assessment), text: LevyView.text(assessment), csv: LevyView.csv(assessment))
    }
}
