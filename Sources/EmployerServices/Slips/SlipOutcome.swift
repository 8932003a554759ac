import AuditTrail
import ReferenceData

/// What becomes of a slip's line.
public struct SlipOutcome: Sendable {
    /// From 1.
    public let line: Int
    public let kind: String
    /// The id that it gets in the register; nil where it is rejected or has none.
    public let id: String?
    /// Why it is rejected; nil where it is accepted.
    public let refusal: (any Error)?

    public var isAccepted: Bool { refusal == nil }
}
