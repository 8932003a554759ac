import AuditTrail
import ReferenceData

/// `grant.accrued/1`: eligible work that is not claimed at the end of the year. FORMAT.md, section 19.4.
public struct GrantAccrued: GrantStepRecord, Equatable {
    public static let move = GrantMove.accrued
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    public let year: FiscalYear
    public let entry: EntryID
    /// On 1 April.
    public let reversal: EntryID

    public init(_ head: GrantHead, amount: Int64, year: FiscalYear, entry: EntryID, reversal: EntryID) {
        self.head = head
        self.amount = amount
        self.year = year
        self.entry = entry
        self.reversal = reversal
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        year = try reader.year()
        entry = try reader.entry()
        reversal = try reader.entry("reversal")
    }

    public var entryIDs: [EntryID] { [entry, reversal] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "entry": .string(entry.text),
            "reversal": .string(reversal.text),
            "year": .string(year.text),
        ]
    }

    public var act: GrantAct { .accrued(amount, year) }
}
