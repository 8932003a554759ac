import AuditTrail

/// The record kinds of indicators, targets, follow-up, published months.
enum IndicatorKinds {
    static let all: [any Record.Type] = [
        IndicatorDefined.self, IndicatorRecorded.self, TargetSet.self, TargetRevised.self, TargetOverridden.self,
        Proposed<TargetOverridden>.self, VarianceExplained.self, FollowUpNoted.self, MonthPublished.self,
    ]
}
