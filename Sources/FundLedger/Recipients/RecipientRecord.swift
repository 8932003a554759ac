import AuditTrail

/// A record that names a recipient: its identifier, and a name or a subject. FORMAT.md, section 19.1.
public protocol RecipientRecord: PartedRecord {
    var recipient: String { get }
    var name: RecipientName { get }

    init(recipient: String, name: RecipientName)
}

extension RecipientRecord {
    public static var rules: KindRules { ProgramAdded.rules }
    public static var parts: [VerdictName] { [.budgets] }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let name = try RecipientName(from: &reader)
        self.init(recipient: try reader.string("recipient", RecipientID.isValid), name: name)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        try name.write(into: &writer, kind: kind, recipient: recipient)
    }
}
