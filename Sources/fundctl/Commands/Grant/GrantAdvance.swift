import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant advance ID --amount A`.
struct GrantAdvance: FundctlCommand {
    static let help = CommandHelp(
        "advance", summary: Message(fr: "Consent une avance", en: "Grants an advance"),
        examples: [.init("fundctl grant advance FNF-G-000001 --amount 20000")],
        details: [
            Message(
                fr: """
                    L'avance est un actif jusqu'à ce que des dépenses admissibles la couvrent; elle est payée par « fundctl payment \
                    run », comme tout ce qui est dû.
                    """,
                en: """
                    The advance is an asset until eligible spending covers it; it is paid by \"fundctl payment run\", as all that \
                    is due.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-advance", content: ["amount": amount.canonical, "grant": id.text], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.advance(id, amount, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "Une avance de \(money: amount) serait à payer.", en: "An advance of \(money: amount) would be payable.")
                : Message(fr: "Une avance de \(money: amount) est à payer.", en: "An advance of \(money: amount) is payable."))
    }
}
