import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement list`.
struct AgreementList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les ententes de qualification", en: "Shows qualification agreements"),
        examples: [
            .init("fundctl agreement list --state under-way --office R06"),
            .init("fundctl agreement list --region 06 --committee metal"),
            .init("fundctl agreement list --year 2026-2027 --format csv -o ententes.csv"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Dans cet état : draft, signed, under-way, suspended, completed, recognised, ended, annulled.", en: "In this state: draft, signed, under-way, suspended, completed, recognised, ended, annulled.", value: ("état", "state")))
    var state: AgreementStage?

    @Option(help: .init(fr: "De cette norme.", en: "Of this standard.", value: ("code", "code")))
    var standard: String?

    @Option(help: .init(fr: "De ce bureau.", en: "Of this office.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Des bureaux de cette région, par code ou nom.", en: "Of the offices of this region, by code or name.", value: ("région", "region")))
    var region: String?

    @Option(help: .init(fr: "Dont la norme était de ce comité à l'ébauche.", en: "Whose standard was of this committee at the draft.", value: ("comité", "committee")))
    var committee: String?

    @Option(help: .init(fr: "De cet apprenti, par son identifiant : chez tous ses employeurs.", en: "Of this apprentice, by the identifier: at all employers.", value: ("id", "id")))
    var apprentice: String?

    @Option(help: .init(fr: "Chez cet employeur, ou chez ceux qui sont fusionnés avec lui.", en: "At this employer, or at those merged with it.", value: ("neq", "neq")))
    var employer: String?

    @Option(help: .init(fr: "Signées, sinon ébauchées, dans cet exercice.", en: "Signed, else drafted, in this fiscal year.", value: ("exercice", "year")))
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
        var filter = AgreementFilter(limit: limit)
        filter.stage = state
        filter.standard = standard
        filter.office = office
        filter.region = try region.map { try Region(parsing: $0) }
        filter.committee = committee
        filter.apprentice = apprentice
        filter.employer = employer
        filter.year = try year.map { try FiscalYear(parsing: $0) }
        filter.after = try after.map { try AgreementID(parsing: $0) }
        let chosen = filter
        let views = try call.openBookToRead().read { reading in
            let session = try reading.register(RegisterName.employers)
            return try Agreements(session).list(chosen).map { try AgreementView($0, in: session) }
        }
        let none = Message(fr: "Aucune entente.", en: "No agreement.")
        return CommandResult(
            json: ["agreements": .array(views.map(\.json))],
            text: views.isEmpty ? [.paragraph(none)] : [.table(table(views))],
            csv: CSVTable(columns: AgreementView.columns, rows: views.map(\.csv)),
            next: views.first.map {
                [.init(command: "fundctl agreement show \($0.id)", purpose: Message(fr: "en montre une de près", en: "shows one closely"))]
            } ?? [])
    }

    private func table(_ views: [AgreementView]) -> TextTable {
        TextTable(
            [
                .left(AgreementWords.agreement), .left(AgreementWords.apprentice, flexible: true),
                .left(AgreementWords.employer, flexible: true), .left(AgreementWords.standard), .left(AgreementWords.office),
                .left(AgreementWords.state), .left(AgreementWords.signed),
            ],
            rows: views.map { view in
                let state = view.file.state
                return [
                    .text(view.id), AgreementView.person(view.apprentice), .text(view.employer ?? state.employer),
                    .text(state.standard), .text(state.office), .message(AgreementWords.stage(state.stage)),
                    state.signed.map { .text($0.iso) } ?? .blank,
                ]
            })
    }
}

extension AgreementStage: ExpressibleByArgument {}
