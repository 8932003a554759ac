import ArgumentParser
import EmployerServices
import ReferenceData

/// `fundctl employer list`.
struct EmployerListCommand: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les employeurs", en: "Shows the employers"),
        examples: [
            .init("fundctl employer list --region 08"),
            .init("fundctl employer list --scian 721 --format csv -o hotels.csv"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Ceux de cette région.", en: "Those of this region.", value: ("région", "region")))
    var region: String?

    @Option(help: .init(fr: "Ceux de ce bureau.", en: "Those of this office.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Ceux dont le code commence ainsi.", en: "Those whose code begins so.", value: ("code", "code")))
    var scian: String?

    @Option(help: .init(fr: "open, closed ou merged.", en: "open, closed or merged.", value: ("état", "state")))
    var state: String?

    @Option(help: .init(fr: "Combien, au plus.", en: "How many at most.", value: ("n", "n")))
    var limit: Int = 200

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let filter = ServicesReader.EmployerFilter(
            region: try RegionOption.read(region), office: office,
            state: try state.map {
                guard let state = EmployerState(rawValue: $0) else {
                    throw CommandLineError(.invalidValue, ["value": $0, "option": "--state", "choices": "open, closed, merged"])
                }
                return state
            }, scian: scian)
        var rows: [(row: EmployerRow, name: Message)] = []
        var found: Int64 = 0
        try call.services { services in
            try services.forEachEmployer(filter) { row in
                found += 1
                guard rows.count < max(0, limit) else { return }
                rows.append((row, try EmployerView.name(row, in: services)))
            }
        }
        let none = Message(fr: "Aucun employeur.", en: "No employer.")
        var result = CommandResult(
            json: ["found": .integer(found), "employers": .array(rows.map { .object(EmployerView.json($0.row)) })],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(EmployerView.table(rows))],
            csv: CSVTable(columns: EmployerView.columns, rows: rows.map { EmployerView.csv($0.row) }))
        if found > rows.count {
            result.notes.append(
                Message(
                    fr: "\(found) employeurs en tout; --limit en montre plus.",
                    en: "\(found) employers in all; --limit shows more."))
        }
        return result
    }
}
