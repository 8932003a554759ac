import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement recognise ID --attestation N`.
struct AgreementRecognise: FundctlCommand {
    static let help = CommandHelp(
        "recognise", summary: Message(fr: "Délivre une attestation de compétences", en: "Issues an attestation of competences"),
        examples: [
            .init("fundctl agreement recognise AGR-2026-000001 --attestation ATT-2027-0088")
        ],
        details: [
            Message(
                fr: """
                    Au moins un module est vérifié, et pas tous. Un agent seul le fait.
                    """,
                en: """
                    At least one module is checked, and not all. An agent alone does it.
                    """)
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(help: .init(fr: "Le numéro de l'attestation.", en: "The attestation's number.", value: ("numéro", "number")))
    var attestation: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        try TypedText.check(attestation, option: "--attestation", bytes: 1...100)
        let request = DeskRequest(
            command: "agreement-recognise", content: ["agreement": id.text, "attestation": attestation], date: step.date, documents: step.documents,
            slip: nil, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "L'attestation serait délivrée.", en: "The attestation would be issued.")
                : Message(fr: "L'attestation est délivrée.", en: "The attestation is issued.")
        } _: { head in
            AgreementRecognised(head, attestation: attestation)
        }
    }
}
