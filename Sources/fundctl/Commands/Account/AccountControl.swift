import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl account control USE CODE --fund F`.
struct AccountControl: FundctlCommand {
    static let help = CommandHelp(
        "control", summary: Message(fr: "Désigne le compte de contrôle d'un usage, une fois pour toutes", en: "Names the control account of a use, once for ever"),
        examples: [
            .init("fundctl account control payable 2100 --fund FNF"),
            .init("fundctl account control --fund FNF", Message(fr: "montre ceux qui sont désignés", en: "shows those that are named")),
        ],
        details: [
            Message(
                fr: """
                    Le solde d'un compte de contrôle est celui d'un livre auxiliaire : subventions à payer, avances, \
                    retenues, paiements en circulation. Une fois le compte désigné, seules les opérations (grant, payment, \
                    levy, revenue, fee) y passent des écritures. Le premier programme désigne ceux du plan comptable du \
                    modèle. Les usages : \(uses).
                    """,
                en: """
                    The balance of a control account is that of a sub-ledger: grants payable, advances, holdbacks, payments \
                    in transit. Once it is named, only operations (grant, payment, levy, revenue, fee) post to it. The first \
                    programme names those of the template's chart. The uses: \(uses).
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    private static var uses: String { ControlUse.allCases.map(\.rawValue).joined(separator: ", ") }

    @Argument(help: .init(fr: "L'usage; sans lui, la commande montre ceux qui sont désignés.", en: "The use; without it, the command shows those that are named.", value: ("usage", "use")))
    var use: String?

    @Argument(help: .init(fr: "Le compte.", en: "The account.", value: ("compte", "account")))
    var account: String?

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        guard let use else {
            return result(try call.openBookToRead().read { try FundReader($0.register(fund.rawValue)).controls() }, fund)
        }
        guard let purpose = ControlUse(rawValue: use), let account else {
            throw CommandLineError(
                .invalidValue, ["value": "\(use) \(account ?? "")", "option": "control", "choices": Self.uses])
        }
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: ["account": .string(account), "command": "account-control", "use": .string(use)], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            try session.append(ControlSet(account: account, use: purpose))
            return try FundReader(session).controls()
        } again: { reading, _ in try FundReader(reading.register(fund.rawValue)).controls() }
        var result = self.result(done.value, fund)
        result.tell(done)
        return result
    }

    private func result(_ controls: ControlAccounts, _ fund: FundCode) -> CommandResult {
        let named = ControlUse.allCases.compactMap { use in controls.account(of: use).map { (use, $0) } }
        let none = Message(fr: "Aucun compte de contrôle n'est désigné.", en: "No control account is named.")
        let table = TextTable(
            [
                .left(Message(fr: "Usage", en: "Use")), .left(LedgerTexts.account),
                .left(Message(fr: "Réservé aux opérations", en: "Operations only")),
            ],
            rows: named.map { use, account in
                [.text(use.rawValue), .text(account), .message(use.isClosed ? GrantWords.yes : GrantWords.no)]
            })
        return CommandResult(
            json: [
                "fund": .string(fund.shown),
                "controls": .array(
                    named.map { use, account in
                        [
                            "use": .string(use.rawValue), "account": .string(account), "line": .string(use.line.rawValue),
                            "closed": .bool(use.isClosed),
                        ]
                    }),
            ],
            text: named.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["use", "account", "line", "closed"],
                rows: named.map { [$0.rawValue, $1, $0.line.rawValue, $0.isClosed ? "yes" : "no"] }))
    }
}
