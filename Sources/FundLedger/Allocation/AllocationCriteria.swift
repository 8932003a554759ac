import AuditTrail
import ReferenceData

/// How an envelope is shared out: weighted measures, floors, ceilings, guarantees. docs/allocation.en.md tells of them;
/// `CriteriaSource` reads them from a file.
public struct AllocationCriteria: Sendable {
    /// Something counted for each envelope, and how much it weighs.
    public struct Measure: Sendable {
        public let id: String
        public let name: BilingualText
        /// Weights count by their proportion to the sum of all.
        public let weight: Quantity
        /// Whether the weight is written as a percentage.
        public let isPercentage: Bool
        /// By envelope: each of the list has one.
        public let values: [String: Quantity]
    }

    /// A floor or a ceiling.
    public enum Bound: Sendable, Equatable {
        case cents(Int64)
        /// Millionths of a per cent of the amount shared out.
        case percent(millionths: Int64)
    }

    /// At least so much of what each envelope had the year before.
    public struct Guarantee: Sendable {
        /// Millionths of a per cent.
        public let share: Int64
        /// Cents, by envelope: each of the list has one.
        public let previous: [String: Int64]
    }

    public struct Target: Sendable {
        public let envelope: String
        /// What it is opened with where the year has it not.
        public let name: String?
        public let attributes: [String: String]
        /// Its own, before those of all.
        public let floor: Bound?
        public let ceiling: Bound?
    }

    public let name: String
    public let title: BilingualText
    public let status: RuleSet.Status
    public let agreed: AllocationRun.Assent
    public let approved: AllocationRun.Assent
    /// In the order written, at least one.
    public let measures: [Measure]
    public let floor: Bound?
    public let ceiling: Bound?
    public let guarantee: Guarantee?
    /// Ascending by code, at least one.
    public let targets: [Target]
}
