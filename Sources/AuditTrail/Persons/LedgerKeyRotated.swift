/// `ledger-key.rotated/1`: another key signs checkpoints and STATEMENTs from here on, said by the old one and the
/// new one. FORMAT.md, section 6.
public struct LedgerKeyRotated: Record {
    public static let kind = "ledger-key.rotated/1"
    public static let rules = KindRules(.roles([.admin]))

    public let oldKey: PublicKey
    public let newKey: PublicKey
    public let proofOld: [UInt8]
    public let proofNew: [UInt8]

    public init(oldKey: PublicKey, newKey: PublicKey, proofOld: [UInt8], proofNew: [UInt8]) {
        self.oldKey = oldKey
        self.newKey = newKey
        self.proofOld = proofOld
        self.proofNew = proofNew
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        newKey = try reader.publicKey("new_key")
        oldKey = try reader.publicKey("old_key")
        proofNew = try reader.signature("proof_new")
        proofOld = try reader.signature("proof_old")
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        try writer.member("new_key", newKey.hex)
        try writer.member("old_key", oldKey.hex)
        try writer.member("proof_new", Hexadecimal.encode(proofNew))
        try writer.member("proof_old", Hexadecimal.encode(proofOld))
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard oldKey == session.register.ledgerKey else { throw AuditError(.ledgerKeyNotInForce, ["key": oldKey.hex]) }
        try session.refuseKeyInUse(newKey)
        let text = Proofs.rotation(register: session.register.id, old: oldKey, new: newKey)
        guard oldKey.isValid(signature: proofOld, over: text), newKey.isValid(signature: proofNew, over: text) else {
            throw AuditError(.rotationProof)
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.useLedgerKey(newKey, at: sequence)
        try session.mark(sequence, as: .rotated)
    }
}
