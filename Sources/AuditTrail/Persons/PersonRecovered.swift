/// `person.recovered/1`: the offline recovery key admits an admin when the others are lost. Listed for ever in
/// every STATEMENT. FORMAT.md, section 6.
public struct PersonRecovered: Record {
    public static let kind = "person.recovered/1"
    public static let rules = KindRules(.special)

    public let person: String
    public let key: PublicKey
    public let proof: [UInt8]
    public let recoveryProof: [UInt8]

    public init(person: String, key: PublicKey, proof: [UInt8], recoveryProof: [UInt8]) {
        self.person = person
        self.key = key
        self.proof = proof
        self.recoveryProof = recoveryProof
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        key = try reader.publicKey("key")
        person = try reader.string("person", Grammar.isPerson)
        proof = try reader.signature("proof")
        recoveryProof = try reader.signature("recovery_proof")
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("key", key.hex)
        try writer.member("kind", kind)
        try writer.member("person", person)
        try writer.member("proof", Hexadecimal.encode(proof))
        try writer.member("recovery_proof", Hexadecimal.encode(recoveryProof))
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard person != "ledger" else { throw AuditError(.personNameReserved, ["person": person]) }
        guard sequence == session.batch?.first, sequence > 1 else { throw AuditError(.recoveryPlace) }
        guard session.people.keys[person] == nil else { throw AuditError(.personKnown, ["person": person]) }
        try session.refuseKeyInUse(key)
        let id = session.register.id
        let possession = Proofs.possession(register: id, person: person, role: .admin, scope: "")
        guard key.isValid(signature: proof, over: possession) else {
            throw AuditError(.possessionProof, ["person": person, "role": Role.admin.rawValue, "scope": ""])
        }
        let recovery = Proofs.recovery(register: id, person: person, key: key)
        guard session.register.recoveryKey.isValid(signature: recoveryProof, over: recovery) else {
            throw AuditError(.recoveryProof, ["person": person])
        }
        let admitted = key
        try session.whenSealed { sealer in
            guard sealer == admitted else { throw AuditError(.recoveryPlace) }
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.admit(person, key: key, at: sequence)
        try session.grant(RoleGrant(person: person, role: .admin), at: sequence)
        session.rolesCountFromHere()
        try session.mark(sequence, as: .recovered)
    }
}
