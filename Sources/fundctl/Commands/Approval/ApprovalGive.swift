import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl approval give ID…`: approves, and carries out in the same batch.
struct ApprovalGive: FundctlCommand {
    static let help = CommandHelp(
        "give",
        summary: Message(
            fr: "Approuve ce qu'une autre personne a proposé, et l'exécute",
            en: "Approves what another person proposed, and carries it out"),
        examples: [
            .init("fundctl approval give fnf:57"),
            .init(
                "fundctl approval give fnf:57 fdmt:12 employers:9",
                Message(fr: "le même acte dans trois registres", en: "the same act in three registers")),
        ],
        details: [
            Message(
                fr: """
                    La proposition est jugée de nouveau : si elle n'est plus possible, rien n'est écrit. Personne \
                    n'approuve ce qu'il a lui-même proposé. Le numéro seul suffit quand un seul registre l'attend.
                    """,
                en: """
                    The proposal is judged again: where it is no longer possible, nothing is written. Nobody approves \
                    what they proposed. The number alone will do where only one register waits for it.
                    """)
        ])

    @Argument(
        help: .init(
            fr: "Le numéro de la proposition; plusieurs à la fois, si l'on veut.",
            en: "The proposal's number; several at once if you wish.", value: ("numéro", "id")))
    var ids: [String]

    @OptionGroup var transfer: TransferApprovalOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        if let authority = transfer.authority {
            return try TransferApproval(ids: ids, authority: authority, options: transfer, write: write).perform(call)
        }
        let book = try call.openBook()
        let proposals = try book.read { reading in try ids.map { try ProposalID.resolve($0, in: reading) } }
        let registers = RegisterName.all.filter { name in proposals.contains { $0.register == name } }
        let request = WriteRequest(
            registers: registers,
            content: ["command": "approval give", "ids": .array(proposals.map { .string($0.text) })], options: write)
        let written = try call.write(request, to: book) { transaction in
            try proposals.map { id in
                let session = try transaction.register(id.register)
                if try id.isTransfer(in: session) {
                    throw CommandLineError(.missingArgument, ["argument": "--authority", "command": "approval give"])
                }
                try session.append(ApprovalGiven(proposal: id.sequence))
                guard let proposal = try session.record(at: id.sequence) as? any ProposalRecord else {
                    throw AuditError(.proposalUnknown, ["proposal": id.text])
                }
                let sequence = try proposal.carryOut(in: session, proposal: id.sequence)
                return CarriedOut(id: id, sequence: sequence, record: try session.record(at: sequence))
            }
        } again: { reading, receipts in
            try receipts.flatMap { try CarriedOut.read($0, in: reading) }
        }
        return result(written)
    }

    private func result(_ written: WriteDone<[CarriedOut]>) -> CommandResult {
        let count = written.value.count
        var result = CommandResult(
            json: ["state": "done", "acts": .array(written.value.map(\.json))],
            text: [
                .paragraph(
                    count == 1
                        ? Message(fr: "Approuvé et exécuté.", en: "Approved and carried out.")
                        : Message(
                            fr: "\(count, "acte approuvé et exécuté", "actes approuvés et exécutés").",
                            en: "\(count, "act", "acts") approved and carried out.")),
                .table(
                    TextTable(
                        [.left(ApprovalWords.number), .left(ApprovalWords.act, flexible: true), .right(ApprovalWords.record)],
                        rows: written.value.map {
                            [.text($0.id.text), .message(ActWords.describe($0.record)), .integer($0.sequence)]
                        })),
            ],
            next: CarriedOut.undo(written.value))
        result.tell(written)
        return result
    }
}

/// A proposal approved, and the record that carries it out.
private struct CarriedOut {
    let id: ProposalID
    let sequence: Int64
    let record: any Record

    /// In a batch of approvals the act follows each approval at once, and its entries follow the act.
    static func read(_ receipt: BatchReceipt, in reading: BookReading) throws -> [CarriedOut] {
        let session = try reading.register(receipt.register)
        return try (receipt.first..<receipt.first + receipt.count).compactMap { sequence in
            guard let given = try session.record(at: sequence) as? ApprovalGiven else { return nil }
            return CarriedOut(
                id: ProposalID(register: receipt.register, sequence: given.proposal), sequence: sequence + 1,
                record: try session.record(at: sequence + 1))
        }
    }

    /// One command where the same act was done in all the registers.
    static func undo(_ acts: [CarriedOut]) -> [CommandResult.NextStep] {
        let everywhere = Set(acts.compactMap { ActWords.undo($0.record, in: "all")?.command })
        if Set(acts.map(\.id.register)).count == RegisterName.all.count, acts.count == RegisterName.all.count,
            everywhere.count == 1
        {
            return [ActWords.undo(acts[0].record, in: "all")].compactMap { $0 }
        }
        return acts.compactMap { act in
            guard act.record is PaymentIssued else { return ActWords.undo(act.record, in: act.id.register) }
            return .init(
                command: "fundctl payment file \(act.sequence) --fund \(act.id.register) --originator … -o …",
                purpose: Message(fr: "écrit le fichier de la banque", en: "writes the file for the bank"))
        }
    }

    var json: JSONValue {
        [
            "id": .string(id.text), "register": .string(id.register), "record": .integer(sequence),
            "kind": .string(type(of: record).kind), "act_fr": .string(ActWords.describe(record).text(in: .fr)),
            "act_en": .string(ActWords.describe(record).text(in: .en)),
        ]
    }
}
