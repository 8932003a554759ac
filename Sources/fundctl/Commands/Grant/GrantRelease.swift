import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant release ID [--amount A]`.
struct GrantRelease: FundctlCommand {
    static let help = CommandHelp(
        "release", summary: Message(fr: "Libère une retenue, en tout ou en partie", en: "Releases a holdback, wholly or in part"),
        examples: [.init("fundctl grant release FNF-G-000001")])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le montant; sinon toute la retenue.", en: "The amount; else all that is held back.", value: ("montant", "amount")))
    var amount: String?

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try self.amount.map { try AmountText.parse($0) }
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-release", content: ["amount": amount?.canonical ?? "", "grant": id.text], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            let held = try FundReader(grants.session).grant(id).state.heldBack
            return try grants.release(id, amount ?? Cents(held), notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La retenue serait libérée.", en: "The holdback would be released.")
                : Message(fr: "La retenue est libérée.", en: "The holdback is released."))
    }
}
