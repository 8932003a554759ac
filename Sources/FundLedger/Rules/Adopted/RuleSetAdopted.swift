import AuditTrail

/// `ruleset.adopted/1`: a set of transferability rules that two persons agreed to. FORMAT.md, section 18.3.
///
/// The budgets have a part in it: attributes of envelopes are those that the set declares, whatever *rules* says of it.
public struct RuleSetAdopted: TwoPersonRecord, PartedRecord, Equatable {
    public static let kind = "ruleset.adopted/1"
    public static let rules = KindRules(
        .roles([.admin, .financeOfficer]), registers: RegisterName.funds, verdict: .rules)
    public static let parts: [VerdictName] = [.rules, .budgets]
    public static let nameBytes = 1...255

    public let set: RuleSet
    /// The file that the rules were written in: its name and its SHA-256.
    public let sourceName: String
    public let source: Digest
    public var consent: Consent

    public init(_ set: RuleSet, sourceName: String, source: Digest, consent: Consent = .none) {
        self.set = set
        self.sourceName = sourceName
        self.source = source
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = try Consent(from: &reader)
        set = try RuleSet(compiled: reader.object("rules"))
        sourceName = try reader.text("source_name", bytes: Self.nameBytes)
        source = try reader.digest("source_sha256")
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try consent.writeAlone(into: &writer)
        try writer.member("kind", kind)
        consent.writeProposal(into: &writer)
        writer.name("rules")
        try writer.write(set.compiled)
        try writer.member("source_name", sourceName)
        try writer.member("source_sha256", source.hex)
        writer.endObject()
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .rules { try AdoptedRules.of(session).judge(set) }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .budgets { try AdoptedRules.of(session).adopt(set, at: sequence) }
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
}
