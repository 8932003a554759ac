/// `person.admitted/1`: a person with a key that proves its possession, and a first role. FORMAT.md, section 6.
public struct PersonAdmitted: TwoPersonRecord {
    public static let kind = "person.admitted/1"
    public static let rules = KindRules(.roles([.admin]))

    public let person: String
    public let key: PublicKey
    public let role: Role
    public let scope: String
    /// Signature of `Proofs.possession` by the key.
    public let proof: [UInt8]
    public var consent: Consent

    public init(
        person: String, key: PublicKey, role: Role, scope: String = "", proof: [UInt8], consent: Consent = .none
    ) {
        self.person = person
        self.key = key
        self.role = role
        self.scope = scope
        self.proof = proof
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = try Consent(from: &reader)
        key = try reader.publicKey("key")
        person = try reader.string("person", Grammar.isPerson)
        proof = try reader.signature("proof")
        role = try reader.role("role")
        scope = try reader.optionalString("scope", Grammar.isScope) ?? ""
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try consent.writeAlone(into: &writer)
        try writer.member("key", key.hex)
        try writer.member("kind", kind)
        try writer.member("person", person)
        try writer.member("proof", Hexadecimal.encode(proof))
        consent.writeProposal(into: &writer)
        try writer.member("role", role.rawValue)
        if !scope.isEmpty { try writer.member("scope", scope) }
        writer.endObject()
    }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        guard person != "ledger" else { throw AuditError(.personNameReserved, ["person": person]) }
        guard session.people.keys[person] == nil else { throw AuditError(.personKnown, ["person": person]) }
        try session.refuseKeyInUse(key)
        let text = Proofs.possession(register: session.register.id, person: person, role: role, scope: scope)
        guard key.isValid(signature: proof, over: text) else {
            throw AuditError(.possessionProof, ["person": person, "role": role.rawValue, "scope": scope])
        }
        if session.isFounding(sequence) {
            try session.judgeFounder(self, at: sequence)
        } else {
            try RoleRules.judgeShape(role: role, scope: scope)
        }
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        try session.admit(person, key: key, at: sequence)
        for role in role == .founder ? Role.ofFounders : [role] {
            try session.grant(RoleGrant(person: person, role: role, scope: scope), at: sequence)
        }
    }
}
