import AuditTrail
import ReferenceData

/// `grant.recovered/1`: the recipient owes something back. FORMAT.md, section 19.4.
public struct GrantRecovered: GrantStepRecord, Equatable {
    public static let move = GrantMove.recovered
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    /// What was paid too much: an advance, or a claim.
    public let basis: GrantAct.Basis
    /// In which the claim was accepted.
    public let year: FiscalYear?
    public let reason: String
    public let entry: EntryID

    public init(
        _ head: GrantHead, amount: Int64, basis: GrantAct.Basis, year: FiscalYear?, reason: String, entry: EntryID
    ) {
        self.head = head
        self.amount = amount
        self.basis = basis
        self.year = year
        self.reason = reason
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        basis = try Self.basis(from: &reader)
        year = try reader.has("year") ? reader.year() : nil
        reason = try reader.text("reason", bytes: GrantRoles.reason)
        entry = try reader.entry()
    }

    public var entryIDs: [EntryID] { [entry] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "basis": .string(basis.rawValue),
            "entry": .string(entry.text),
            "reason": .text(reason),
            "year": year.map { .string($0.text) },
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("reason", reason, GrantRoles.reason)]
    }

    public var act: GrantAct { .recovered(amount, basis, year) }

    private static func basis(from reader: inout CanonicalObject.Reader) throws -> GrantAct.Basis {
        let text = try reader.string("basis")
        guard let basis = GrantAct.Basis(rawValue: text) else { throw reader.malformed("basis", text) }
        return basis
    }
}
