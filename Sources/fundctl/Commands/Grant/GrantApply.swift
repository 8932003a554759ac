import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant apply --fund F --program P --recipient R --amount A --title T`.
struct GrantApply: FundctlCommand {
    static let help = CommandHelp(
        "apply", summary: Message(fr: "Inscrit une demande de subvention", en: "Enters an application for a grant"),
        examples: [
            .init("fundctl grant apply --fund FNF --program MFOR --recipient 1140000013 --amount 40000 --title \"Formation des opérateurs\"")
        ],
        details: [
            Message(
                fr: "La demande n'engage rien. Son numéro nomme la subvention pour toute sa vie.",
                en: "The application binds nothing. Its number names the grant for all its life.")
        ])

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le programme.", en: "The programme.", value: ("code", "code")))
    var program: String

    @Option(help: .init(fr: "Le bénéficiaire : un NEQ, ou X- et un identifiant.", en: "The recipient: a NEQ, or X- and an identifier.", value: ("id", "id")))
    var recipient: String

    @Option(help: .init(fr: "Le montant demandé.", en: "The amount requested.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "L'objet, sans renseignement personnel.", en: "What it is for, without personal information.", value: ("objet", "title")))
    var title: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let amount = try AmountText.parse(self.amount)
        let request = GrantStepRequest(
            fund: fund, command: "grant-apply",
            content: ["amount": amount.canonical, "program": program, "recipient": recipient, "title": title], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.apply(amount, program: program, recipient: recipient, title: title, notes)
        }
        let id = done.value.1.grant.text
        return done.result(
            write.dryRun
                ? Message(fr: "La demande \(id) serait inscrite.", en: "The application \(id) would be entered.")
                : Message(fr: "La demande \(id) est inscrite.", en: "The application \(id) is entered."))
    }
}
