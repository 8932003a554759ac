import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl services load --template quebec`.
struct ServicesLoad: FundctlCommand {
    static let help = CommandHelp(
        "load", summary: Message(fr: "Inscrit les listes de départ du registre des employeurs", en: "Enters the first lists of the register of employers"),
        examples: [
            .init("fundctl services load --template quebec"),
            .init(
                "fundctl services load --template quebec --dry-run",
                Message(fr: "dit ce qui manque, n'écrit rien", en: "says what is missing, writes nothing")),
        ],
        details: [
            Message(
                fr: """
                    Les 17 bureaux régionaux (R01 à R17), les mesures offertes aux entreprises, les comités sectoriels du \
                    milieu des années 2000, les autres programmes comptés. Ce que le registre a déjà reste tel quel : on \
                    peut recommencer sans crainte.
                    """,
                en: """
                    The 17 regional offices (R01 to R17), the measures offered to firms, the sector committees of the \
                    mid-2000s, the other programmes that are counted. What the register has already stays as it is: it may \
                    be done again without harm.
                    """)
        ])

    enum Template: String, CaseIterable, ExpressibleByArgument { case quebec }

    @Option(help: .init(fr: "Le modèle.", en: "The template.", value: ("modèle", "template")))
    var template: Template

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let today = try call.day(nil)
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: ["command": "services-load", "template": .string(template.rawValue)], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            try ServicesTemplate.load(into: transaction.register(RegisterName.employers), on: today)
        } again: { _, _ in
            ServicesTemplate.Outcome()
        }
        let outcome = done.value
        let title =
            write.dryRun
            ? Message(fr: "Les listes seraient inscrites.", en: "The lists would be entered.")
            : Message(fr: "Les listes sont inscrites.", en: "The lists are entered.")
        var result = CommandResult(
            json: [
                "template": .string(template.rawValue), "offices": .integer(outcome.offices),
                "measures": .integer(outcome.measures), "committees": .integer(outcome.committees),
                "programmes": .integer(outcome.programmes), "known": .integer(outcome.known),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (Message(fr: "Bureaux", en: "Offices"), .integer(outcome.offices)),
                    (Message(fr: "Mesures", en: "Measures"), .integer(outcome.measures)),
                    (Message(fr: "Comités sectoriels", en: "Sector committees"), .integer(outcome.committees)),
                    (Message(fr: "Autres programmes", en: "Other programmes"), .integer(outcome.programmes)),
                    (Message(fr: "Déjà inscrits", en: "Entered already"), .integer(outcome.known)),
                ]),
            ],
            next: [
                .init(
                    command: "fundctl indicator define --template quebec",
                    purpose: Message(fr: "définit les indicateurs de la convention", en: "defines the indicators of the agreement")),
                .init(
                    command: "fundctl employer import employeurs.csv --map carte.yaml --dry-run",
                    purpose: Message(fr: "essaie une liste d'employeurs", en: "tries a list of employers"))
            ])
        result.tell(done)
        return result
    }
}

/// `fundctl services`: the lists of the register of employers as a whole.
enum ServicesNoun {
    static let noun = Noun(
        "services", summary: Message(fr: "Les listes de départ des services aux employeurs", en: "The first lists of employer services"),
        [ServicesLoad.self])
}
