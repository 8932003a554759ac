import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement terminate ID --cause C --reason R`.
struct AgreementTerminate: FundctlCommand {
    static let help = CommandHelp(
        "terminate", summary: Message(fr: "Met fin à une entente avant son terme", en: "Ends an agreement before its term"),
        examples: [
            .init("fundctl agreement terminate AGR-2026-000001 --cause employer-closed --reason \"Fermeture de l'atelier\"")
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(help: .init(fr: "La cause : apprentice-left, employer-left, employer-closed, not-progressing, other.", en: "The cause: apprentice-left, employer-left, employer-closed, not-progressing, other.", value: ("cause", "cause")))
    var cause: AgreementCause

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
            command: "agreement-terminate", content: ["agreement": id.text, "cause": cause.rawValue, "reason": reason], date: step.date, documents: step.documents,
            slip: slip.slip, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "L'entente serait terminée.", en: "The agreement would be ended.")
                : Message(fr: "L'entente est terminée.", en: "The agreement is ended.")
        } _: { head in
            AgreementEnded(head, cause: cause, reason: reason)
        }
    }
}

extension AgreementCause: ExpressibleByArgument {}
