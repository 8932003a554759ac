/// `register.created/1`, the first record: its line's SHA-256 is the register's id. FORMAT.md, section 4.
public struct RegisterCreated: Record {
    public static let kind = "register.created/1"
    public static let rules = KindRules(.special)

    public struct Founder: Sendable, Equatable {
        public let person: String
        public let key: PublicKey

        public init(person: String, key: PublicKey) {
            self.person = person
            self.key = key
        }
    }

    public let register: String
    public let origin: String
    /// 32 random bytes: no two registers have the same id.
    public let random: Digest
    public let ledgerKey: PublicKey
    public let recoveryKey: PublicKey
    public let founders: [Founder]
    public let template: String?

    public init(
        register: String, origin: String, random: Digest, ledgerKey: PublicKey, recoveryKey: PublicKey,
        founders: [Founder], template: String?
    ) {
        self.register = register
        self.origin = origin
        self.random = random
        self.ledgerKey = ledgerKey
        self.recoveryKey = recoveryKey
        self.founders = founders
        self.template = template
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        founders = try reader.readers("founders").map { item in
            var item = item
            let key = try item.publicKey("key")
            let person = try item.string("person", Grammar.isPerson)
            try item.finish()
            return Founder(person: person, key: key)
        }
        guard (1...16).contains(founders.count) else { throw reader.malformed("founders", String(founders.count)) }
        ledgerKey = try reader.publicKey("ledger_key")
        origin = try reader.string("origin", Grammar.isOrigin)
        random = try reader.digest("random")
        recoveryKey = try reader.publicKey("recovery_key")
        register = try reader.string("register") { RegisterName.all.contains($0) }
        template = try reader.optionalText("template", bytes: 1...64)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.name("founders")
        writer.beginArray()
        for founder in founders {
            writer.beginObject()
            try writer.member("key", founder.key.hex)
            try writer.member("person", founder.person)
            writer.endObject()
        }
        writer.endArray()
        try writer.member("kind", kind)
        try writer.member("ledger_key", ledgerKey.hex)
        try writer.member("origin", origin)
        try writer.member("random", random.hex)
        try writer.member("recovery_key", recoveryKey.hex)
        try writer.member("register", register)
        if let template { try writer.member("template", template) }
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard sequence == 1, register == session.register.name else {
            throw AuditError(.genesisPlace, ["register": register, "record": String(sequence)])
        }
        var keys: Set<PublicKey> = [ledgerKey]
        for key in [recoveryKey] + founders.map(\.key) {
            guard keys.insert(key).inserted else { throw AuditError(.keyInUse, ["key": key.hex]) }
        }
        guard Set(founders.map(\.person)).count == founders.count else {
            throw AuditError(.personKnown, ["person": founders.map(\.person).joined(separator: ", ")])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.found(self)
    }
}

/// The names of the registers of a book. FORMAT.md, section 1.
public enum RegisterName {
    public static let fnf = "fnf"
    public static let fdmt = "fdmt"
    public static let employers = "employers"
    /// In the order of their numbers, 1, 2, 3.
    public static let all = [fnf, fdmt, employers]
    public static let funds: Set<String> = [fnf, fdmt]

    /// The number under which a register's rows are kept.
    public static func number(_ name: String) -> Int64? { all.firstIndex(of: name).map { Int64($0 + 1) } }
}
