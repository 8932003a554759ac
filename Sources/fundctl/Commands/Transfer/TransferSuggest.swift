import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl transfer suggest --fund F --to E --amount A`.
struct TransferSuggest: FundctlCommand {
    static let help = CommandHelp(
        "suggest",
        summary: Message(
            fr: "Trouve les enveloppes qui pourraient céder ce qu'il faut", en: "Finds the envelopes that could give what is needed"),
        examples: [.init("fundctl transfer suggest --fund FDMT --to 06-AIDE --amount \"5 000,00\"")],
        details: [
            Message(
                fr: "D'abord celles qui demandent le moins d'approbations; à égalité, celles qui ont le plus de disponible; puis par code.",
                en: "Those that need the fewest approvals first; among equals, those with the most available; then by code.")
        ])

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "L'enveloppe qui reçoit.", en: "The envelope that gets.", value: ("enveloppe", "envelope")))
    var to: String

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "La date du virement; sinon aujourd'hui.", en: "The transfer's date; else today.", value: ("date", "date")))
    var date: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, amount) = (try self.fund.code(), try AmountText.parse(self.amount))
        let day = try CalendarDate(iso: date ?? call.edge.clock.today())
        let target = TransferOperation.Place(to, try FiscalYear(of: day))
        let (sources, set) = try call.openBookToRead().read { reading in
            let transfers = try Transfers(reading.register(fund.rawValue))
            let set = try transfers.ruleSets().last { $0.from <= day && $0.until.map { day <= $0 } ?? true }?.set
            return (try transfers.sources(to: target, amount: amount, on: day), set)
        }
        let none = Message(fr: "Aucune enveloppe ne pourrait céder cela.", en: "No envelope could give that.")
        let table = TextTable(
            [
                .left(LedgerTexts.envelope), .right(BudgetTexts.available),
                .left(Message(fr: "Approbations", en: "Approvals"), flexible: true),
            ],
            rows: sources.map { source in
                [
                    .text(source.envelope.code), .amount(source.envelope.amounts.available),
                    .message(RuleWords.authorities(source.approvals, set)),
                ]
            })
        let next = sources.first.map { first in
            CommandResult.NextStep(
                command: "fundctl transfer propose --fund \(fund.shown) --from \(first.envelope.code) --to \(to) --amount \"\(self.amount)\"",
                purpose: Message(fr: "propose la première", en: "proposes the first"))
        }
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "to": .string(to), "year": .string(target.year.text), "amount": .amount(amount),
                "ruleset": .optional(set?.identity.text), "status": .optional(set?.status.rawValue),
                "sources": .array(
                    sources.map { source in
                        [
                            "from": .string(source.envelope.code),
                            "available": .amount(cents: source.envelope.amounts.available),
                            "approvals": .array(source.approvals.map { .string($0) }),
                        ]
                    }),
            ],
            text: [.facts([(TransferView.rules, .message(TransferView.ruleset(set)))])]
                + (sources.isEmpty ? [.paragraph(none)] : [.table(table)]),
            next: next.map { [$0] } ?? [])
    }
}
