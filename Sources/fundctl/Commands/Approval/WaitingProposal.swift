import AuditTrail
import FundLedger

/// A proposal that waits, with who can decide it.
struct WaitingProposal {
    let id: ProposalID
    let kind: String
    let act: Message
    let proposer: String
    let since: String
    /// The holders of the role that it asks for, admin or approver, other than the proposer.
    let approvers: [String]
    /// The authorities that a transfer waits for.
    var authorities: [String] = []

    /// What is typed to approve.
    var command: String {
        guard let first = authorities.first else { return "fundctl approval give \(id.text)" }
        return "fundctl approval give \(id.text) --authority \(first) --instrument \"…\""
    }

    /// All of a book's, register by register, oldest first.
    static func all(in reading: BookReading) throws -> [WaitingProposal] {
        try reading.registers().flatMap { try all(of: $0) }
    }

    /// A register's, oldest first, transfers last.
    static func all(of session: RegisterSession) throws -> [WaitingProposal] { try acts(session) + transfers(session) }

    private static func transfers(_ session: RegisterSession) throws -> [WaitingProposal] {
        guard RegisterName.funds.contains(session.register.name) else { return [] }
        let transfers = try Transfers(session)
        return try transfers.waiting().compactMap { row in
            guard let batch = try session.batch(of: row.record) else { return nil }
            let awaited = row.approvals.filter { id in !row.given.contains { $0.authority == id } }
            let set = try transfers.explain(row.record).finding.set
            let (act, names) = (TransferView.describe(row.operation), RuleWords.authorities(awaited, set))
            return WaitingProposal(
                id: ProposalID(register: session.register.name, sequence: row.record), kind: TransferProposed.kind,
                act: Message(fr: "\(act) : \(names)", en: "\(act): \(names)"), proposer: batch.person, since: batch.time,
                approvers: session.people.holders(of: .approver, but: batch.person), authorities: awaited)
        }
    }

    private static func acts(_ session: RegisterSession) throws -> [WaitingProposal] {
        try session.openProposals().map { place in
            let record = try session.record(at: place.sequence)
            let second = (record as? any ProposalRecord).map { type(of: $0).second } ?? .admin
            return WaitingProposal(
                id: ProposalID(register: session.register.name, sequence: place.sequence), kind: place.kind,
                act: ActWords.describe(record), proposer: place.person, since: place.time,
                approvers: session.people.holders(of: second, but: place.person))
        }
    }

    var json: JSONValue {
        [
            "id": .string(id.text), "register": .string(id.register), "sequence": .integer(id.sequence),
            "kind": .string(kind), "act_fr": .string(act.text(in: .fr)), "act_en": .string(act.text(in: .en)),
            "proposed_by": .string(proposer), "since": .string(since),
            "may_approve": .array(approvers.map(JSONValue.string)),
            "authorities": .array(authorities.map(JSONValue.string)),
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
    func admins(but person: String = "") -> [String] { holders(of: .admin, but: person) }

    /// The persons who hold a role, by name, without one of them.
    func holders(of role: Role, but person: String) -> [String] {
        Set(grants.filter { $0.role == role && $0.person != person }.map(\.person)).sorted()
    }
}
