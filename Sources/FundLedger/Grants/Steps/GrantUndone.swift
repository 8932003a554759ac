import AuditTrail
import ReferenceData

/// `grant.undone/1`: a step is taken back, with the reversals of its entries. FORMAT.md, section 19.4.
public struct GrantUndone: GrantRecord, Equatable {
    public static let move = GrantMove.undone
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// The sequence of the step's record.
    public let record: Int64
    public let reason: String
    /// One for each entry of the step, in order.
    public let entries: [EntryID]

    public init(_ head: GrantHead, record: Int64, reason: String, entries: [EntryID]) {
        self.head = head
        self.record = record
        self.reason = reason
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        record = try reader.count("record", least: 1)
        reason = try reader.text("reason", bytes: GrantRoles.reason)
        entries = try reader.entries(most: 2 * GrantPlanLine.most)
    }

    public var entryIDs: [EntryID] { entries }

    public var members: [String: CanonicalValue?] {
        ["entries": .of(entries), "reason": .text(reason), "record": .integer(record)]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [("reason", reason, GrantRoles.reason)] }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        try judgeForm(in: session)
        let grants = try GrantWorkspace.of(session)
        _ = try grants.outcome(ofUndoing: record, of: grant, on: date)
        let expected = try grants.entries(of: record).count
        try grants.requireCount(entries.count, expected, grant, Self.move)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let grants = try GrantWorkspace.of(session)
        try grants.undo(grants.outcome(ofUndoing: record, of: grant, on: date), record, at: sequence, on: date)
    }

    /// The reversals of the step's entries.
    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let grants = try GrantWorkspace.of(session)
        return try zip(entries, grants.entries(of: record)).map { id, original in
            let year = original.period.year
            var bound = BoundEntry(id, year, try grants.budgets.movement(of: original).negated)
            bound.reversal = .init(original, reason: reason)
            bound.date = min(date, year.lastDay)
            return bound
        }
    }
}
