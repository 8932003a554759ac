import Storage

/// One bundle under trial: what was read of it, and what was found at fault. FORMAT.md, sections 10 to 12.
///
/// Its parts run in order: the folder's form, STATEMENT, the manifest and the files' hashes, the checkpoint; then every
/// record once; then what only the end shows. A fault never stops the next part if that part can be judged all the same.
final class BundleTrial {
    let layout: BookLayout
    let order: VerificationOrder
    let folder: BundleFolder
    /// Whether what pairing needs is to be kept.
    let keepsPairs: Bool
    /// Where the records are replayed.
    let store: any Store
    var board = VerdictBoard()

    var statementText: [UInt8]?
    var statement: Statement?
    var signature: [UInt8]?
    var kept: Statement?
    var note: SignedNote?
    var checkpoint: Checkpoint?
    var history = RegisterHistory()
    /// The extent at the size of the kept STATEMENT.
    var keptExtent: RecordsExtent?
    /// Sizes of the documents that travel and were not met in the records yet.
    var unmetDocuments: [String: Int64] = [:]
    /// Documents that travel and are of the records.
    var metDocuments: Set<Digest> = []
    /// Ledger keys that came after the first.
    var rotatedKeys: Set<PublicKey> = []
    /// Files of the folder that only some record can have brought, and those that records brought.
    var optionalFiles: Set<String> = []
    var broughtFiles: Set<String> = []
    /// The verdicts that files brought by records belong to: those that there is something to judge of.
    var matters: Set<VerdictName> = []
    /// Whether a record broke the books.
    var recordsBrokeBooks = false
    /// Whether a record broke the budgets.
    var recordsBrokeBudgets = false
    /// Verdicts that a record leaves unjudged, each with the one that it rests on.
    var unjudged: [VerdictName: VerdictName] = [:]
    /// Where derived files differ, by verdict.
    var differences: [VerdictName: AuditError] = [:]
    /// Control totals as derived from the records.
    var controls: ControlTotals?
    /// Whether the first record founds a register, so that the others could be replayed.
    var isFounded = false
    /// Whether a record names a public key that is refused: it is counted as written, and has no effect.
    var hasRefusedKey = false
    /// Whether the export after the kept STATEMENT's is among the records.
    var hasMetSuccessor = false
    /// Whether the records were read to their end.
    var isReadToTheEnd = false

    /// Refuses: E-BUN-020 for what is no folder.
    init(_ order: VerificationOrder, layout: BookLayout, keepsPairs: Bool) throws {
        self.order = order
        self.layout = layout
        self.keepsPairs = keepsPairs
        folder = try BundleFolder(order.path)
        let next = Migration(version: (layout.migrations.last?.version ?? 0) + 1, sql: PairingTables.sqlite)
        store = try SQLiteStore.temporary(migrations: layout.migrations + [next])
        kept = order.previous.flatMap { try? Statement(parsing: $0) }
    }

    /// Reads the bundle. Throws only what the storage throws; whatever the bundle holds ends in `board`.
    func run(progress: ((Int64) -> Void)?) throws {
        guard try attempt({ try folder.survey { board.fail(.integrity, $0) } }) == true else { return }
        readStatement()
        guard let statement else { return }
        checkNames(of: statement)
        checkManifest(of: statement)
        checkCheckpoint(of: statement)
        _ = try attempt { try replayRecords(of: statement, progress) }
        guard isReadToTheEnd else { return }
        checkExtent(of: statement)
        checkKeys()
        checkDocuments()
        if !hasRefusedKey { checkCompleteness(of: statement) }
        checkBroughtFiles()
        checkBooks(of: statement)
        for name in [VerdictName.budgets, .rules, .figures] where !recordsBrokeBooks {
            if unjudged[name] != nil || name == .rules && recordsBrokeBudgets { continue }
            if let difference = differences[name] { board.fail(name, difference) }
        }
    }

    /// Runs a part; what it refuses is a fault of integrity.
    func attempt<T>(_ part: () throws -> T) throws -> T? {
        do {
            return try part()
        } catch let error as AuditError {
            board.fail(.integrity, error)
            return nil
        }
    }

    /// The bytes of a small file, or nil and a fault of integrity.
    func contents(_ path: String, limit: Int) -> [UInt8]? {
        do {
            return try BundleFile(path, in: folder).contents(limit: limit)
        } catch {
            board.fail(.integrity, error)
            return nil
        }
    }
}
