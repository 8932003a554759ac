import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl agreement annul ID --reason R`.
struct AgreementAnnul: FundctlCommand {
    static let help = CommandHelp(
        "annul", summary: Message(fr: "Annule une entente qui n'aurait pas dû être écrite", en: "Annuls an agreement that should not have been written"),
        examples: [
            .init("fundctl agreement annul AGR-2026-000001 --reason \"Saisie en double\"")
        ],
        details: [
            Message(
                fr: """
                    Elle ne compte plus dans aucun indicateur; un mois déjà publié le montre comme un redressement.
                    """,
                en: """
                    It counts in no indicator any more; a month that is published shows it as a restatement.
                    """)
        ])

    @OptionGroup var agreement: AgreementArgument

    @Option(help: .init(fr: "Le motif, sans nom de personne.", en: "The reason, without a person's name.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try agreement.id()
        try TypedText.check(reason, option: "--reason", bytes: 1...1000)
        let request = DeskRequest(
            command: "agreement-annul", content: ["agreement": id.text, "reason": reason], date: step.date, documents: step.documents,
            slip: nil, write: write)
        return try call.take(request, of: id) { isDryRun in
            isDryRun
                ? Message(fr: "L'entente serait annulée.", en: "The agreement would be annulled.")
                : Message(fr: "L'entente est annulée.", en: "The agreement is annulled.")
        } _: { head in
            AgreementAnnulled(head, reason: reason)
        }
    }
}
