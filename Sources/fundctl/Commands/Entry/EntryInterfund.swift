import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl entry interfund`.
struct EntryInterfund: FundctlCommand {
    static let help = CommandHelp(
        "interfund",
        summary: Message(
            fr: "Fait passer une somme d'un fonds à l'autre : une écriture dans chacun",
            en: "Moves a sum from one fund to the other: an entry in each"),
        examples: [
            .init(
                "fundctl entry interfund --from FNF --to FDMT --amount 25000 --date 2026-06-05 --ref IF-1 --memo \"Avance de trésorerie\""),
            .init(
                "fundctl entry interfund --settle --from FDMT --to FNF --amount 25000 --date 2026-07-05 --ref IF-2 --memo \"Remboursement\"",
                Message(fr: "rembourse ce qui est dû", en: "pays back what is owed")),
        ],
        details: [
            Message(
                fr: """
                    Le fonds qui donne inscrit « dû par » (1700) contre son encaisse; celui qui reçoit, son encaisse contre \
                    « dû au » (2700). Avec --settle, la dette s'éteint dans les deux. Les deux écritures s'écrivent ensemble, \
                    ou aucune.
                    """,
                en: """
                    The giving fund writes "due from" (1700) against its cash; the receiving one, its cash against "due to" \
                    (2700). With --settle the debt goes out in both. The two entries are written together, or neither.
                    """)
        ])

    @Option(help: .init(fr: "Le fonds qui donne.", en: "The fund that gives.", value: ("fonds", "fund")))
    var from: String

    @Option(help: .init(fr: "Le fonds qui reçoit.", en: "The fund that receives.", value: ("fonds", "fund")))
    var to: String

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "La date d'effet, AAAA-MM-JJ.", en: "The effective date, YYYY-MM-DD.", value: ("date", "date")))
    var date: String

    @Option(help: .init(fr: "La référence.", en: "The reference.", value: ("réf", "ref")))
    var ref: String

    @Option(help: .init(fr: "Le libellé.", en: "The memo.", value: ("libellé", "memo")))
    var memo: String

    @Flag(help: .init(fr: "Rembourse une dette plutôt que d'en faire une.", en: "Pays a debt back rather than making one."))
    var settle = false

    @Option(help: .init(fr: "Le compte d'où part la somme.", en: "The account that the sum leaves.", value: ("compte", "account")))
    var fromAccount: String = "1000"

    @Option(help: .init(fr: "Le compte où elle arrive.", en: "The account that it reaches.", value: ("compte", "account")))
    var toAccount: String = "1000"

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let giver = try FundCode(parsing: from), receiver = try FundCode(parsing: to)
        let cents = try AmountText.parse(amount)
        guard giver != receiver else {
            throw LedgerError(.interfundMovement, ["fund": giver.rawValue, "amount_cents": cents.canonical])
        }
        let movement = try InterfundMovement(
            from: giver, amount: cents, date: CalendarDate(iso: date), reference: ref, memo: memo,
            purpose: settle ? .settlement : .loan, fromAccount: fromAccount, toAccount: toAccount)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: FundCode.allCases.map(\.rawValue), content: content(movement), options: write)
        let posted = try PostedEntries(request, to: book, call) { transaction in
            try movement.post { try transaction.register($0.rawValue) }
        }
        let title =
            write.dryRun
            ? Message(fr: "Les écritures \(posted.ids) seraient passées.", en: "The entries \(posted.ids) would be posted.")
            : Message(fr: "Les écritures \(posted.ids) sont passées.", en: "The entries \(posted.ids) are posted.")
        let undo = Message(fr: "contrepasse les deux, si elles sont de trop", en: "reverses both, if they are too many")
        return posted.result(title: title, next: posted.next(undo: undo))
    }

    private func content(_ movement: InterfundMovement) -> CanonicalObject {
        [
            "amount": .string(movement.amount.canonical), "command": .string("entry-interfund"),
            "date": .string(movement.date.iso), "from": .string(movement.from.rawValue),
            "from_account": .string(fromAccount), "memo": .string(memo), "reference": .string(ref),
            "settle": .string(settle ? "yes" : "no"), "to_account": .string(toAccount),
        ]
    }
}
