import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement resume ID --ends D`.
struct AgreementResume: FundctlCommand {
    static let help = CommandHelp(
        "resume", summary: Message(fr: "Reprend une entente suspendue", en: "Resumes an agreement that was suspended"),
        examples: [
            .init("fundctl agreement resume AGR-2026-000001 --ends 2028-01-31")
        ],
        details: [
            Message(
                fr: """
                    La fin peut dépasser 36 mois des jours de la suspension.
                    """,
                en: """
                    The end may lie beyond 36 months by the days of the suspension.
                    """)
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(help: .init(fr: "Le dernier jour, désormais.", en: "The last day, from now on.", value: ("date", "date")))
    var ends: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var slip: SlipOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        let ends = try CalendarDate(iso: self.ends)
        let request = DeskRequest(
            command: "agreement-resume", content: ["agreement": id.text, "ends": self.ends], date: step.date, documents: step.documents,
            slip: slip.slip, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "L'entente reprendrait.", en: "The agreement would be resumed.")
                : Message(fr: "L'entente reprend.", en: "The agreement is resumed.")
        } _: { head in
            AgreementResumed(head, ends: ends)
        }
    }
}
