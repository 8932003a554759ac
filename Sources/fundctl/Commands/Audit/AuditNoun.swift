import AuditTrail
import Glibc

/// `fundctl audit …`.
enum AuditNoun {
    static let noun = Noun(
        "audit",
        summary: Message(
            fr: "Donne la preuve des livres à un auditeur, et la vérifie", en: "Gives an auditor the proof of the books, and checks it"),
        [
            AuditExport.self, AuditVerify.self, AuditCheckpoint.self, AuditCosign.self, AuditAccept.self, AuditTimestamp.self,
            AuditProve.self, AuditCheckProof.self, AuditDisclose.self, AuditCheckDisclosure.self, AuditErase.self,
        ])
}

extension Invocation {
    /// The ledger keys that the key folder has for a register: the one in force, and former ones beside it.
    func ledgerKeys(of head: RegisterHead) throws -> [PrivateKey] {
        let file = keyFolder.ledgerPath(registerID: head.id.hex)
        guard access(file, F_OK) == 0 else {
            throw AuditError(.ledgerKeyNeeded, ["register": head.name, "key": head.ledgerKey.hex])
        }
        let names = try FolderListing.files(in: "\(keysFolder)/ledgers").filter { $0.hasPrefix(head.id.hex) && $0.hasSuffix(".pem") }
        return try names.map { name in
            let path = "\(keysFolder)/ledgers/\(name)"
            return try KeyFile.read(path, passphrase: KeyFile.isEncrypted(path) ? passphrase(of: "ledger") : nil)
        }
    }
}
