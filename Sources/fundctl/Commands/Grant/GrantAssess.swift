import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant assess ID --recommend approve|refuse --memo M`.
struct GrantAssess: FundctlCommand {
    static let help = CommandHelp(
        "assess", summary: Message(fr: "Inscrit l'évaluation d'une demande", en: "Enters the assessment of an application"),
        examples: [
            .init("fundctl grant assess FNF-G-000001 --recommend approve --amount 40000 --memo \"Conforme au plan\"")
        ],
        details: [
            Message(
                fr: "Qui évalue n'approuve pas : l'approbation vient d'une autre personne.",
                en: "Who assesses does not approve: the approval comes from another person.")
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "La recommandation : approve ou refuse.", en: "The recommendation: approve or refuse.", value: ("avis", "advice")))
    var recommend: GrantAssessed.Recommendation

    @Option(help: .init(fr: "Le montant recommandé.", en: "The amount recommended.", value: ("montant", "amount")))
    var amount: String?

    @Option(help: .init(fr: "L'avis motivé.", en: "The reasons.", value: ("avis", "memo")))
    var memo: String = ""

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try self.amount.map { try AmountText.parse($0) }
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-assess",
            content: [
                "amount": amount?.canonical ?? "", "grant": id.text, "memo": memo, "recommendation": recommend.rawValue,
            ], step: step, write: write)
        let done = try call.take(request) { grants, notes in
            try grants.assess(id, recommend, amount: amount, memo: memo, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "L'évaluation serait inscrite.", en: "The assessment would be entered.")
                : Message(fr: "L'évaluation est inscrite.", en: "The assessment is entered."))
    }
}

extension GrantAssessed.Recommendation: ExpressibleByArgument {}
