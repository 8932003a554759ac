import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl account close CODE --fund F`.
struct AccountClose: FundctlCommand {
    static let help = CommandHelp(
        "close",
        summary: Message(fr: "Ferme un compte dont le solde est nul", en: "Closes an account whose balance is nil"),
        examples: [.init("fundctl account close 5150 --fund FNF")],
        details: [
            Message(
                fr: "Rien ne s'inscrit plus au compte; ce qui y est reste lisible. Un compte fermé ne rouvre pas.",
                en: "Nothing is posted to the account any more; what is there can still be read. A closed account does not reopen.")
        ])

    @Argument(help: .init(fr: "Le code du compte.", en: "The account's code."))
    var code: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: ["account": .string(code), "command": .string("account-close")], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            let account = try FundReader(session).account(code).account
            try session.append(AccountClosed(account: code))
            return account
        } again: { reading, _ in
            try FundReader(reading.register(fund.rawValue)).account(code).account
        }
        return result(done, fund)
    }

    private func result(_ done: WriteDone<Account>, _ fund: FundCode) -> CommandResult {
        let title =
            write.dryRun
            ? Message(
                fr: "Le compte \(code) du fonds \(fund.shown) serait fermé.",
                en: "The account \(code) of the fund \(fund.shown) would be closed.")
            : Message(
                fr: "Le compte \(code) du fonds \(fund.shown) est fermé.",
                en: "The account \(code) of the fund \(fund.shown) is closed.")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "account": AccountView.json(done.value),
            ],
            text: [.paragraph(title), AccountView.facts(done.value)],
            next: [
                .init(
                    command: "fundctl account list --fund \(fund.shown)",
                    purpose: Message(fr: "montre les comptes", en: "shows the accounts"))
            ])
        result.tell(done)
        return result
    }
}
