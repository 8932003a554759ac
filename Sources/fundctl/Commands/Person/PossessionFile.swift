import AuditTrail

/// What `key prove` writes and `person admit` reads: one canonical line in which a key proves, register by register, that
/// it is in a person's hands for a role.
///
///     {"format":"fundctl/possession/v1","key":"…","person":"luc","proofs":[{"proof":"…","register":"…"}],"role":"closer"}
///
/// `register` is the register's id. The signatures are those of FORMAT.md, section 6.
struct PossessionFile {
    static let format = "fundctl/possession/v1"

    let person: String
    let key: PublicKey
    let role: Role
    let scope: String
    /// Register id → signature.
    let proofs: [(register: Digest, proof: [UInt8])]

    init(person: String, key: PrivateKey, role: Role, scope: String, registers: [Digest]) throws {
        self.person = person
        self.key = key.publicKey
        self.role = role
        self.scope = scope
        proofs = try registers.map { id in
            (id, try key.sign(Proofs.possession(register: id, person: person, role: role, scope: scope)))
        }
    }

    /// Refuses another file with E-CLI-042; its signatures are judged when the person is admitted.
    init(_ bytes: [UInt8], path: String) throws {
        do {
            let line = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
            var reader = CanonicalObject.Reader(try line.withUnsafeBytes { try CanonicalScanner.scan($0) })
            _ = try reader.string("format") { $0 == PossessionFile.format }
            key = try reader.publicKey("key")
            person = try reader.string("person", Grammar.isPerson)
            proofs = try reader.readers("proofs").map { item in
                var item = item
                let proof = try item.signature("proof")
                let register = try item.digest("register")
                try item.finish()
                return (register, proof)
            }
            role = try reader.role("role")
            scope = try reader.optionalString("scope", Grammar.isScope) ?? ""
            try reader.finish()
        } catch let error as AuditError {
            throw CommandLineError(.proofFileMalformed, ["path": path, "cause": error.code.rawValue])
        }
    }

    func bytes() throws -> [UInt8] {
        var members: [(key: String, value: CanonicalValue)] = [
            ("format", .string(Self.format)), ("key", .string(key.hex)), ("person", .string(person)),
            (
                "proofs",
                .array(
                    proofs.map {
                        ["proof": .string(Hexadecimal.encode($0.proof)), "register": .string($0.register.hex)]
                    })
            ), ("role", .string(role.rawValue)),
        ]
        if !scope.isEmpty { members.append(("scope", .string(scope))) }
        return try CanonicalObject(members).line() + [UInt8(ascii: "\n")]
    }

    func proof(for register: Digest) -> [UInt8]? { proofs.first { $0.register == register }?.proof }
}
