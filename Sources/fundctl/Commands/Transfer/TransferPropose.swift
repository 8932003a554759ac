import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl transfer propose`: does it where it is permitted, waits where it needs approval, else records the refusal.
struct TransferPropose: FundctlCommand {
    static let help = CommandHelp(
        "propose",
        summary: Message(
            fr: "Propose un virement : permis, il se fait; à approuver, il attend; refusé, le refus est gardé",
            en: "Proposes a transfer: permitted, it is done; to be approved, it waits; refused, the refusal is kept"),
        examples: [
            .init("fundctl transfer propose --fund FDMT --from 06-AIDE --to 06-AIDE-2 --amount \"5 000,00\" --reason \"Demande accrue\""),
            .init(
                "fundctl transfer propose --fund FDMT --operation temporary-transfer --from 06-AIDE --to 07-AIDE --amount 5000 --repay-by 2027-02-28",
                Message(fr: "pour un temps", en: "for a time")),
        ],
        details: [
            Message(
                fr: """
                    Le virement est jugé par les règles qui valent à sa date. Ce qu'elles refusent, ou que l'argent ne permet \
                    pas, laisse un enregistrement avec les règles et les montants qui ont décidé, et le code de sortie est 3. \
                    Une donnée qui ne convient pas (enveloppe inconnue, date hors de l'exercice) ne laisse rien.
                    """,
                en: """
                    The transfer is judged by the rules that rule on its date. What they refuse, or what the money does not \
                    allow, leaves a record with the rules and amounts that decided, and the exit status is 3. Bad input (an \
                    unknown envelope, a date outside the year) leaves nothing.
                    """)
        ])

    @OptionGroup var options: TransferOptions

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String = ""

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, operation) = try options.read(call)
        try TypedText.check(reason, option: "--reason", bytes: TransferProposed.reasonBytes)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(String(operation.amount)), "command": "transfer propose",
                "date": .string(options.date ?? ""), "from": .text(operation.source.envelope),
                "from_year": .string(options.fromYear ?? ""), "operation": .string(operation.operation.rawValue),
                "reason": .text(reason), "repay_by": .string(options.repayBy ?? ""),
                "to": .text(operation.target?.envelope ?? ""), "to_year": .string(options.toYear ?? ""),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let transfers = try Transfers(transaction.register(fund.rawValue))
            let finding = try transfers.check(operation)
            let outcome = try transfers.propose(operation, reason: reason)
            return (outcome, finding)
        } again: { reading, receipts in
            let transfers = try Transfers(reading.register(fund.rawValue))
            return try TransferDone.recall(receipts, fund, in: reading, transfers)
        }
        return TransferDone(fund: fund, written: done).result
    }
}
