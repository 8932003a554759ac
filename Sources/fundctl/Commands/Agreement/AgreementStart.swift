import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement start ID`.
struct AgreementStart: FundctlCommand {
    static let help = CommandHelp(
        "start", summary: Message(fr: "Remet le carnet : l'apprentissage commence", en: "Hands the booklet over: learning begins"),
        examples: [
            .init("fundctl agreement start AGR-2026-000001 --date 2026-05-04")
        ])

    @OptionGroup var agreement: AgreementArgument

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        let request = DeskRequest(
            command: "agreement-start", content: ["agreement": id.text], date: step.date, documents: step.documents,
            slip: slip.slip, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "Le carnet serait remis.", en: "The booklet would be handed over.")
                : Message(fr: "Le carnet est remis.", en: "The booklet is handed over.")
        } _: { head in
            AgreementStarted(head)
        }
    }
}
