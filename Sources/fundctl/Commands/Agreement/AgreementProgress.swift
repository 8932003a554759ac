import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement progress ID --module M`.
struct AgreementProgress: FundctlCommand {
    static let help = CommandHelp(
        "progress", summary: Message(fr: "Inscrit les modules que le compagnon atteste", en: "Enters the modules that the companion vouches for"),
        examples: [
            .init("fundctl agreement progress AGR-2026-000001 --module M1"),
            .init(
                "fundctl agreement progress AGR-2026-000001 --module M2 --module M3 --companion-subject 4f0c61d2a7b35e88c1d09e6a5b7f2c34 --slip ententes.slip",
                Message(fr: "d'un autre organisme, sans le livre", en: "from another organisation, without the book")),
        ],
        details: [
            Message(
                fr: """
                    Le compagnon est celui qui est en fonction; « fundctl agreement change --companion » le remplace. Sans le \
                    livre, donnez son identifiant (--companion-subject) si l'entente est déjà inscrite : demandez-le à l'agent, \
                    à qui « fundctl agreement show --format json » le montre.
                    """,
                en: """
                    The companion is the one in force; "fundctl agreement change --companion" replaces that person. Without the \
                    book, give the companion's identifier (--companion-subject) where the agreement is entered already: ask the \
                    agent for it, to whom "fundctl agreement show --format json" shows it.
                    """)
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(name: .customLong("module"), help: .init(fr: "Le module appris; répétable.", en: "The module that is learnt; may be repeated.", value: ("code", "code")))
    var modules: [String]

    @Option(help: .init(fr: "L'identifiant du compagnon, dans un bordereau sur une entente du livre.", en: "The companion's identifier, in a slip about an agreement of the book.", value: ("id", "id")))
    var companionSubject: String?

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        let request = DeskRequest(
            command: "agreement-progress",
            content: [
                "agreement": id.text, "companion-subject": companionSubject ?? "",
                "modules": modules.joined(separator: " "),
            ], date: step.date, documents: step.documents,
            slip: slip.slip, write: write)
        return try call.take(request, AgreementLearnt.self) { isDryRun in
            isDryRun
                ? Message(fr: "Ce qui est appris serait inscrit.", en: "What is learnt would be entered.")
                : Message(fr: "Ce qui est appris est inscrit.", en: "What is learnt is entered.")
        } _: { place in
            let companion = try companionSubject ?? place.desk.state(of: id)?.companion
            guard let companion else {
                throw CommandLineError(
                    .missingArgument, ["argument": "--companion-subject", "command": "agreement progress"])
            }
            let head = AgreementHead(id, on: place.day, documents: place.documents)
            for module in modules { try place.desk.write(AgreementLearnt(head, module: module, companion: companion)) }
            return id
        }
    }
}
