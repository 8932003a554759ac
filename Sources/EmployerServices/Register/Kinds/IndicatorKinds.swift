import AuditTrail

/// The record kinds of indicators, targets, follow-up, published months.
enum IndicatorKinds {
    static let all: [any Record.Type] = []
}
