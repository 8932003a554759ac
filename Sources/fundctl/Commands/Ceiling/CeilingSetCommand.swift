import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl ceiling set --fund F --year Y --basis B --amount A --citation C`.
struct CeilingSetCommand: FundctlCommand {
    static let help = CommandHelp(
        "set", summary: Message(fr: "Fixe un plafond du fonds pour un exercice", en: "Sets a ceiling of the fund for a year"),
        examples: [
            .init("fundctl ceiling set --fund FDMT --year 2026-2027 --basis estimates --amount 900000000 --citation \"Budget de dépenses 2026-2027\"")
        ],
        details: [
            Message(
                fr: """
                    Un fonds spécial n'engage ni ne paie au-delà de ses prévisions approuvées et de son solde disponible \
                    (A-6.001, art. 46 à 52). Le plus bas des deux plafonds l'emporte, et aucune dérogation ne le dépasse. \
                    Un plafond fixé de nouveau remplace celui d'avant.
                    """,
                en: """
                    A special fund neither commits nor pays beyond its approved estimates and its available balance \
                    (A-6.001, ss. 46 to 52). The lower of both ceilings binds, and no override passes it. A ceiling set \
                    anew replaces the one before.
                    """)
        ])

    @OptionGroup var budget: BudgetOptions

    @Option(help: .init(fr: "D'où il vient : estimates ou balance.", en: "What it comes from: estimates or balance.", value: ("base", "basis")))
    var basis: CeilingBasis

    @Option(help: .init(fr: "Le plafond.", en: "The ceiling.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "L'acte qui le fixe.", en: "The act that sets it.", value: ("source", "citation")))
    var citation: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let amount = try AmountText.parse(self.amount)
        guard !amount.isNegative else {
            throw LedgerError(.actAmount, ["kind": CeilingSet.kind, "amount_cents": amount.canonical])
        }
        try TypedText.check(citation, option: "--citation", bytes: CeilingSet.citationBytes)
        let ceiling = CeilingSet(year: year, basis: basis, amount: amount.value, citation: citation)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount.canonical), "basis": .string(basis.rawValue), "citation": .string(citation),
                "command": "ceiling-set", "year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            try Budget(session).set(ceiling)
            return try FundReader(session).budgetTotals(year)
        } again: { reading, _ in
            try FundReader(reading.register(fund.rawValue)).budgetTotals(year)
        }
        let title =
            write.dryRun
            ? Message(fr: "Le plafond (\(BudgetTexts.basis(basis))) serait de \(money: amount).", en: "The ceiling (\(BudgetTexts.basis(basis))) would be \(money: amount).")
            : Message(fr: "Le plafond (\(BudgetTexts.basis(basis))) est de \(money: amount).", en: "The ceiling (\(BudgetTexts.basis(basis))) is \(money: amount).")
        var result = CommandResult(
            json: CeilingView.json(done.value, fund),
            text: [.paragraph(title), .table(CeilingView.table(done.value)), .facts(CeilingView.facts(done.value))],
            next: [
                .init(
                    command: "fundctl ceiling list --fund \(fund.shown) --year \(year.text)",
                    purpose: Message(fr: "montre les plafonds", en: "shows the ceilings"))
            ])
        result.tell(done)
        return result
    }
}

extension CeilingBasis: ExpressibleByArgument {}
