import AuditTrail
import ReferenceData

/// A step that says an amount and nothing else, and has one entry. FORMAT.md, section 19.1.
public protocol GrantAmountRecord: GrantStepRecord {
    /// Cents.
    var amount: Int64 { get }
    var entry: EntryID { get }

    init(_ head: GrantHead, amount: Int64, entry: EntryID)
}

extension GrantAmountRecord {
    public static var rules: KindRules { GrantRoles.officer }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let head = try GrantHead(from: &reader)
        self.init(head, amount: try reader.count("amount", least: 1), entry: try reader.entry())
    }

    public var entryIDs: [EntryID] { [entry] }

    public var members: [String: CanonicalValue?] {
        ["amount": .integer(amount), "entry": .string(entry.text)]
    }
}
