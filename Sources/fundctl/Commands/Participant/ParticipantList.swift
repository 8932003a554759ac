import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl participant list`.
struct ParticipantList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les participations", en: "Shows participations"),
        examples: [.init("fundctl participant list --programme compagnonnage --year 2026-2027")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "De ce programme.", en: "Of this programme.", value: ("code", "code")))
    var programme: String?

    @Option(help: .init(fr: "De ce bureau.", en: "Of this office.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Commencées dans cet exercice.", en: "Started in this fiscal year.", value: ("exercice", "year")))
    var year: String?

    @Option(help: .init(fr: "Celles qui suivent ce numéro.", en: "Those after this number.", value: ("numéro", "id")))
    var after: String?

    @Option(help: .init(fr: "Combien, au plus.", en: "How many at most.", value: ("n", "n")))
    var limit: Int = 1_000

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        guard limit > 0 else {
            throw CommandLineError(.invalidValue, ["value": String(limit), "option": "--limit", "choices": "1…"])
        }
        let year = try year.map { try FiscalYear(parsing: $0) }
        let after = try after.map { try ParticipationID(parsing: $0) }
        let views = try call.openBookToRead().read { reading in
            let session = try reading.register(RegisterName.employers)
            return try Participations(session).list(
                programme: programme, office: office, year: year, after: after, limit: limit
            ).map { try ParticipantView($0, in: session) }
        }
        let none = Message(fr: "Aucune participation.", en: "No participation.")
        let table = TextTable(
            [
                .left(AgreementWords.participation), .left(AgreementWords.participant, flexible: true),
                .left(AgreementWords.programme), .left(AgreementWords.office), .left(AgreementWords.begins),
                .left(AgreementWords.state),
            ],
            rows: views.map {
                [
                    .text($0.row.id.text), AgreementView.person($0.name), .text($0.row.programme), .text($0.row.office),
                    .text($0.row.date.iso), .message(AgreementWords.participation($0.row.state)),
                ]
            })
        return CommandResult(
            json: ["participations": .array(views.map(\.json))],
            text: views.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(columns: ParticipantView.columns, rows: views.map(\.csv)))
    }
}
