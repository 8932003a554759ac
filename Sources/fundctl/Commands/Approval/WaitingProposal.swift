import AuditTrail

/// A proposal that waits, with who can decide it.
struct WaitingProposal {
    let id: ProposalID
    let kind: String
    let act: Message
    let proposer: String
    let since: String
    /// The admins other than the proposer.
    let approvers: [String]

    /// All of a book's, register by register, oldest first.
    static func all(in reading: BookReading) throws -> [WaitingProposal] {
        try reading.registers().flatMap { session in
            try session.openProposals().map { place in
                WaitingProposal(
                    id: ProposalID(register: session.register.name, sequence: place.sequence), kind: place.kind,
                    act: ActWords.describe(try session.record(at: place.sequence)), proposer: place.person,
                    since: place.time, approvers: session.people.admins(but: place.person))
            }
        }
    }

    var json: JSONValue {
        [
            "id": .string(id.text), "register": .string(id.register), "sequence": .integer(id.sequence),
            "kind": .string(kind), "act_fr": .string(act.text(in: .fr)), "act_en": .string(act.text(in: .en)),
            "proposed_by": .string(proposer), "since": .string(since),
            "may_approve": .array(approvers.map(JSONValue.string)),
        ]
    }

    /// The table that `approval list` and `status` show.
    static func table(_ waiting: [WaitingProposal]) -> TextTable {
        TextTable(
            [
                .left(ApprovalWords.number), .left(ApprovalWords.act, flexible: true), .left(ApprovalWords.proposedBy),
                .left(ApprovalWords.since), .left(ApprovalWords.canApprove),
            ],
            rows: waiting.map { proposal in
                [
                    .text(proposal.id.text), .message(proposal.act), .text(proposal.proposer), .text(proposal.since),
                    .text(proposal.approvers.joined(separator: ", ")),
                ]
            })
    }
}

extension RoleBook {
    /// The persons who hold `admin`, by name, without one of them.
    func admins(but person: String = "") -> [String] {
        Set(grants.filter { $0.role == .admin && $0.person != person }.map(\.person)).sorted()
    }
}
