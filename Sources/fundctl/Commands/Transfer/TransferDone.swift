import AuditTrail
import FundLedger
import ReferenceData

/// What a proposal or an approval brought: posted, waiting or refused.
struct TransferDone {
    let fund: FundCode
    let written: WriteDone<(TransferOutcome, TransferFinding)>

    /// What the same request brought the first time.
    static func recall(
        _ receipts: [BatchReceipt], _ fund: FundCode, in reading: BookReading, _ transfers: Transfers
    ) throws -> (TransferOutcome, TransferFinding) {
        let session = transfers.session
        for receipt in receipts {
            var last: Int64 = receipt.first
            for sequence in receipt.first..<receipt.first + receipt.count {
                switch try session.record(at: sequence) {
                case is TransferProposed, is TransferRefused, is TransferPosted: last = sequence
                case let approved as TransferApproved: last = approved.proposal
                default: continue
                }
            }
            let state: TransferOutcome.State =
                switch try session.record(at: last) {
                case is TransferPosted: .posted
                case is TransferRefused: .refused
                default: .waiting
                }
            let (row, finding) = try transfers.explain(last)
            let awaited = state == .waiting ? row.approvals.filter { id in !row.given.contains { $0.authority == id } } : []
            return (TransferOutcome(state: state, record: last, proposal: row.proposal, awaited: awaited), finding)
        }
        throw AuditError(.recordUnknown, ["record": ""])
    }

    var result: CommandResult {
        let (outcome, finding) = written.value
        var facts = TransferView.facts(finding.operation, finding.set)
        facts.append((ApprovalWords.record, .text(id(outcome.record))))
        var text: [TextBlock] = [.paragraph(title(outcome)), .facts(facts)]
        if outcome.state == .waiting {
            let names = RuleWords.authorities(outcome.awaited, finding.set)
            text.append(.paragraph(Message(fr: "Doivent approuver : \(names).", en: "To approve: \(names).")))
        }
        if outcome.state == .refused { text += RuleTraceText(finding.explanation).blocks }
        var result = CommandResult(json: [:], text: text, next: next(outcome), exit: outcome.state == .refused ? .refused : .done)
        result.json = [
            (name: "state", value: .string(outcome.state.rawValue)), (name: "record", value: .integer(outcome.record)),
            (name: "proposal", value: outcome.proposal.map { .integer($0) } ?? .null),
            (name: "awaited", value: .array(outcome.awaited.map { .string($0) })),
        ] + TransferView.json(finding, fund: fund)
        result.tell(written)
        return result
    }

    private func id(_ record: Int64) -> String { ProposalID(register: fund.rawValue, sequence: record).text }

    private func title(_ outcome: TransferOutcome) -> Message {
        switch (outcome.state, written.isDryRun) {
        case (.posted, false): Message(fr: "Le budget est viré.", en: "The budget is moved.")
        case (.posted, true): Message(fr: "Le budget serait viré.", en: "The budget would be moved.")
        case (.waiting, false): Message(fr: "La proposition attend.", en: "The proposal waits.")
        case (.waiting, true): Message(fr: "La proposition attendrait.", en: "The proposal would wait.")
        case (.refused, false):
            Message(fr: "Le virement est refusé; le refus est au registre.", en: "The transfer is refused; the refusal is in the register.")
        case (.refused, true): Message(fr: "Le virement serait refusé.", en: "The transfer would be refused.")
        }
    }

    private func next(_ outcome: TransferOutcome) -> [CommandResult.NextStep] {
        let explain = CommandResult.NextStep(
            command: "fundctl transfer explain \(outcome.record) --fund \(fund.shown)",
            purpose: Message(fr: "dit pourquoi, règle par règle", en: "says why, rule by rule"))
        guard outcome.state == .waiting, let first = outcome.awaited.first else { return [explain] }
        return [
            .init(
                command: "fundctl approval give \(id(outcome.record)) --authority \(first) --instrument \"…\"",
                purpose: Message(fr: "une autre personne approuve", en: "another person approves")),
            .init(
                command: "fundctl approval refuse \(id(outcome.record)) --reason \"…\"",
                purpose: Message(fr: "retire la proposition", en: "withdraws the proposal")),
            explain,
        ]
    }
}
