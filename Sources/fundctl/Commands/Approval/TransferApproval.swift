import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// What `approval give` takes for a transfer.
struct TransferApprovalOptions: ParsableArguments {
    @Option(help: .init(fr: "Pour un virement : le registre, si le numéro ne le dit pas.", en: "For a transfer: the register, where the number does not say it.", value: ("registre", "register")))
    var register: OneRegister?

    @Option(help: .init(fr: "Pour un virement : l'autorité qui approuve.", en: "For a transfer: the authority that approves.", value: ("autorité", "authority")))
    var authority: String?

    @Option(help: .init(fr: "Pour un virement : la décision (numéro, date).", en: "For a transfer: the decision (number, date).", value: ("acte", "instrument")))
    var instrument: String?

    @Option(help: .init(fr: "Pour un virement : le SHA-256 de la décision, versée comme pièce.", en: "For a transfer: the SHA-256 of the decision, kept as a document.", value: ("sha256", "sha256")))
    var document: String?
}

/// `fundctl approval give SEQ --authority A --instrument TEXT`: an authority's approval; the last one posts.
struct TransferApproval {
    let ids: [String]
    let authority: String
    let options: TransferApprovalOptions
    let write: WriteOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        guard let typed = ids.first, ids.count == 1 else {
            throw CommandLineError(.unexpectedArgument, ["argument": ids.dropFirst().first ?? "", "command": "approval give"])
        }
        guard let instrument = options.instrument else {
            throw CommandLineError(.missingArgument, ["argument": "--instrument", "command": "approval give"])
        }
        try TypedText.check(instrument, option: "--instrument", bytes: TransferApproved.instrumentBytes)
        let document = try options.document.map { text in
            guard let digest = Digest(hex: text) else {
                throw CommandLineError(.invalidValue, ["value": text, "option": "--document", "choices": "SHA-256"])
            }
            return digest
        }
        let book = try call.openBook()
        let named = options.register.map { "\($0.rawValue):\(typed)" } ?? typed
        let id = try book.read { try ProposalID.resolve(named, in: $0) }
        guard let fund = FundCode(rawValue: id.register) else {
            throw AuditError(.proposalUnknown, ["proposal": id.text])
        }
        let request = WriteRequest(
            registers: [id.register],
            content: [
                "authority": .text(authority), "command": "approval give", "document": .string(options.document ?? ""),
                "id": .string(id.text), "instrument": .text(instrument),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let transfers = try Transfers(transaction.register(id.register))
            let outcome = try transfers.approve(
                id.sequence, authority: authority, instrument: instrument, document: document)
            return (outcome, try transfers.explain(outcome.record).finding)
        } again: { reading, receipts in
            try TransferDone.recall(receipts, fund, in: reading, Transfers(reading.register(id.register)))
        }
        return TransferDone(fund: fund, written: done).result
    }
}
