import AuditTrail
import ReferenceData

/// A figure that was entered, with its source and author.
public struct EnteredFigure: Sendable, Equatable {
    public let record: IndicatorRecorded
    public let sequence: Int64
    /// Who sealed it, and when.
    public let person: String
    public let time: String
    /// How many times the figure was entered before.
    public let earlier: Int
}
