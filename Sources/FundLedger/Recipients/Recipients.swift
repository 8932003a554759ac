import AuditTrail
import ReferenceData
import Storage

/// A recipient as the register has it.
public struct RecipientRow: Sendable, Equatable {
    public let recipient: String
    public let name: RecipientName
    /// The sequences of the record that added it and of the one that last named it.
    public let added: Int64
    public let sequence: Int64
}

/// Who receives grants of a fund.
public struct Recipients {
    public let session: RegisterSession

    public init(_ session: RegisterSession) { self.session = session }

    /// Refuses: E-RCP-001, E-RCP-003 … E-RCP-005.
    @discardableResult
    public func add(_ recipient: String, _ name: RecipientName) throws -> RecipientAdded {
        try check(recipient, name)
        let added = RecipientAdded(recipient: recipient, name: name)
        try session.append(added)
        return added
    }

    /// Refuses: E-RCP-002 … E-RCP-005.
    @discardableResult
    public func change(_ recipient: String, _ name: RecipientName) throws -> RecipientChanged {
        try check(recipient, name)
        let changed = RecipientChanged(recipient: recipient, name: name)
        try session.append(changed)
        return changed
    }

    private func check(_ recipient: String, _ name: RecipientName) throws {
        guard RecipientID.isValid(recipient) else { throw RegistryError(.recipientMalformed, ["found": recipient]) }
        if let organisation = name.organisation {
            guard !organisation.isEmpty else { throw RegistryError(.recipientNaming, ["recipient": recipient]) }
            try EntryDraft.limit("name", organisation, RecipientName.nameBytes.upperBound)
        }
    }

    /// One recipient. Refuses: E-RCP-002.
    public func recipient(_ id: String) throws -> RecipientRow {
        let row = try session.connection.first(
            "SELECT added, sequence FROM recipient WHERE register = ? AND recipient = ?",
            [.integer(session.register.number), .text(id)]
        ) { ($0.int(0), $0.int(1)) }
        guard let row else {
            throw RegistryError(
                .recipientUnknown, ["recipient": id, "fund": session.register.name, "nearest": try nearest(to: id)])
        }
        return try self.row(id, added: row.0, sequence: row.1)
    }

    /// The name that a recipient had when it was added, where it is a person's since a record after `sequence`; else the
    /// name of now. Refuses: E-RCP-002.
    func name(of id: String, at sequence: Int64) throws -> RecipientName {
        let now = try recipient(id)
        guard now.sequence > sequence, now.name.organisation == nil else { return now.name }
        return try row(id, added: now.added, sequence: now.added).name
    }

    /// All of them, or those from one identifier on, by identifier.
    public func all(limit: Int = .max) throws -> [RecipientRow] {
        try session.connection.query(
            "SELECT recipient, added, sequence FROM recipient WHERE register = ? ORDER BY recipient LIMIT ?",
            [.integer(session.register.number), .integer(Int64(limit))]
        ) { ($0.string(0), $0.int(1), $0.int(2)) }.map { try self.row($0, added: $1, sequence: $2) }
    }

    private func row(_ id: String, added: Int64, sequence: Int64) throws -> RecipientRow {
        let name: RecipientName? =
            switch try session.record(at: sequence) {
            case let added as RecipientAdded: added.name
            case let changed as RecipientChanged: changed.name
            default: nil
            }
        guard let name else {
            throw RegistryError(.recipientUnknown, ["recipient": id, "fund": session.register.name, "nearest": ""])
        }
        return RecipientRow(recipient: id, name: name, added: added, sequence: sequence)
    }

    private func nearest(to id: String) throws -> String {
        let like = try session.connection.query(
            "SELECT recipient FROM recipient WHERE register = ? AND recipient BETWEEN ? AND ? LIMIT 1000",
            [.integer(session.register.number), .text(String(id.prefix(3))), .text(String(id.prefix(3)) + "~")]
        ) { $0.string(0) }
        return FoldedText.nearest(to: id, among: like) ?? ""
    }

    /// The record that added it, nil where it is not known.
    func sequence(of id: String) throws -> Int64? {
        try session.connection.first(
            "SELECT added FROM recipient WHERE register = ? AND recipient = ?",
            [.integer(session.register.number), .text(id)]
        ) { $0.int(0) }
    }
}
