import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl commitment open`.
struct CommitmentOpen: FundctlCommand {
    static let help = CommandHelp(
        "open", summary: Message(fr: "Engage une part d'une enveloppe", en: "Commits a part of an envelope"),
        examples: [
            .init("fundctl commitment open --fund FNF --year 2026-2027 --envelope FORM-06 --amount 40000 --ref CONV-9 --memo \"Convention 9\""),
            .init(
                "fundctl commitment open --fund FNF --year 2026-2027 --envelope FORM-06 --amount 40000 --later 2027-2028:20000 --ref CONV-9 --memo \"Convention 9\"",
                Message(fr: "sur deux exercices", en: "over two years")),
        ],
        details: [
            Message(
                fr: """
                    L'engagement porte le numéro de son écriture. Ce qui relève d'exercices ultérieurs n'engage pas leur \
                    budget : c'est une obligation contractuelle, à laquelle un engagement de l'exercice venu donne suite \
                    par --continues. Le bénéficiaire nommé est un organisme; aucun renseignement personnel n'y va.
                    """,
                en: """
                    The commitment has the id of its entry. What belongs to later years does not commit their budgets: it \
                    is a contractual obligation, which a commitment of that year continues with --continues. The payee \
                    named is an organisation; no personal information goes there.
                    """)
        ])

    @OptionGroup var budget: BudgetOptions

    @Option(help: .init(fr: "L'enveloppe.", en: "The envelope.", value: ("code", "code")))
    var envelope: String

    @Option(help: .init(fr: "Le montant de l'exercice.", en: "The amount of this year.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "La référence : une convention, un contrat.", en: "The reference: an agreement, a contract.", value: ("réf", "ref")))
    var ref: String

    @Option(help: .init(fr: "Le libellé.", en: "The memo.", value: ("libellé", "memo")))
    var memo: String

    @Option(help: .init(fr: "L'organisme bénéficiaire.", en: "The organisation paid.", value: ("nom", "name")))
    var payee: String?

    @Option(help: .init(fr: "L'engagement antérieur auquel il donne suite.", en: "The earlier commitment that it continues.", value: ("numéro", "id")))
    var continues: String?

    @Option(
        help: .init(
            fr: "Ce qui relève d'un exercice ultérieur, EXERCICE:MONTANT.", en: "What belongs to a later year, YEAR:AMOUNT.",
            value: ("part", "part")))
    var later: [String] = []

    @OptionGroup var date: ActDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let amount = try AmountText.parse(self.amount)
        let parts = try later.map(Self.part)
        let before = try continues.map { try EntryID(parsing: $0) }
        let day = try date.day(in: year, call)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount.canonical), "command": "commitment-open", "continues": .string(continues ?? ""),
                "date": .string(date.date ?? ""), "envelope": .string(envelope), "later": .array(later.map { .string($0) }),
                "memo": .string(memo), "payee": .string(payee ?? ""), "reference": .string(ref),
                "year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            let opened = try Budget(session).commit(
                amount, of: envelope, in: year, reference: ref, memo: memo, payee: payee, continues: before, later: parts,
                on: day)
            return try FundReader(session).written(opened.entry)
        } again: { reading, receipts in
            guard let found = try reading.records(CommitmentOpened.self, of: receipts).first else {
                throw LedgerError(.commitmentUnknown, ["commitment": ref, "fund": fund.rawValue])
            }
            return try FundReader(found.session).commitment(found.record.entry)
        }
        return result(done, fund)
    }

    /// Refuses: E-CLI for another form than `YEAR:AMOUNT`, E-REF codes.
    private static func part(_ typed: String) throws -> CommitmentOpened.Later {
        let parts = typed.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw CommandLineError(.invalidValue, ["value": typed, "option": "--later", "choices": "2027-2028:20000"])
        }
        return .init(year: try FiscalYear(parsing: parts[0]), amount: try AmountText.parse(parts[1]).value)
    }

    private func result(_ done: WriteDone<CommitmentRow>, _ fund: FundCode) -> CommandResult {
        let row = done.value
        let title =
            write.dryRun
            ? Message(fr: "L'engagement \(row.id.text) serait pris.", en: "The commitment \(row.id.text) would be made.")
            : Message(fr: "L'engagement \(row.id.text) est pris.", en: "The commitment \(row.id.text) is made.")
        var result = CommandResult(
            json: ["fund": .string(fund.shown), "commitment": CommitmentView.json(row)],
            text: [.paragraph(title), CommitmentView.facts(row)], next: CommitmentView.next(row))
        result.tell(done)
        return result
    }
}
