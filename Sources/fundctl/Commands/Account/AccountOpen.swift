import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl account open CODE --name N --class C --fund F`.
struct AccountOpen: FundctlCommand {
    static let help = CommandHelp(
        "open", summary: Message(fr: "Ouvre un compte", en: "Opens an account"),
        examples: [
            .init(
                "fundctl account open 5150 --name \"Subventions, projets pilotes\" --class expense --line exp-grants --fund FNF")
        ],
        details: [
            Message(
                fr: """
                    Les classes : \("asset, liability, net-assets, revenue, expense"); budgétaires, sans ligne des \
                    états : \("authorised, available, reserved, committed, spent"). Un compte ouvert ne se modifie pas; \
                    un code ne sert qu'une fois.
                    """,
                en: """
                    The classes: \("asset, liability, net-assets, revenue, expense"); budgetary, without a statement \
                    line: \("authorised, available, reserved, committed, spent"). An open account is not changed; a code \
                    serves once only.
                    """)
        ])

    @Argument(help: .init(fr: "Le code, de 1 à 16 lettres, chiffres, points et tirets.", en: "The code, 1 to 16 letters, digits, points and hyphens."))
    var code: String

    @Option(help: .init(fr: "Le nom, en français.", en: "The name, in French.", value: ("nom", "name")))
    var name: String

    @Option(help: .init(fr: "Le nom en anglais.", en: "The name in English.", value: ("nom", "name")))
    var nameEn: String?

    @Option(name: .customLong("class"), help: .init(fr: "La classe.", en: "The class.", value: ("classe", "class")))
    var accountClass: String

    @Option(
        help: .init(
            fr: "La ligne des états financiers, comme exp-grants.", en: "The line of the statements, such as exp-grants.",
            value: ("ligne", "line")))
    var line: String?

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let account = try Account(code: code, name: name, nameEnglish: nameEn, class: accountClass, line: line)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "account": .string(code), "class": .string(account.accountClass.rawValue), "command": .string("account-open"),
                "line": .string(account.line?.rawValue ?? ""), "name": .string(name), "name_en": .string(nameEn ?? ""),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            try transaction.register(fund.rawValue).append(AccountOpened(account))
            return account
        } again: { reading, receipts in
            try reading.records(AccountOpened.self, of: receipts).first?.record.account ?? account
        }
        return result(done, fund)
    }

    private func result(_ done: WriteDone<Account>, _ fund: FundCode) -> CommandResult {
        let account = done.value
        let title =
            write.dryRun
            ? Message(
                fr: "Le compte \(account.code) du fonds \(fund.shown) serait ouvert.",
                en: "The account \(account.code) of the fund \(fund.shown) would be opened.")
            : Message(
                fr: "Le compte \(account.code) du fonds \(fund.shown) est ouvert.",
                en: "The account \(account.code) of the fund \(fund.shown) is open.")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "account": AccountView.json(account),
            ],
            text: [.paragraph(title), AccountView.facts(account)],
            next: [
                .init(
                    command: "fundctl account close \(account.code) --fund \(fund.shown)",
                    purpose: Message(fr: "le ferme, s'il est de trop", en: "closes it, if it is one too many"))
            ])
        result.tell(done)
        return result
    }
}
