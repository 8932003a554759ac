import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl approval show ID`: what the second person should have read.
struct ApprovalShow: FundctlCommand {
    static let help = CommandHelp(
        "show",
        summary: Message(
            fr: "Montre de près ce qui attend une deuxième personne", en: "Shows closely what waits for a second person"),
        examples: [
            .init(
                "fundctl approval show fnf:57",
                Message(fr: "chaque paiement d'un lot, et ce qu'il faut en savoir", en: "each payment of a run, and what to know of it"))
        ],
        details: [
            Message(
                fr: """
                    Lisez avant d'approuver. D'un lot de paiements : chaque paiement et son bénéficiaire, le total de chacun, \
                    les coordonnées bancaires changées depuis son dernier paiement, les dépôts déjà revenus. Aucune \
                    coordonnée bancaire n'est montrée : comparez-les par « recipient bank --compare ».
                    """,
                en: """
                    Read it before you approve. Of a payment run: each payment and its payee, the total of each, bank \
                    details changed since the last payment, deposits that came back before. No bank detail is shown: \
                    compare them with "recipient bank --compare".
                    """)
        ])

    @Argument(help: .init(fr: "Le numéro de la proposition.", en: "The proposal's number.", value: ("numéro", "id")))
    var id: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try call.openBookToRead().read { reading in
            let id = try ProposalID.resolve(id, in: reading)
            let session = try reading.register(id.register)
            return try result(ProposalHead(id, in: session), ProposalDetail(id, in: session))
        }
    }

    private func result(_ head: ProposalHead, _ detail: ProposalDetail) -> CommandResult {
        CommandResult(
            json: [
                "id": .string(head.id.text), "register": .string(head.id.register), "sequence": .integer(head.id.sequence),
                "kind": .string(head.kind), "act_fr": .string(head.act.text(in: .fr)),
                "act_en": .string(head.act.text(in: .en)), "state": .string(head.state), "proposed_by": .string(head.proposer),
                "since": .string(head.since), "may_approve": .array(head.approvers.map { .string($0) }),
                "authorities": .array(head.authorities.map { .string($0) }), "grant": .optional(detail.grant),
                "recipient": .optional(detail.recipient), "name": .optional(detail.name),
                "amount": detail.amount.map { .amount(cents: $0) } ?? .null, "date": .optional(detail.date),
                "reason": .optional(detail.reason), "payments": .array(detail.payments), "payees": .array(detail.payees),
                "remarks": .array(detail.remarks.map(\.json)),
            ],
            text: [.paragraph(head.act), .facts(head.facts + detail.facts)] + detail.text + remarks(detail.remarks),
            next: head.isOpen ? detail.next + head.next : [])
    }

    private func remarks(_ remarks: [RunRemark]) -> [TextBlock] {
        guard !remarks.isEmpty else { return [] }
        return [.title(Message(fr: "À savoir avant d'approuver", en: "To know before approving")), .lines(remarks.map(\.message))]
    }
}

/// Who proposed something, how it stands, and who can decide it.
private struct ProposalHead {
    let id: ProposalID
    let kind: String
    let act: Message
    /// `waiting`, `done` or `refused`.
    let state: String
    let proposer: String
    let since: String
    let approvers: [String]
    let authorities: [String]
    private let command: String

    var isOpen: Bool { state == "waiting" }

    /// Refuses: E-AUD-012.
    init(_ id: ProposalID, in session: RegisterSession) throws {
        self.id = id
        if let open = try WaitingProposal.all(of: session).first(where: { $0.id == id }) {
            (kind, act, state, proposer, since) = (open.kind, open.act, "waiting", open.proposer, open.since)
            (approvers, authorities, command) = (open.approvers, open.authorities, open.command)
            return
        }
        let isTransfer = try id.isTransfer(in: session)
        let place = isTransfer ? nil : try session.proposal(id.sequence)
        guard isTransfer || place != nil else { throw AuditError(.proposalUnknown, ["proposal": id.text]) }
        let record = try session.record(at: id.sequence), batch = try session.batch(of: id.sequence)
        (kind, act) = (place?.kind ?? TransferProposed.kind, ActWords.describe(record))
        (proposer, since) = (batch?.person ?? "", batch?.time ?? "")
        let isDone =
            isTransfer ? try Transfers(session).row(id.sequence).state == .posted : place.map { $0.state != .refused } ?? false
        (state, approvers, authorities, command) = (isDone ? "done" : "refused", [], [], "")
    }

    var facts: [(label: Message, value: Cell)] {
        let state: Message =
            switch self.state {
            case "waiting": Message(fr: "en attente", en: "waiting")
            case "done": Message(fr: "approuvé et exécuté", en: "approved and carried out")
            default: Message(fr: "refusé, ou retiré", en: "refused, or withdrawn")
            }
        return [
            (ApprovalWords.number, .text(id.text)), (LedgerTexts.state, .message(state)),
            (ApprovalWords.proposedBy, .text(proposer)), (ApprovalWords.since, .text(since)),
        ] + (isOpen ? [(ApprovalWords.canApprove, .text(approvers.joined(separator: ", ")))] : [])
    }

    var next: [CommandResult.NextStep] {
        [
            .init(command: command, purpose: Message(fr: "approuve et exécute", en: "approves and carries out")),
            .init(
                command: "fundctl approval refuse \(id.text) --reason \"…\"",
                purpose: Message(fr: "refuse, ou retire votre proposition", en: "refuses, or withdraws your own proposal")),
        ]
    }
}
