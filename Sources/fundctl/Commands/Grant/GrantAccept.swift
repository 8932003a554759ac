import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant accept ID --claim N`.
struct GrantAccept: FundctlCommand {
    static let help = CommandHelp(
        "accept", summary: Message(fr: "Accepte une demande de versement, en tout ou en partie", en: "Accepts a claim, wholly or in part"),
        examples: [.init("fundctl grant accept FNF-G-000001 --claim 1 --holdback 1250"),
            .init("fundctl grant accept FNF-G-000001 --claim 2 --eligible 9000 --advance 4000 --reason \"Frais de repas exclus\"")],
        details: [
            Message(
                fr: """
                    Ce qui est admissible est une charge et une dépense du budget; ce qui reste après l'avance employée et la retenue \
                    est à payer. Jamais plus que ce que la convention laisse, ni deux fois la même demande.
                    """,
                en: """
                    What is eligible is an expense and spends the budget; what is left after the advance used and the holdback is \
                    payable. Never more than the agreement leaves, nor the same claim twice.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le numéro de la demande de versement.", en: "The number of the claim.", value: ("numéro", "number")))
    var claim: Int64

    @Option(help: .init(fr: "Ce qui est admissible; sinon tout.", en: "What is eligible; else all of it.", value: ("montant", "amount")))
    var eligible: String?

    @Option(help: .init(fr: "L'avance employée, prise sur ce qui est admissible.", en: "The advance used, taken off what is eligible.", value: ("montant", "amount")))
    var advance: String?

    @Option(help: .init(fr: "La retenue.", en: "The holdback.", value: ("montant", "amount")))
    var holdback: String?

    @Option(help: .init(fr: "Pourquoi une part est refusée.", en: "Why a part is refused.", value: ("motif", "reason")))
    var reason: String?

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let eligible = try self.eligible.map { try AmountText.parse($0) }
        let advance = try self.advance.map { try AmountText.parse($0) } ?? .zero
        let holdback = try self.holdback.map { try AmountText.parse($0) } ?? .zero
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-accept", content: [
                "advance": advance.canonical, "claim": String(claim), "eligible": eligible?.canonical ?? "", "grant": id.text,
                "holdback": holdback.canonical, "reason": reason ?? "",
            ], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            let claimed = try FundReader(grants.session).grant(id).state.claims[claim]?.amount ?? 0
            return try grants.accept(
                id, claim: claim, eligible: eligible ?? Cents(claimed), advance: advance, holdback: holdback,
                reason: reason, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La demande de versement \(claim) serait acceptée.", en: "The claim \(claim) would be accepted.")
                : Message(fr: "La demande de versement \(claim) est acceptée.", en: "The claim \(claim) is accepted."))
    }
}
