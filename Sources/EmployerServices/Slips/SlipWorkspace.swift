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
        var own = SlipOwnIDs()
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
}
