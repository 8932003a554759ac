import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl envelope revise CODE --amount ±A --reason R`.
struct EnvelopeRevise: FundctlCommand {
    static let help = CommandHelp(
        "revise",
        summary: Message(fr: "Augmente ou diminue ce qu'une enveloppe est autorisée", en: "Raises or lowers what an envelope is authorised"),
        examples: [
            .init("fundctl envelope revise FORM-06 --fund FNF --year 2026-2027 --amount 15000 --reason \"Crédits additionnels\""),
            .init(
                "fundctl envelope revise FORM-06 --fund FNF --year 2026-2027 --amount=-15000 --reason \"Compression\"",
                Message(fr: "diminue; le signe égal garde le moins", en: "lowers; the equal sign keeps the minus")),
        ])

    @Argument(help: .init(fr: "Le code de l'enveloppe.", en: "The envelope's code."))
    var code: String

    @OptionGroup var budget: BudgetOptions

    @Option(help: .init(fr: "De combien, négatif pour diminuer.", en: "By how much, negative to lower.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var date: ActDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let amount = try AmountText.parse(self.amount)
        try TypedText.check(reason, option: "--reason", bytes: 1...EntryLimits.reasonBytes)
        let day = try date.day(in: year, call)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount.canonical), "command": "envelope-revise", "date": .string(date.date ?? ""),
                "envelope": .string(code), "reason": .string(reason), "year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            let revised = try Budget(session).revise(code, in: year, by: amount, reason: reason, on: day)
            try session.flush()
            return (try FundReader(session).envelope(code, in: year), revised.entry)
        } again: { reading, receipts in
            let entry = try reading.records(EnvelopeRevised.self, of: receipts).first?.record.entry
            return (
                try FundReader(reading.register(fund.rawValue)).envelope(code, in: year),
                try entry ?? EntryID(fund: fund, year: year, number: 1)
            )
        }
        return result(done, fund, amount)
    }

    private func result(_ done: WriteDone<(EnvelopeRow, EntryID)>, _ fund: FundCode, _ amount: Cents) -> CommandResult {
        let (row, entry) = done.value
        let title =
            write.dryRun
            ? Message(fr: "L'enveloppe \(row.code) serait révisée de \(money: amount).", en: "The envelope \(row.code) would be revised by \(money: amount).")
            : Message(fr: "L'enveloppe \(row.code) est révisée de \(money: amount).", en: "The envelope \(row.code) is revised by \(money: amount).")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "amount": .amount(amount), "reason": .string(reason),
                "entry": .string(entry.text), "envelope": EnvelopeView.json(row),
            ],
            text: [.paragraph(title), EnvelopeView.facts(row)],
            next: [
                .init(
                    command: "fundctl envelope show \(row.code) --fund \(fund.shown) --year \(row.year.text)",
                    purpose: Message(fr: "montre ses mouvements", en: "shows its movements"))
            ])
        result.tell(done)
        return result
    }
}
