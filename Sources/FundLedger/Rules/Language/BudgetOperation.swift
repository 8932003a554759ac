/// What moves budget between envelopes (docs/rules.en.md, section 6).
public enum BudgetOperation: String, CaseIterable, Hashable, Sendable {
    case advance
    case cancellation
    case carryOver = "carry-over"
    case temporaryTransfer = "temporary-transfer"
    case transfer

    /// Whether it has a target envelope.
    public var hasTarget: Bool { self != .cancellation }

    /// How many years after the source's year the target's year lies.
    public var yearsOnward: Int {
        switch self {
        case .transfer, .temporaryTransfer, .cancellation: 0
        case .carryOver: 1
        case .advance: -1
        }
    }
}

/// One of the two envelopes of an operation.
public enum RuleSide: String, CaseIterable, Hashable, Sendable {
    case source, target
}
