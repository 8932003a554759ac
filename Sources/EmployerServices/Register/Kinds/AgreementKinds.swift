import AuditTrail

/// The record kinds of qualification agreements.
enum AgreementKinds {
    static let all: [any Record.Type] = []
}
