import AuditTrail

/// The record kinds of sector committees.
enum CommitteeKinds {
    static let all: [any Record.Type] = [
        CommitteeSet.self, CommitteeSeated.self, CommitteeUnseated.self, CommitteePlanned.self, CommitteeReported.self,
        CommitteeFunded.self,
    ]
}
