import AuditTrail

/// The record kinds of slips.
enum SlipKinds {
    static let all: [any Record.Type] = [SlipReceived.self]
}
