import AuditTrail
import ReferenceData

/// One month of an indicator, at every level that has a figure above zero.
public struct IndicatorMonth: Sendable {
    public let month: PeriodID
    /// The record that published it; nil where it is open.
    public let publication: Int64?
    /// The definition that counts for it: that of the publication, else that of the year. Nil where the indicator had none.
    public let definition: IndicatorDefined?
    let published: [Level: Int64]
    /// As the records count now.
    let counted: [Level: Int64]
    let entered: [Level: EnteredFigure]

    /// What stands for the month: what was published, else what is counted, else what was entered.
    public func figure(_ level: Level) -> Int64? {
        guard definition?.method.isComputed == true else { return entered[level]?.record.value }
        return publication == nil ? counted[level] ?? 0 : published[level] ?? 0
    }

    /// What the records count now, where it is no longer what was published: a restatement.
    public func restated(_ level: Level) -> Int64? {
        guard publication != nil, definition?.method.isComputed == true else { return nil }
        let now = counted[level] ?? 0
        return now == published[level] ?? 0 ? nil : now
    }

    /// What the records count now; nil where figures are entered.
    public func counted(_ level: Level) -> Int64? {
        definition?.method.isComputed == true ? counted[level] ?? 0 : nil
    }

    public func entered(_ level: Level) -> EnteredFigure? { entered[level] }

    var levels: Set<Level> { Set(published.keys).union(counted.keys).union(entered.keys) }
}
