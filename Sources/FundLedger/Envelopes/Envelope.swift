import AuditTrail
import ReferenceData

/// A budget line of one fund and fiscal year, as `envelope.opened/1` records it: what is said of it, and what it is first
/// given. FORMAT.md, section 18.
public struct Envelope: Sendable, Equatable {
    public let code: String
    public let year: FiscalYear
    /// The code above it, nil at the top.
    public let parent: String?
    /// 1 to 200 bytes.
    public let name: String
    public let attributes: [String: String]
    /// The last day on which it is used.
    public let expires: CalendarDate?
    /// What it is first given; cents, zero or more.
    public let amount: Cents

    /// Refuses, in this order: E-ENV-001 (a code), E-ENV-002 (the name), E-ENV-003 (an attribute), E-ENV-027 (a negative
    /// amount), E-ENV-026 (its own parent).
    public init(
        code: String, year: FiscalYear, parent: String? = nil, name: String? = nil, attributes: [String: String] = [:],
        expires: CalendarDate? = nil, amount: Cents
    ) throws {
        try EnvelopeCode.check(code)
        if let parent { try EnvelopeCode.check(parent) }
        let name = name ?? code
        guard EnvelopeCode.nameBytes.contains(name.utf8.count) else {
            throw LedgerError(.envelopeNameLength, ["envelope": code, "found": String(name.utf8.count)])
        }
        for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) {
            guard EnvelopeCode.isAttributeName(attribute), EnvelopeCode.isValid(value) else {
                throw LedgerError(.attributeMalformed, ["attribute": attribute, "found": value])
            }
            guard !EnvelopeCode.reservedNames.contains(attribute) else {
                throw LedgerError(.attributeMalformed, ["attribute": attribute, "found": "reserved"])
            }
        }
        guard attributes.count <= EnvelopeCode.mostAttributes else {
            throw LedgerError(.attributeMalformed, ["attribute": String(attributes.count), "found": "count"])
        }
        guard !amount.isNegative else {
            throw LedgerError(.envelopeAmountNegative, ["envelope": code, "amount_cents": amount.canonical])
        }
        guard parent != code else { throw LedgerError(.envelopeCycle, ["envelope": code, "parent": code]) }
        self.code = code
        self.year = year
        self.parent = parent
        self.name = name
        self.attributes = attributes
        self.expires = expires
        self.amount = amount
    }

    /// Reads `name=value` pairs. Refuses: E-ENV-003.
    public static func attributes(typed pairs: [String]) throws -> [String: String] {
        var attributes: [String: String] = [:]
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw LedgerError(.attributeMalformed, ["attribute": pair, "found": ""])
            }
            guard attributes.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw LedgerError(.attributeMalformed, ["attribute": parts[0], "found": "repeated"])
            }
        }
        return attributes
    }
}
