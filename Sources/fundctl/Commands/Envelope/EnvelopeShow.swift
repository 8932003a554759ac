import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl envelope show CODE --fund F --year Y`.
struct EnvelopeShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une enveloppe et chacun de ses mouvements", en: "Shows an envelope and each of its movements"),
        examples: [.init("fundctl envelope show FORM-06 --fund FNF --year 2026-2027")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: .init(fr: "Le code de l'enveloppe.", en: "The envelope's code."))
    var code: String

    @OptionGroup var budget: BudgetOptions
    @OptionGroup var global: GlobalOptions

    /// What one entry moved in the envelope.
    private struct Movement {
        let recorded: RecordedEntry
        let act: (any BudgetAct)?
        let amounts: EnvelopeAmounts
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let (row, movements) = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            let row = try reader.envelope(code, in: year)
            let movements = try reader.entries(of: row).map { recorded in
                Movement(
                    recorded: recorded, act: try reader.act(of: recorded.entry.id),
                    amounts: try reader.movement(of: recorded.entry, in: code))
            }
            return (row, movements)
        }
        let columns: [TextTable.Column] = [
            .left(LedgerTexts.entry), .left(LedgerTexts.date), .left(Message(fr: "Acte", en: "Act")),
            .left(LedgerTexts.memo, flexible: true), .right(BudgetTexts.authorised), .right(BudgetTexts.reserved),
            .right(BudgetTexts.committed), .right(BudgetTexts.spent), .right(BudgetTexts.available),
        ]
        let rows = movements.map { movement -> [Cell] in
            let entry = movement.recorded.entry, amounts = movement.amounts
            return [.text(entry.id.text), .text(entry.date.iso), .message(word(movement)), .text(entry.memo)]
                + [amounts.authorised, amounts.reserved, amounts.committed, amounts.spent, amounts.available]
                .map { $0 == 0 ? .blank : .amount($0) }
        }
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "envelope": EnvelopeView.json(row),
                "movements": .array(movements.map(json)),
            ],
            text: [EnvelopeView.facts(row), .table(TextTable(columns, rows: rows))],
            csv: CSVTable(
                columns: ["entry", "date", "act", "reference", "memo", "authorised", "reserved", "committed", "spent", "available"],
                rows: movements.map { movement in
                    let entry = movement.recorded.entry, amounts = movement.amounts
                    return [entry.id.text, entry.date.iso, kind(movement), entry.reference, entry.memo]
                        + [amounts.authorised, amounts.reserved, amounts.committed, amounts.spent, amounts.available]
                        .map { MoneyFormat.plain(cents: $0) }
                }))
    }

    private func json(_ movement: Movement) -> JSONValue {
        let entry = movement.recorded.entry, amounts = movement.amounts
        return [
            "entry": .string(entry.id.text), "date": .string(entry.date.iso), "act": .string(kind(movement)),
            "reference": .string(entry.reference), "memo": .string(entry.memo),
            "authorised": .amount(cents: amounts.authorised), "reserved": .amount(cents: amounts.reserved),
            "committed": .amount(cents: amounts.committed), "spent": .amount(cents: amounts.spent),
            "available": .amount(cents: amounts.available), "record": .integer(movement.recorded.sequence),
        ]
    }

    /// The kind of the act, `reversal`, or `spending`.
    private func kind(_ movement: Movement) -> String {
        if let act = movement.act { return type(of: act).kind }
        return movement.recorded.entry.reverses == nil ? "spending" : "reversal"
    }

    private func word(_ movement: Movement) -> Message {
        switch movement.act {
        case is EnvelopeOpened: Message(fr: "ouverture", en: "opening")
        case is EnvelopeRevised: Message(fr: "révision", en: "revision")
        case is AllocationRun: Message(fr: "répartition", en: "allocation")
        case is CommitmentOpened: Message(fr: "engagement", en: "commitment")
        case is CommitmentSpent: Message(fr: "dépense engagée", en: "committed spending")
        case is CommitmentReleased: Message(fr: "désengagement", en: "decommitment")
        case .some: Message(fr: "transfert", en: "transfer")
        case nil:
            movement.recorded.entry.reverses == nil
                ? Message(fr: "dépense", en: "spending") : Message(fr: "contrepassation", en: "reversal")
        }
    }
}
