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
                "fundctl agreement progress AGR-2026-000001 --module M2 --module M3 --slip ententes.slip",
                Message(fr: "d'un autre organisme, sans le livre", en: "from another organisation, without the book")),
        ],
        details: [
            Message(
                fr: """
                    Le compagnon est celui qui est en fonction; « fundctl agreement change --companion » le remplace. Dans un \
                    bordereau, c'est celui du contexte (fundctl slip context --committee), ou celui que le bordereau a mis. \
                    Si le contexte n'a pas l'entente, demandez son identifiant à l'agent, à qui « fundctl agreement show \
                    --format json » le montre (--companion-subject).
                    """,
                en: """
                    The companion is the one in force; "fundctl agreement change --companion" replaces that person. In a slip it \
                    is that of the context (fundctl slip context --committee), or the one whom the slip set. Where the context \
                    has not the agreement, ask the agent for the identifier, to whom "fundctl agreement show --format json" \
                    shows it (--companion-subject).
                    """)
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(name: .customLong("module"), help: .init(fr: "Le module appris; répétable.", en: "The module that is learnt; may be repeated.", value: ("code", "code")))
    var modules: [String]

    @Option(help: .init(fr: "L'identifiant du compagnon, dans un bordereau dont le contexte n'a pas l'entente.", en: "The companion's identifier, in a slip whose context has not the agreement.", value: ("id", "id")))
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
            let companion = try companionSubject ?? place.desk.companion(of: id)
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
