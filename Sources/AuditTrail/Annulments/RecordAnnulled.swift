/// `record.annulled/1`: two admins take a wrongly accepted record out of the state. It keeps its id. FORMAT.md, section 9.
public struct RecordAnnulled: TwoPersonRecord, PartedRecord {
    public static let kind = "record.annulled/1"
    public static let rules = KindRules(.roles([.admin]), registers: ["fnf", "fdmt"])
    public static let parts: [VerdictName] = [.books, .budgets]

    public let record: Int64
    public let reason: String
    public var consent: Consent

    public init(record: Int64, reason: String, consent: Consent = .none) {
        self.record = record
        self.reason = reason
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = try Consent(from: &reader)
        reason = try reader.text("reason", bytes: 1...1000)
        record = try reader.count("record", least: 1)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try consent.writeAlone(into: &writer)
        try writer.member("kind", kind)
        consent.writeProposal(into: &writer)
        try writer.member("reason", reason)
        writer.member("record", record)
        writer.endObject()
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try target(in: session).judgeAnnulment(part, in: session, of: record)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try target(in: session).annul(part, in: session, of: record, at: sequence)
        if part == .books { try session.mark(sequence, as: .annulled) }
    }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try judge(part, in: session, at: sequence) }
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try apply(part, in: session, at: sequence) }
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try judgeContent(in: session, at: sequence)
        try judgeConsent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try applyContent(in: session, at: sequence)
        try applyConsent(in: session, at: sequence)
    }

    private func target(in session: RegisterSession) throws -> any AnnullableRecord {
        guard let batch = session.batch, record < batch.first else {
            throw AuditError(.annulledRecordUnknown, ["record": String(record)])
        }
        let target = try session.record(at: record)
        guard let annullable = target as? any AnnullableRecord else {
            throw AuditError(.notAnnullable, ["record": String(record), "kind": type(of: target).kind])
        }
        return annullable
    }
}
