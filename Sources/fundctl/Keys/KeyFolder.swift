import AuditTrail
import Glibc

/// The folder of a person's keys: `NAME.pem` (private, mode 0600) beside `NAME.pub.pem`; `ledgers/REGISTER-ID.pem`
/// for the ledger keys.
struct KeyFolder {
    let path: String

    func privatePath(_ name: String) -> String { "\(path)/\(name).pem" }
    func publicPath(_ name: String) -> String { "\(path)/\(name).pub.pem" }
    func ledgerPath(registerID: String) -> String { "\(path)/ledgers/\(registerID).pem" }

    /// The names of the private keys, sorted; none where there is no folder.
    func names() throws -> [String] {
        try FolderListing.files(in: path).filter { $0.hasSuffix(".pem") && !$0.hasSuffix(".pub.pem") }
            .map { String($0.dropLast(4)) }.filter(KeyFolder.isName)
    }

    /// Whether a person, hence a key, may have this name (FORMAT, PERSON). `ledger` is the name of a file of every
    /// bundle, and `x.pub` would be taken for the public half of `x`.
    static func isName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (1...64).contains(bytes.count), name != "ledger", !name.hasSuffix(".pub") else { return false }
        let isPlain = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        return isPlain(bytes[0]) && bytes.allSatisfy { isPlain($0) || [0x2E, 0x5F, 0x2D].contains($0) }
    }

    /// Refuses another name with E-CLI-022.
    static func check(_ name: String) throws {
        guard isName(name) else { throw CommandLineError(.keyNameInvalid, ["name": name]) }
    }

    func holds(_ name: String) -> Bool { access(privatePath(name), F_OK) == 0 }

    /// E-CLI-021 where there is no such key.
    func publicKey(_ name: String) throws -> PublicKey {
        try KeyFolder.check(name)
        guard access(publicPath(name), F_OK) == 0 else { throw notFound(name) }
        return try PublicKey(pem: InputFile.read(publicPath(name)))
    }

    /// Writes both halves. Refuses an existing key (E-KEY-012).
    func store(_ key: PrivateKey, as name: String, passphrase: [UInt8]?) throws {
        try KeyFolder.check(name)
        try KeyFile.write(key, passphrase: passphrase, to: privatePath(name))
        try OutputFile.write(key.publicKey.pem, to: publicPath(name))
    }

    /// `passphrase` is asked for only where the key is encrypted.
    func privateKey(_ name: String, passphrase: () throws -> [UInt8]?) throws -> PrivateKey {
        try KeyFolder.check(name)
        guard holds(name) else { throw notFound(name) }
        let file = privatePath(name)
        return try KeyFile.read(file, passphrase: KeyFile.isEncrypted(file) ? passphrase() : nil)
    }

    private func notFound(_ name: String) -> CommandLineError {
        CommandLineError(.keyNotFound, ["name": name, "folder": path])
    }
}
