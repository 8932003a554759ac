import ArgumentParser
import EmployerServices
import ReferenceData

/// `fundctl intervention list`.
struct InterventionListCommand: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les interventions", en: "Shows the interventions"),
        examples: [
            .init("fundctl intervention list --employer 1144556677"),
            .init("fundctl intervention list --year 2026-2027 --measure mfor --region 08"),
            .init("fundctl intervention list --month 2026-P02 --under-way --format csv"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Celles de cet employeur, fusions comprises.", en: "Those of this employer, mergers included.", value: ("NEQ", "NEQ")))
    var employer: String?

    @Option(help: .init(fr: "Celles qui commencent dans cet exercice.", en: "Those that begin in this fiscal year.", value: ("exercice", "year")))
    var year: String?

    @Option(help: .init(fr: "Celles qui commencent ce mois-là.", en: "Those that begin in this month.", value: ("mois", "month")))
    var month: String?

    @Option(help: .init(fr: "Celles de cette mesure.", en: "Those of this measure.", value: ("code", "code")))
    var measure: String?

    @Option(help: .init(fr: "Celles de ce bureau.", en: "Those of this office.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Celles de cette région.", en: "Those of this region.", value: ("région", "region")))
    var region: String?

    @Option(help: .init(fr: "Celles que paie cette subvention.", en: "Those that this grant pays for.", value: ("numéro", "id")))
    var grant: String?

    @Flag(help: .init(fr: "Celles qui ne sont pas finies.", en: "Those that have not ended."))
    var underWay = false

    @Option(help: .init(fr: "Combien, au plus.", en: "How many at most.", value: ("n", "n")))
    var limit: Int = 200

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        var filter = ServicesReader.InterventionFilter()
        filter.measure = measure
        filter.office = office
        filter.region = try RegionOption.read(region)
        filter.grant = try grant.map { try GrantID(parsing: $0).text }
        filter.isUnderWay = underWay
        if let month {
            filter.begins = try PeriodID(month: month).days
        } else if let year {
            let year = try FiscalYear(parsing: year)
            filter.begins = year.firstDay...year.lastDay
        }
        let neq = try employer.map { try NEQ(parsing: $0).text }
        var rows: [InterventionRow] = []
        var found: Int64 = 0
        try call.services { services in
            filter.root = try neq.map { try services.countedEmployer($0).neq }
            try services.forEachIntervention(filter) { row in
                found += 1
                if rows.count < max(0, limit) { rows.append(row) }
            }
        }
        let none = Message(fr: "Aucune intervention.", en: "No intervention.")
        var result = CommandResult(
            json: ["found": .integer(found), "interventions": .array(rows.map(InterventionView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(InterventionView.table(rows))],
            csv: CSVTable(columns: InterventionView.columns, rows: rows.map(InterventionView.csv)))
        if found > rows.count {
            result.notes.append(
                Message(
                    fr: "\(found) interventions en tout; --limit en montre plus.",
                    en: "\(found) interventions in all; --limit shows more."))
        }
        return result
    }
}
