import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl commitment show ID`.
struct CommitmentShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre un engagement et ses écritures", en: "Shows a commitment and its entries"),
        examples: [.init("fundctl commitment show FNF-2026-000012")])

    @Argument(help: .init(fr: "Le numéro de l'engagement.", en: "The commitment's id.", value: ("numéro", "id")))
    var id: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try EntryID(parsing: id)
        let (row, entries) = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(id.fund.rawValue))
            let row = try reader.commitment(id)
            let entries = try reader.entries(of: row).map { recorded in
                (recorded, try reader.movement(of: recorded.entry, in: row.record.envelope))
            }
            return (row, entries)
        }
        let table = TextTable(
            [
                .left(LedgerTexts.entry), .left(LedgerTexts.date), .left(LedgerTexts.memo, flexible: true),
                .right(BudgetTexts.committed), .right(BudgetTexts.spent),
            ],
            rows: entries.map { recorded, amounts in
                [
                    .text(recorded.entry.id.text), .text(recorded.entry.date.iso), .text(recorded.entry.memo),
                    .amount(amounts.committed), .amount(amounts.spent),
                ]
            })
        return CommandResult(
            json: [
                "fund": .string(id.fund.shown), "commitment": CommitmentView.json(row),
                "entries": .array(
                    entries.map { recorded, amounts in
                        [
                            "entry": .string(recorded.entry.id.text), "date": .string(recorded.entry.date.iso),
                            "memo": .string(recorded.entry.memo), "committed": .amount(cents: amounts.committed),
                            "spent": .amount(cents: amounts.spent), "record": .integer(recorded.sequence),
                        ]
                    }),
            ],
            text: [CommitmentView.facts(row), .table(table)], next: row.outstanding > 0 ? CommitmentView.next(row) : [])
    }
}
