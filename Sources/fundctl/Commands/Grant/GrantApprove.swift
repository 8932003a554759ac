import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant approve ID --plan YEAR:AMOUNT@ENVELOPE --authority A --instrument I`.
struct GrantApprove: FundctlCommand {
    static let help = CommandHelp(
        "approve", summary: Message(fr: "Approuve une demande et préengage le budget", en: "Approves an application and reserves budget"),
        examples: [
            .init("fundctl grant approve FNF-G-000001 --plan 2026-2027:40000@FORM-06 --authority direction --instrument \"Décision 2026-114\""),
            .init(
                "fundctl grant approve FNF-G-000002 --plan 2026-2027:40000@FORM-06 --plan 2027-2028:20000 --authority commission --instrument \"Résolution 88\"",
                Message(fr: "sur deux exercices, dont un n'est pas encore ouvert", en: "over two years, one not open yet")),
        ],
        details: [
            Message(
                fr: """
                    L'autorité doit suffire au montant (A-6.01, r. 6) : le gouvernement à partir de 1 000 000 $; au-dessus \
                    de 50 000 $, le Conseil du trésor, ou la Commission (FNF) et le ministre (FDMT) si les normes du \
                    programme sont approuvées; la direction en deçà. La personne n'est pas celle qui a évalué.
                    """,
                en: """
                    The authority must be enough for the amount (A-6.01, r. 6): the government from $1,000,000 on; above \
                    $50,000 the Conseil du trésor, or the Commission (FNF) and the minister (FDMT) where the programme's \
                    norms are approved; the management below. The person is not the one who assessed.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Exercice, montant et enveloppe; répétable.", en: "Year, amount and envelope; may be repeated.", value: ("ligne", "line")))
    var plan: [String]

    @Option(help: .init(fr: "Qui décide : direction, commission, ministre, conseil-du-tresor, gouvernement.", en: "Who decides: direction, commission, ministre, conseil-du-tresor, gouvernement.", value: ("autorité", "authority")))
    var authority: GrantAuthority

    @Option(help: .init(fr: "L'acte de la décision.", en: "The instrument of the decision.", value: ("acte", "instrument")))
    var instrument: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let plan = try GrantLines.plan(self.plan)
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-approve",
            content: [
                "authority": authority.rawValue, "grant": id.text, "instrument": instrument,
                "plan": self.plan.joined(separator: " "),
            ], step: step, write: write)
        var warnings: [Message] = []
        let done = try call.take(request) { grants, notes in
            let record = try grants.approve(id, plan, by: .init(authority: authority, instrument: instrument), notes)
            warnings = try ApprovalWarnings.of(id, on: notes.date, in: grants.session)
            return record
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La subvention serait approuvée.", en: "The grant would be approved.")
                : Message(fr: "La subvention est approuvée.", en: "The grant is approved."),
            notes: warnings)
    }
}

extension GrantAuthority: ExpressibleByArgument {}
