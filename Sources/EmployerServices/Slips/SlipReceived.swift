import AuditTrail

/// `slip.received/1`: a slip of a coordinator, with what became of each line. FORMAT.md, section 20.7.
public struct SlipReceived: PartedRecord, Equatable {
    public static let kind = "slip.received/1"
    public static let rules = KindRules.services(.agent)
    public static let parts: [VerdictName] = [.authorship, .figures]

    /// A line that became a record.
    public struct Accepted: Sendable, Equatable {
        /// From 1.
        public let line: Int
        public let record: Int64

        public init(line: Int, record: Int64) {
            self.line = line
            self.record = record
        }
    }

    /// A line that did not, and the code that says why.
    public struct Rejected: Sendable, Equatable {
        /// From 1.
        public let line: Int
        /// 1–16 of `A-Z 0-9 -`.
        public let code: String

        public init(line: Int, code: String) {
            self.line = line
            self.code = code
        }
    }

    public let head: SlipHead
    public let leaves: [Digest]
    public let accepted: [Accepted]
    public let rejected: [Rejected]
    public let signature: [UInt8]

    public init(_ slip: Slip, accepted: [Accepted], rejected: [Rejected]) {
        head = slip.head
        leaves = slip.leaves
        self.accepted = accepted
        self.rejected = rejected
        signature = slip.signature
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        accepted = try reader.lineObjects("accepted") { inner in
            Accepted(line: try inner.line(), record: try inner.count("record", least: 1))
        }
        let committee = try reader.slug("committee")
        let key = try reader.publicKey("key")
        let leaves = try reader.strings("leaves").map { Digest(hex: $0) }
        guard SlipHead.lines.contains(leaves.count), !leaves.contains(nil) else {
            throw reader.malformed("leaves", String(leaves.count))
        }
        self.leaves = leaves.compactMap { $0 }
        let number = try reader.count("number", least: 1)
        let person = try reader.string("person", Grammar.isPerson)
        rejected = try reader.lineObjects("rejected") { inner in
            Rejected(line: try inner.line(), code: try inner.string("code", Self.isRejection))
        }
        signature = try reader.signature("signature")
        head = SlipHead(
            committee: committee, person: person, key: key, number: number, time: try reader.string("time", Grammar.isTime))
        guard zip(accepted, accepted.dropFirst()).allSatisfy({ $0.line < $1.line }) else {
            throw reader.malformed("accepted", String(accepted.count))
        }
        guard zip(rejected, rejected.dropFirst()).allSatisfy({ $0.line < $1.line }) else {
            throw reader.malformed("rejected", String(rejected.count))
        }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        let object: CanonicalObject = [
            "accepted": .array(
                accepted.map { .object(["line": .integer(Int64($0.line)), "record": .integer($0.record)]) }),
            "committee": .string(head.committee), "key": .string(head.key.hex), "kind": .string(kind),
            "leaves": .array(leaves.map { .string($0.hex) }), "number": .integer(head.number),
            "person": .string(head.person),
            "rejected": .array(
                rejected.map { .object(["code": .string($0.code), "line": .integer(Int64($0.line))]) }),
            "signature": .string(Hexadecimal.encode(signature)), "time": .string(head.time),
        ]
        try writer.write(object)
    }

    /// Refuses: E-SLP-003 … E-SLP-006, E-SLP-009, E-SLP-010; E-LST-009.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .authorship { return try judgeSigner(in: session) }
        if let known = try Slips(session).record(of: head) {
            throw SlipError(
                .receivedBefore, ["person": head.person, "number": String(head.number), "record": String(known)])
        }
        try ServicesReader(session).requireCommittee(head.committee)
        guard session.batch.map({ $0.first == sequence }) ?? true else {
            throw SlipError(.misplaced, ["record": String(sequence)])
        }
        let lines = (accepted.map(\.line) + rejected.map(\.line)).sorted()
        let records = accepted.enumerated().allSatisfy { $0.element.record == sequence + 1 + Int64($0.offset) }
        guard lines == Array(1...leaves.count), records else {
            throw SlipError(.lineNumbers, ["person": head.person, "number": String(head.number)])
        }
    }

    /// Whether its person signed it, and coordinates the committee.
    private func judgeSigner(in session: RegisterSession) throws {
        let people = session.peopleOfBatch
        guard people.person(of: head.key) == head.person else {
            throw SlipError(.keyOther, ["person": head.person, "key": head.key.hex])
        }
        let holds = people.roles(of: head.person).contains {
            $0.role == .coordinator && ($0.scope.isEmpty || $0.scope == head.committee)
        }
        guard holds else {
            throw SlipError(.noCoordinator, ["person": head.person, "committee": head.committee])
        }
        guard head.key.isValid(signature: signature, over: head.signedText(register: session.register.id, leaves: leaves))
        else { throw SlipError(.signature, ["person": head.person, "number": String(head.number)]) }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .figures else { return }
        try session.connection.run(
            "INSERT INTO slip (register, person, number, sequence) VALUES (?, ?, ?, ?)",
            .integer(session.register.number), .text(head.person), .integer(head.number), .integer(sequence))
        SlipWorkspace.of(session).begin(self, at: sequence)
    }

    private static func isRejection(_ text: String) -> Bool {
        (1...16).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension CanonicalObject.Reader {
    /// Objects of an array of at most 1000, each read whole.
    fileprivate mutating func lineObjects<T>(_ name: String, _ read: (inout CanonicalObject.Reader) throws -> T) throws -> [T] {
        let readers = try readers(name)
        guard readers.count <= SlipHead.lines.upperBound else { throw malformed(name, String(readers.count)) }
        return try readers.map { inner in
            var inner = inner
            let value = try read(&inner)
            try inner.finish()
            return value
        }
    }

    /// `line`: 1 to 1000.
    fileprivate mutating func line() throws -> Int {
        let line = try count("line", least: 1)
        guard line <= Int64(SlipHead.lines.upperBound) else { throw malformed("line", String(line)) }
        return Int(line)
    }
}
