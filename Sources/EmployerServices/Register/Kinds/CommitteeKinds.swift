import AuditTrail

/// The record kinds of sector committees.
enum CommitteeKinds {
    static let all: [any Record.Type] = []
}
