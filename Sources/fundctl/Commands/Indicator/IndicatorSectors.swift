import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator sectors NAME [--year Y] [--month M] [--level L]`.
struct IndicatorSectors: FundctlCommand {
    static let help = CommandHelp(
        "sectors", summary: Message(fr: "Répartit un chiffre entre les secteurs d'activité", en: "Shares out a figure among the industry sectors"),
        examples: [
            .init("fundctl indicator sectors nouvelles-ententes --year 2026-2027"),
            .init(
                "fundctl indicator sectors nouvellement-aidee --month 2026-P03 --level region-06",
                Message(fr: "juin, à Montréal", en: "June, in Montréal")),
        ],
        details: [
            Message(
                fr: """
                    Les vingt secteurs du SCIAN. Chaque entreprise, ou l'employeur de chaque entente, compte dans le secteur que \
                    le registre lui donne aujourd'hui; le total est ce que les enregistrements comptent maintenant, sans égard à \
                    ce qui est publié.
                    """,
                en: """
                    The twenty sectors of the NAICS. Each firm, or the employer of each agreement, counts in the sector that the \
                    register gives it today; the total is what the records count now, whatever is published.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: .init(fr: "L'indicateur, un de ceux qui se comptent.", en: "The indicator, one of those that are counted.", value: ("indicateur", "indicator")))
    var indicator: String

    @OptionGroup var place: FigureOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let place = try self.place.read(indicator, call)
        let (definition, parts) = try call.openBookToRead().read { reading in
            let indicators = IndicatorReading(try reading.register(RegisterName.employers))
            try indicators.services.requireKnown(place.level)
            let found = try indicators.year(of: place.indicator, in: place.year)
            let months = place.month.map { [$0] } ?? found.months.map(\.month)
            return try (found.definition, indicators.sectors(of: indicators.acts(of: place.indicator, in: months, at: place.level)))
        }
        let total = parts.reduce(Int64(0)) { $0 + $1.count }
        let span = place.month?.text ?? place.year.text
        let table = TextTable(
            [
                .left(ServiceWords.industry), .left(Message(fr: "Secteur", en: "Sector"), flexible: true),
                .right(IndicatorWords.figure),
            ],
            rows: parts.map { [.text($0.sector ?? ""), .message(SectorWords.name($0.sector)), .integer($0.count)] },
            totals: [[.blank, .message(LedgerTexts.total), .integer(total)]])
        let none = Message(fr: "Rien ne compte à ce niveau.", en: "Nothing counts at this level.")
        return CommandResult(
            json: [
                "definition": .string(definition.versionedName), "year": .string(place.year.text),
                "month": .optional(place.month?.text), "level": .string(place.level.text), "total": .integer(total),
                "sectors": .array(parts.map { ["sector": .optional($0.sector), "count": .integer($0.count)] }),
            ],
            text: [
                .title(IndicatorWords.name(definition)),
                .facts([
                    (Message(fr: "Définition", en: "Definition"), .text(definition.versionedName)),
                    (LedgerTexts.period, .text(span)), (IndicatorWords.level, .message(IndicatorWords.level(place.level))),
                ]), parts.isEmpty ? .paragraph(none) : .table(table),
            ],
            csv: CSVTable(columns: ["sector", "count"], rows: parts.map { [$0.sector ?? "", String($0.count)] }))
    }
}
