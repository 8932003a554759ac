import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement suspend ID --reason R`.
struct AgreementSuspend: FundctlCommand {
    static let help = CommandHelp(
        "suspend", summary: Message(fr: "Suspend une entente", en: "Suspends an agreement"),
        examples: [
            .init("fundctl agreement suspend AGR-2026-000001 --reason \"Arrêt saisonnier de l'usine\"")
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(help: .init(fr: "Le motif, sans nom de personne.", en: "The reason, without a person's name.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        try TypedText.check(reason, option: "--reason", bytes: 1...1000)
        let request = DeskRequest(
            command: "agreement-suspend", content: ["agreement": id.text, "reason": reason], date: step.date, documents: step.documents,
            slip: slip.slip, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "L'entente serait suspendue.", en: "The agreement would be suspended.")
                : Message(fr: "L'entente est suspendue.", en: "The agreement is suspended.")
        } _: { head in
            AgreementSuspended(head, reason: reason)
        }
    }
}
