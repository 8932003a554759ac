import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator show NAME [--year Y] [--month M] [--level L] [--list]`.
struct IndicatorShow: FundctlCommand {
    static let help = CommandHelp(
        "show",
        summary: Message(fr: "Montre un indicateur mois par mois, et la liste derrière le chiffre", en: "Shows an indicator month by month, and the list behind the figure"),
        examples: [
            .init("fundctl indicator show nouvellement-aidee --year 2026-2027 --level region-06"),
            .init(
                "fundctl indicator show nouvellement-aidee --month 2026-P03 --list",
                Message(fr: "les entreprises derrière le chiffre de juin", en: "the firms behind June's figure")),
        ],
        details: [
            Message(
                fr: """
                    Un mois publié ne bouge plus : ce qui est inscrit ou annulé après se voit comme un redressement, à côté. \
                    --list ouvre le chiffre : les entreprises, les ententes ou les participants (par leur identifiant) que les \
                    enregistrements comptent aujourd'hui, chacun avec l'acte qui le fait compter.
                    """,
                en: """
                    A published month no longer moves: what is recorded or annulled after it shows as a restatement beside it. \
                    --list opens the figure: the firms, agreements or participants (by identifier) that the records count now, \
                    each with the act that makes it count.
                    """),
            IndicatorWords.oncePerLevel,
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: .init(fr: "L'indicateur.", en: "The indicator.", value: ("indicateur", "indicator")))
    var indicator: String

    @OptionGroup var place: FigureOptions

    @Flag(help: .init(fr: "Ouvre le chiffre : ce qu'il compte, un par un.", en: "Opens the figure: what it counts, one by one."))
    var list = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let place = try self.place.read(indicator, call)
        let (found, acts, names) = try call.openBookToRead().read { reading in
            let session = try reading.register(RegisterName.employers)
            let indicators = IndicatorReading(session)
            try indicators.services.requireKnown(place.level)
            let found = try indicators.year(of: place.indicator, in: place.year)
            let months = place.month.map { [$0] } ?? found.months.map(\.month)
            let acts = try list ? indicators.acts(of: place.indicator, in: months, at: place.level) : []
            let firms = Set(acts.compactMap(\.act.employer))
            let names = try firms.map { ($0, try indicators.services.countedEmployer($0).name ?? "") }
            return (found, acts, Dictionary(uniqueKeysWithValues: names))
        }
        return IndicatorYearView(found: found, place: place, acts: list ? acts : nil, names: names).result
    }
}
