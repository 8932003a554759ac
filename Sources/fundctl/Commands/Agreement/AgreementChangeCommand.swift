import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement change ID`.
struct AgreementChangeCommand: FundctlCommand {
    static let help = CommandHelp(
        "change", summary: Message(fr: "Change le compagnon, l'employeur, la fin ou les heures", en: "Changes the companion, the employer, the end or the hours"),
        examples: [
            .init("fundctl agreement change AGR-2026-000001 --companion \"Marc Roy\""),
            .init(
                "fundctl agreement change AGR-2026-000001 --employer 1140000021 --office R06",
                Message(fr: "le carnet suit l'apprenti chez un autre employeur", en: "the booklet follows the apprentice to another employer")),
        ])

    @OptionGroup var agreement: AgreementArgument
    @OptionGroup var companion: CompanionOptions

    @Option(help: .init(fr: "Le NEQ du nouvel employeur; avec --office.", en: "The new employer's NEQ; with --office.", value: ("neq", "neq")))
    var employer: String?

    @Option(help: .init(fr: "Le numéro de l'établissement chez lui.", en: "The establishment's number there.", value: ("n", "n")))
    var establishment: Int64?

    @Option(help: .init(fr: "Le bureau qui le dessert.", en: "The office that serves the employer.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Le dernier jour, désormais.", en: "The last day, from now on.", value: ("date", "date")))
    var ends: String?

    @Option(help: .init(fr: "Les heures par semaine, désormais.", en: "Hours a week, from now on.", value: ("n", "n")))
    var hours: Int64?

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        let person = try companion.typed()
        var change = AgreementChange()
        change.employer = employer
        change.establishment = establishment
        change.office = office
        change.ends = try ends.map { try CalendarDate(iso: $0) }
        change.hours = hours
        let asked = change
        let request = DeskRequest(
            command: "agreement-change",
            content: [
                "agreement": id.text, "companion-subject": companion.companionSubject ?? "", "employer": employer ?? "",
                "ends": ends ?? "", "establishment": establishment.map(String.init) ?? "",
                "hours": hours.map(String.init) ?? "", "office": office ?? "",
            ], date: step.date, documents: step.documents,
            slip: slip.slip, write: write, person: person)
        return try call.take(request, AgreementChanged.self) { isDryRun in
            isDryRun
                ? Message(fr: "L'entente serait changée.", en: "The agreement would be changed.")
                : Message(fr: "L'entente est changée.", en: "The agreement is changed.")
        } _: { place in
            var change = asked
            if let person {
                let at = try employer ?? place.desk.state(of: id)?.employer ?? ""
                change.companion = try place.desk.subject(ofCompanion: person, employer: at) ?? place.desk.open(person, place.drawing)
            }
            try place.desk.write(AgreementChanged(AgreementHead(id, on: place.day, documents: place.documents), change))
            return id
        }
    }
}
