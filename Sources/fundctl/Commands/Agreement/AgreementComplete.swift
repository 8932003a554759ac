import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement complete ID --certificate N`.
struct AgreementComplete: FundctlCommand {
    static let help = CommandHelp(
        "complete", summary: Message(fr: "Délivre le certificat de qualification professionnelle", en: "Issues the certificate of professional qualification"),
        examples: [
            .init("fundctl agreement complete AGR-2026-000001 --certificate CQP-2027-0456")
        ],
        details: [
            Message(
                fr: """
                    Tous les modules sont vérifiés. Un agent seul le fait.
                    """,
                en: """
                    Every module is checked. An agent alone does it.
                    """)
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(help: .init(fr: "Le numéro du certificat.", en: "The certificate's number.", value: ("numéro", "number")))
    var certificate: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        try TypedText.check(certificate, option: "--certificate", bytes: 1...100)
        let request = DeskRequest(
            command: "agreement-complete", content: ["agreement": id.text, "certificate": certificate], date: step.date, documents: step.documents,
            slip: nil, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "Le certificat serait délivré.", en: "The certificate would be issued.")
                : Message(fr: "Le certificat est délivré.", en: "The certificate is issued.")
        } _: { head in
            AgreementCompleted(head, certificate: certificate)
        }
    }
}
