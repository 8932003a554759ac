/// `role.granted/1`: a person holds one more role. FORMAT.md, section 6.
public struct RoleGranted: TwoPersonRecord {
    public static let kind = "role.granted/1"
    public static let rules = KindRules(.roles([.admin]))

    public let grant: RoleGrant
    public var consent: Consent

    public init(_ grant: RoleGrant, consent: Consent = .none) {
        self.grant = grant
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = try Consent(from: &reader)
        grant = try RoleGrant(from: &reader)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        try grant.write(into: &writer, kind: kind, consent: consent)
    }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        try RoleRules.judgeShape(role: grant.role, scope: grant.scope)
        try session.requireKnown(grant.person)
        guard !session.people.grants.contains(grant) else {
            throw AuditError(.roleHeldAlready, grant.parameters)
        }
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        try session.grant(grant, at: sequence)
    }
}

/// `role.revoked/1`: a person no longer holds a role. FORMAT.md, section 6.
public struct RoleRevoked: TwoPersonRecord {
    public static let kind = "role.revoked/1"
    public static let rules = KindRules(.roles([.admin]))

    public let grant: RoleGrant
    public var consent: Consent

    public init(_ grant: RoleGrant, consent: Consent = .none) {
        self.grant = grant
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = try Consent(from: &reader)
        grant = try RoleGrant(from: &reader)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        try grant.write(into: &writer, kind: kind, consent: consent)
    }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        try session.requireKnown(grant.person)
        guard session.people.grants.contains(grant) else { throw AuditError(.roleNotHeld, grant.parameters) }
        guard grant.role != .admin || session.people.admins > 1 else {
            throw AuditError(.lastAdmin, ["person": grant.person])
        }
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        try session.revoke(grant)
    }
}

extension RoleGrant {
    init(from reader: inout CanonicalObject.Reader) throws {
        self.init(
            person: try reader.string("person", Grammar.isPerson), role: try reader.role("role"),
            scope: try reader.optionalString("scope", Grammar.isScope) ?? "")
    }

    func write(into writer: inout CanonicalWriter, kind: String, consent: Consent) throws {
        writer.beginObject()
        try consent.writeAlone(into: &writer)
        try writer.member("kind", kind)
        try writer.member("person", person)
        consent.writeProposal(into: &writer)
        try writer.member("role", role.rawValue)
        if !scope.isEmpty { try writer.member("scope", scope) }
        writer.endObject()
    }

    var parameters: [String: String] { ["person": person, "role": role.rawValue, "scope": scope] }
}
