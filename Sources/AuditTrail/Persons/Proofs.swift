/// The texts that a key signs to prove something about itself. Each has a first line of its own, so that a
/// signature made for one purpose never serves another. FORMAT.md, section 6.
public enum Proofs {
    /// A person's key is in that person's hands, for that role in that register.
    public static func possession(register: Digest, person: String, role: Role, scope: String) -> [UInt8] {
        lines("fundctl/possession/v1", register.hex, person, role.rawValue, scope.isEmpty ? "-" : scope)
    }

    /// The recovery key admits an admin.
    public static func recovery(register: Digest, person: String, key: PublicKey) -> [UInt8] {
        lines("fundctl/recovery/v1", register.hex, person, key.hex)
    }

    /// The ledger key changes; signed by the old one and by the new one.
    public static func rotation(register: Digest, old: PublicKey, new: PublicKey) -> [UInt8] {
        lines("fundctl/ledger-key/v1", register.hex, old.hex, new.hex)
    }

    private static func lines(_ lines: String...) -> [UInt8] {
        Array(lines.map { $0 + "\n" }.joined().utf8)
    }
}
