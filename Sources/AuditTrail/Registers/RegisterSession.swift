import Storage

/// One register inside one transaction: what records are judged in, applied to and appended to.
///
/// A session either *writes* (a command appends records, the sealing key is known from the start) or *replays* (lines
/// come from a book or a bundle, and the key is known when the seal comes). Both judge by the same code.
public final class RegisterSession {
    public let connection: any SQLConnection
    public let kinds: KindTable
    public internal(set) var register: RegisterHead
    /// Persons and roles as they stand after the last record.
    public internal(set) var people: RoleBook
    /// The sealing key, while writing.
    let sealer: PublicKey?
    /// Where lines of earlier records come from, while replaying.
    let lines: ((Int64) throws -> [UInt8])?
    var openBatch: OpenBatch?
    var writer = CanonicalWriter(capacity: 4096)
    /// Leaf of the last line appended or replayed.
    var lastLeaf = SHA256.hash([])
    /// The line under replay, for what needs its bytes.
    var replayedLine: UnsafeRawBufferPointer?
    /// The record of the last line replayed, with refused keys as written; nil where the line is no record of its register.
    var replayedRecord: (any Record)?
    /// The verdicts of the libraries above that a record broke: what follows of them is not judged any more.
    var broken: Set<VerdictName> = []
    /// What the libraries above refused of the batch that ends.
    var refusedAtEnd: [RefusedInBatch] = []
    /// Verdicts that a record leaves unjudged from there on, each with the one that it rests on.
    var unjudged: [VerdictName: VerdictName] = [:]
    private var workspaces: [ObjectIdentifier: any BatchWorkspace] = [:]

    init(
        register: RegisterHead, people: RoleBook, connection: any SQLConnection, kinds: KindTable,
        sealer: PublicKey?, lines: ((Int64) throws -> [UInt8])? = nil
    ) {
        self.register = register
        self.people = people
        self.connection = connection
        self.kinds = kinds
        self.sealer = sealer
        self.lines = lines
    }

    /// The batch under way: the sequence of its first record and how many it has.
    public var batch: (first: Int64, count: Int64)? { openBatch.map { ($0.first, $0.count) } }

    /// A library's own state for this session, made at first use.
    public func workspace<W: BatchWorkspace>(_ type: W.Type, _ make: () throws -> W) rethrows -> W {
        if let kept = workspaces[ObjectIdentifier(type)] as? W { return kept }
        let made = try make()
        workspaces[ObjectIdentifier(type)] = made
        return made
    }

    /// Writes what the libraries above hold back.
    public func flush() throws {
        for workspace in workspaces.values { try workspace.flush() }
    }

    /// Tells every library above that the batch ends; what they refuse is gathered in `refusedAtEnd`.
    func endWorkspaces(_ end: BatchEnd) throws {
        refusedAtEnd = []
        try flush()
        for workspace in workspaces.values {
            do {
                try workspace.batchEnds(end)
            } catch let refused as RefusedInBatch {
                refusedAtEnd.append(refused)
            } catch let error where !(error is StorageError) {
                refusedAtEnd.append(RefusedInBatch(end.first + end.count, error))
            }
        }
        let order = VerdictName.allCases
        func place(_ refused: RefusedInBatch) -> Int {
            order.firstIndex(of: RegisterSession.verdict(of: refused.error, kind: .authorship)) ?? 0
        }
        refusedAtEnd.sort { place($0) < place($1) }
    }

    /// Whether a part of a record is still judged: nothing is once its verdict failed, or the books that it rests on.
    func isJudged(_ part: VerdictName) -> Bool {
        let needed = (RegisterSession.restOn[part] ?? []) + [part]
        return broken.isDisjoint(with: needed) && !needed.contains { unjudged[$0] != nil }
    }

    /// Verdicts that are judged no more once a record breaks one of these.
    static let restOn: [VerdictName: [VerdictName]] = [.budgets: [.books], .rules: [.books, .budgets]]

    /// The line of an earlier record. Refuses: E-AUD-003.
    public func line(of sequence: Int64) throws -> [UInt8] {
        if let lines { return try lines(sequence) }
        guard (1...RecordID.mostRecords).contains(sequence) else {
            throw AuditError(.recordUnknown, ["record": String(sequence)])
        }
        let found = try connection.first(
            "SELECT line FROM record WHERE id = ?", [.integer(RecordID.of(register.number, sequence))]
        ) { $0.bytes(0) }
        guard let found else { throw AuditError(.recordUnknown, ["record": String(sequence)]) }
        return found
    }

    /// An earlier record. Refuses: E-AUD-003.
    public func record(at sequence: Int64) throws -> any Record {
        try line(of: sequence).withUnsafeBytes { try kinds.decode($0) }
    }

    /// Persons and roles as they count for the batch under way. FORMAT.md, section 6.
    public var peopleOfBatch: RoleBook { openBatch?.people ?? people }

    /// The key of the one who writes; nil while a history is replayed.
    public var writingKey: PublicKey? { sealer }

    /// Whether records are written here, not replayed.
    var isWriting: Bool { sealer != nil }

    /// Runs a check on the sealing key: at once while writing, at the seal while replaying.
    public func whenSealed(_ check: @escaping (PublicKey) throws -> Void) throws {
        if let sealer { try check(sealer) } else { openBatch?.deferred.append(check) }
    }
}

/// How a record's place in the book's file is numbered: the register's number above 40 bits of sequence.
enum RecordID {
    /// The highest sequence: 40 bits.
    static let mostRecords: Int64 = (1 << 40) - 1

    static func of(_ register: Int64, _ sequence: Int64) -> Int64 {
        precondition((1...mostRecords).contains(sequence), "a register holds fewer than 2^40 records")
        return register << 40 | sequence
    }
}
