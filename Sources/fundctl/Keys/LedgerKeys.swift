import AuditTrail
import Glibc

/// The ledger keys of the key folder: `ledgers/REGISTER-ID.pem`, which sign checkpoints and STATEMENTs.
///
/// A rotation writes the new key as `REGISTER-ID.next.pem`, then the record, then gives the files their names; where it was
/// interrupted in between, the next one who needs the key finishes it.
extension KeyFolder {
    private func nextPath(_ register: Digest) -> String { "\(path)/ledgers/\(register.hex).next.pem" }

    /// The private half of the ledger key in force. Refuses: E-KEY-016 where it is not there, E-KEY-035 where the file holds
    /// another key.
    func ledgerKey(of register: RegisterHead) throws -> PrivateKey {
        let file = ledgerPath(registerID: register.id.hex)
        let next = nextPath(register.id)
        if access(next, F_OK) == 0, try KeyFile.read(next, passphrase: nil).publicKey == register.ledgerKey {
            try finishRotation(of: register.id)
        }
        let key = try KeyFile.read(file, passphrase: nil)
        guard key.publicKey == register.ledgerKey else {
            throw AuditError(.ledgerKeyNotInForce, ["key": key.publicKey.hex])
        }
        return key
    }

    /// Writes the key that is to follow, beside the one in force. What an interrupted rotation left there is no key of the
    /// register's, and makes room.
    func keepNext(_ key: PrivateKey, of register: Digest) throws {
        unlink(nextPath(register))
        try KeyFile.write(key, passphrase: nil, to: nextPath(register))
    }

    /// Gives the new key its name; the old one stays under the first digits of its own.
    func finishRotation(of register: Digest) throws {
        let file = ledgerPath(registerID: register.hex)
        if access(file, F_OK) == 0 {
            let old = try KeyFile.read(file, passphrase: nil).publicKey.hex.prefix(16)
            try move(file, to: "\(path)/ledgers/\(register.hex).old-\(old).pem")
        }
        try move(nextPath(register), to: file)
    }

    private func move(_ file: String, to target: String) throws {
        guard rename(file, target) == 0 else {
            throw AuditError(.keyFileSystem, ["path": target, "step": "rename", "errno": String(errno)])
        }
    }
}
