import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl approval refuse ID… --reason R`: says no, or withdraws one's own proposal.
struct ApprovalRefuse: FundctlCommand {
    static let help = CommandHelp(
        "refuse",
        summary: Message(
            fr: "Refuse ce qui a été proposé, ou retire votre propre proposition",
            en: "Refuses what was proposed, or withdraws your own proposal"),
        examples: [.init("fundctl approval refuse fnf:57 --reason \"double emploi\"")])

    @Argument(
        help: .init(
            fr: "Le numéro de la proposition; plusieurs à la fois, si l'on veut.",
            en: "The proposal's number; several at once if you wish.", value: ("numéro", "id")))
    var ids: [String]

    @Option(help: .init(fr: "Le motif, qui reste au registre.", en: "The reason, which stays in the register.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try TypedText.check(reason, option: "--reason", bytes: 1...1000)
        let book = try call.openBook()
        let proposals = try book.read { reading in try ids.map { try ProposalID.resolve($0, in: reading) } }
        let registers = RegisterName.all.filter { name in proposals.contains { $0.register == name } }
        let request = WriteRequest(
            registers: registers,
            content: [
                "command": "approval refuse", "ids": .array(proposals.map { .string($0.text) }), "reason": .text(reason),
            ], options: write)
        let written = try call.write(request, to: book) { transaction in
            try proposals.map { id in
                let session = try transaction.register(id.register)
                let sequence =
                    try id.isTransfer(in: session)
                    ? Transfers(session).withdraw(id.sequence, reason: reason)
                    : session.append(ApprovalRefused(proposal: id.sequence, reason: reason))
                return (id: id, record: sequence, act: ActWords.describe(try session.record(at: id.sequence)))
            }
        } again: { reading, receipts in
            try receipts.flatMap { receipt in
                let session = try reading.register(receipt.register)
                return try (receipt.first..<receipt.first + receipt.count).map { sequence in
                    let record = try session.record(at: sequence)
                    guard
                        let proposal = (record as? ApprovalRefused)?.proposal ?? (record as? TransferWithdrawn)?.proposal
                    else { throw AuditError(.recordUnknown, ["record": String(sequence)]) }
                    let id = ProposalID(register: receipt.register, sequence: proposal)
                    return (id: id, record: sequence, act: ActWords.describe(try session.record(at: proposal)))
                }
            }
        }
        return result(written)
    }

    private func result(_ written: WriteDone<[(id: ProposalID, record: Int64, act: Message)]>) -> CommandResult {
        var result = CommandResult(
            json: [
                "state": "refused", "reason": .string(reason),
                "proposals": .array(
                    written.value.map {
                        ["id": .string($0.id.text), "register": .string($0.id.register), "record": .integer($0.record)]
                    }),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "\(written.value.count, "proposition refusée", "propositions refusées").",
                        en: "\(written.value.count, "proposal", "proposals") refused.")),
                .table(
                    TextTable(
                        [.left(ApprovalWords.number), .left(ApprovalWords.act, flexible: true), .right(ApprovalWords.record)],
                        rows: written.value.map { [.text($0.id.text), .message($0.act), .integer($0.record)] })),
            ])
        result.tell(written)
        return result
    }
}
