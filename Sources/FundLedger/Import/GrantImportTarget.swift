import AuditTrail
import ReferenceData
import TabularImport

/// What an import of grants fills: a row a grant. FORMAT.md, section 19.4, *imported*.
public enum GrantImportTarget {
    public static let target = ImportTarget(
        "grants",
        fields: [
            .init("date", .date),
            .init("program", .identifier, maximumBytes: 64),
            .init("recipient", .identifier, maximumBytes: EntryLimits.sourceBytes),
            .init("name", .text, required: false, maximumBytes: RecipientName.nameBytes.upperBound),
            .init("title", .text, maximumBytes: GrantRoles.title.upperBound),
            .init("amount", .amount),
            .init("envelope", .identifier, required: false, maximumBytes: 64),
        ], sourceBytes: EntryLimits.sourceBytes)

    /// Positions of the fields.
    public enum Field {
        public static let date = 0
        public static let program = 1
        public static let recipient = 2
        public static let name = 3
        public static let title = 4
        public static let amount = 5
        public static let envelope = 6
    }

    /// A recipient as the fund names it: a NEQ and what begins with `X-` stand as they are; the identifier of another
    /// register gets `X-` before it.
    ///
    /// Where that is no RECIPIENT (too long, or another sign in it), each sign that may not stand becomes `-`, the first
    /// 43 are kept, and `-` and the first 16 hex digits of the identifier's SHA-256 follow: two identifiers never become
    /// one. Refuses: E-GRI-001 for digits that are no NEQ, which another register's identifier seldom is and a misspelt
    /// NEQ often, and for a malformed `X-…`.
    public static func recipient(_ found: String) throws -> String {
        if RecipientID.isValid(found) { return found }
        let isNumber = found.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard !isNumber, !found.hasPrefix("X-") else {
            throw GrantImportError(.recipientMalformed, ["found": found])
        }
        let whole = "X-" + found
        if RecipientID.isValid(whole) { return whole }
        let marks = found.unicodeScalars.map { RecipientID.isValid("X-\($0)") ? Character($0) : "-" }
        return "X-\(String(marks.prefix(43)))-\(SHA256.hash(Array(found.utf8)).hex.prefix(16))"
    }
}
