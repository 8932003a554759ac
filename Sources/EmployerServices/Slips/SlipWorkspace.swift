import AuditTrail

/// The slip whose lines the batch under way holds: they are judged for its author, and are the slip's.
final class SlipWorkspace: BatchWorkspace {
    private let session: RegisterSession
    private var received: (record: SlipReceived, sequence: Int64)?

    static func of(_ session: RegisterSession) -> SlipWorkspace {
        session.workspace(SlipWorkspace.self) { SlipWorkspace(session) }
    }

    private init(_ session: RegisterSession) { self.session = session }

    func begin(_ record: SlipReceived, at sequence: Int64) {
        received = (record, sequence)
        ServiceWorkspace.of(session).slip = record.head.author
    }

    /// Lines are tried out before the slip is received: nothing of it is kept.
    func tryOut(_ head: SlipHead) { ServiceWorkspace.of(session).slip = head.author }

    func flush() {}

    /// Refuses: E-SLP-008, E-SLP-009.
    func batchEnds(_ end: BatchEnd) throws {
        defer { received = nil }
        guard let (record, sequence) = received else { return }
        guard end.first == sequence, end.count == Int64(record.accepted.count) + 1 else {
            throw RefusedInBatch(sequence, SlipError(.misplaced, ["record": String(sequence)]))
        }
        var own = OwnIDs()
        for accepted in record.accepted {
            let bytes = try session.line(of: accepted.record)
            let object = try bytes.withUnsafeBytes { try CanonicalScanner.scan($0) }
            guard try own.isLine(object, of: accepted.line, leaf: record.leaves[accepted.line - 1]) else {
                throw RefusedInBatch(
                    accepted.record,
                    SlipError(.lineDiffers, ["line": String(accepted.line), "record": String(accepted.record)]))
            }
        }
    }

    /// The slip's own ids of what its accepted lines made, by the register's ids.
    private struct OwnIDs {
        private var own: [String: String] = [:]
        private var last = ["AGR": 0, "PAR": 0]

        /// Whether a record, its id written back as the slip's own, has the leaf of the line.
        mutating func isLine(_ object: CanonicalObject, of line: Int, leaf: Digest) throws -> Bool {
            let kind = try object.string("kind")
            guard SlipLine.kinds.contains(kind) else { return false }
            guard let member = SlipLine.member(of: kind) else { return try Self.leaf(of: object) == leaf }
            let id = try object.string(member)
            guard SlipLine.isOpening(kind) else {
                return try Self.leaf(of: object, naming: own[id] ?? id, as: member) == leaf
            }
            // Rejected lines before it may have taken numbers.
            let prefix = SlipID.prefix(of: kind)
            let next = (last[prefix] ?? 0) + 1
            guard next <= line else { return false }
            for number in next...line {
                let name = SlipID.text(prefix, number)
                guard try Self.leaf(of: object, naming: name, as: member) == leaf else { continue }
                own[id] = name
                last[prefix] = number
                return true
            }
            return false
        }

        private static func leaf(of object: CanonicalObject, naming id: String? = nil, as member: String = "") throws -> Digest {
            var object = object
            if let id { object[member] = .string(id) }
            return try object.line().withUnsafeBytes { SHA256.leaf($0) }
        }
    }
}
