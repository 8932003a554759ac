import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl account list --fund F`.
struct AccountList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les comptes d'un fonds et leur solde", en: "Shows the accounts of a fund and their balances"),
        examples: [
            .init("fundctl account list --fund FNF"),
            .init(
                "fundctl account list --fund FNF --format csv -o comptes.csv",
                Message(fr: "un fichier que « account load » relit", en: "a file that \"account load\" reads back")),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let rows = try call.openBookToRead().read { try FundReader($0.register(fund.rawValue)).accounts() }
        let none = Message(fr: "Le fonds \(fund.shown) n'a pas encore de compte.", en: "The fund \(fund.shown) has no account yet.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "accounts": .array(rows.map(AccountView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(AccountView.table(rows)), .paragraph(LedgerTexts.signs)],
            csv: CSVTable(
                columns: ["code", "name", "class", "line", "name_en", "state", "balance"], rows: rows.map(AccountView.csv)))
    }
}

/// An account as it is shown.
enum AccountView {
    static func json(_ row: FundReader.AccountRow) -> JSONValue {
        .object(
            members(row.account) + [
                (name: "state", value: row.isOpen ? "open" : "closed"),
                (name: "debit", value: .amount(cents: row.debitCents)),
                (name: "credit", value: .amount(cents: row.creditCents)), (name: "balance", value: .amount(row.balance)),
            ])
    }

    static func json(_ account: Account) -> JSONValue { .object(members(account)) }

    static func members(_ account: Account) -> [(name: String, value: JSONValue)] {
        [
            (name: "code", value: .string(account.code)), (name: "name", value: .string(account.name)),
            (name: "name_en", value: .optional(account.nameEnglish)),
            (name: "class", value: .string(account.accountClass.rawValue)),
            (name: "line", value: .optional(account.line?.rawValue)),
        ]
    }

    static func csv(_ row: FundReader.AccountRow) -> [String] {
        let account = row.account
        return [
            account.code, account.name, account.accountClass.rawValue, account.line?.rawValue ?? "",
            account.nameEnglish ?? "", row.isOpen ? "open" : "closed", MoneyFormat.plain(cents: row.balance.value),
        ]
    }

    static func table(_ rows: [FundReader.AccountRow]) -> TextTable {
        TextTable(
            [
                .left(LedgerTexts.account), .left(LedgerTexts.name, flexible: true), .left(LedgerTexts.accountClass),
                .left(LedgerTexts.state), .right(LedgerTexts.balance),
            ],
            rows: rows.map { row in
                [
                    .text(row.account.code), .message(LedgerTexts.name(of: row.account)),
                    .message(LedgerTexts.name(of: row.account.accountClass)),
                    .message(row.isOpen ? LedgerTexts.open : LedgerTexts.closed), .amount(row.balance),
                ]
            })
    }

    static func facts(_ account: Account) -> TextBlock {
        var facts: [(label: Message, value: Cell)] = [
            (LedgerTexts.account, .text(account.code)), (LedgerTexts.name, .text(account.name)),
            (LedgerTexts.accountClass, .message(LedgerTexts.name(of: account.accountClass))),
        ]
        if let line = account.line { facts.append((LedgerTexts.line, .text(line.rawValue))) }
        return .facts(facts)
    }
}
