/// `batch.sealed/1`: ends a batch; what a person signs. FORMAT.md, section 5.
public struct BatchSealed: Record {
    public static let kind = "batch.sealed/1"
    public static let rules = KindRules(.special)

    /// The batch that the same command appended in another register.
    public struct Sibling: Sendable, Equatable {
        public let register: Digest
        public let batch: Int64
        public let contentRoot: Digest

        public init(register: Digest, batch: Int64, contentRoot: Digest) {
            self.register = register
            self.batch = batch
            self.contentRoot = contentRoot
        }
    }

    public let register: Digest
    public let batch: Int64
    public let first: Int64
    public let count: Int64
    public let rootBefore: Digest
    public let rootAfter: Digest
    public let contentRoot: Digest
    public let contentHash: Digest
    public let idempotencyKey: String
    public let key: PublicKey
    public let siblings: [Sibling]
    public let time: String
    public internal(set) var signature: [UInt8]

    init(
        register: Digest, batch: Int64, first: Int64, count: Int64, rootBefore: Digest, rootAfter: Digest,
        contentRoot: Digest, contentHash: Digest, idempotencyKey: String, key: PublicKey, siblings: [Sibling],
        time: String
    ) {
        self.register = register
        self.batch = batch
        self.first = first
        self.count = count
        self.rootBefore = rootBefore
        self.rootAfter = rootAfter
        self.contentRoot = contentRoot
        self.contentHash = contentHash
        self.idempotencyKey = idempotencyKey
        self.key = key
        self.siblings = siblings
        self.time = time
        signature = []
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        batch = try reader.count("batch", least: 1)
        contentHash = try reader.digest("content_hash")
        contentRoot = try reader.digest("content_root")
        count = try reader.count("count", least: 1)
        first = try reader.count("first", least: 1)
        idempotencyKey = try reader.string("idempotency_key", Grammar.isIdempotencyKey)
        key = try reader.publicKey("key")
        register = try reader.digest("register")
        rootAfter = try reader.digest("root_after")
        rootBefore = try reader.digest("root_before")
        siblings = try reader.readers("siblings").map { item in
            var item = item
            let batch = try item.count("batch", least: 1)
            let root = try item.digest("content_root")
            let register = try item.digest("register")
            try item.finish()
            return Sibling(register: register, batch: batch, contentRoot: root)
        }
        signature = try reader.signature("signature")
        time = try reader.string("time", Grammar.isTime)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("batch", batch)
        try writer.member("content_hash", contentHash.hex)
        try writer.member("content_root", contentRoot.hex)
        writer.member("count", count)
        writer.member("first", first)
        try writer.member("idempotency_key", idempotencyKey)
        try writer.member("key", key.hex)
        try writer.member("kind", kind)
        try writer.member("register", register.hex)
        try writer.member("root_after", rootAfter.hex)
        try writer.member("root_before", rootBefore.hex)
        writer.name("siblings")
        writer.beginArray()
        for sibling in siblings {
            writer.beginObject()
            writer.member("batch", sibling.batch)
            try writer.member("content_root", sibling.contentRoot.hex)
            try writer.member("register", sibling.register.hex)
            writer.endObject()
        }
        writer.endArray()
        if !signature.isEmpty { try writer.member("signature", Hexadecimal.encode(signature)) }
        try writer.member("time", time)
        writer.endObject()
    }

    /// Whether siblings ascend by register, none twice and none its own.
    var hasSiblingsInOrder: Bool {
        zip(siblings, siblings.dropFirst()).allSatisfy { $0.register < $1.register }
            && !siblings.contains { $0.register == register }
    }

    /// The bytes that the key signs: a first line of their own, then the seal's line without its signature.
    public func signedText() throws -> [UInt8] {
        var bare = self
        bare.signature = []
        var writer = CanonicalWriter(capacity: 1024)
        try bare.write(into: &writer, kind: Self.kind)
        return Array("fundctl/seal/v1\n".utf8) + (try writer.finishedLine())
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws { try session.judge(seal: self) }
    public func apply(in session: RegisterSession, at sequence: Int64) throws { try session.apply(seal: self) }
}
