import AuditTrail
import ReferenceData
import TabularImport

/// An import of entries from a delimited file: one batch, all or nothing, streaming.
public struct EntryImport {
    /// What an import did.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        public var entries: Int64 = 0
        public var postings: Int64 = 0
        /// Sum of the positive amounts of its postings, in cents.
        public var debitCents: Int64 = 0
        /// Items that the fund knew already by their source.
        public var known: Int64 = 0
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
        public var firstEntry: EntryID?
        public var lastEntry: EntryID?
    }

    public let map: ImportMap
    public let fileName: String
    public let fileHash: Digest
    /// Bad rows listed at most; reading stops when ten times as many were found.
    public let problemLimit: Int

    /// `fileHash`: SHA-256 of the file's bytes.
    public init(map: ImportMap, fileName: String, fileHash: Digest, problemLimit: Int = 50) {
        self.map = map
        self.fileName = fileName
        self.fileHash = fileHash
        self.problemLimit = problemLimit
    }

    /// The same file by the same map into the same register is the same request.
    public func idempotencyKey(register: Digest) -> String {
        var text = SHA256Stream()
        for part in ["fundctl/import/v1\n", register.hex + "\n", fileHash.hex + "\n"] {
            Array(part.utf8).withUnsafeBytes { text.update($0) }
        }
        map.compiled.withUnsafeBytes { text.update($0) }
        return "import-" + text.finish().hex
    }

    /// Reads the file and posts its entries. `progress` is given the number of entries so far.
    ///
    /// Throws `ImportRefusal` where a row cannot be taken: the caller's transaction is then rolled back whole.
    public func run(
        _ source: any ByteSource, in session: RegisterSession, progress: (Int64) -> Void = { _ in }
    ) throws -> Outcome {
        let workspace = try JournalWorkspace.of(session)
        let hashing = HashingSource(source)
        let reader = try MappedReader(map: map, source: hashing, fileName: fileName, problemLimit: problemLimit)
        var outcome = Outcome()
        while let item = try reader.next() {
            do {
                try take(item, workspace, &outcome)
            } catch let problem as RowRefusal {
                reader.report(
                    RowProblem(line: item.line, field: problem.field, code: problem.code, parameters: problem.parameters))
            }
            if reader.problems.count >= problemLimit * 10 { break }
            if outcome.entries & 0x3FF == 0 { progress(outcome.entries) }
        }
        guard reader.problems.isEmpty else {
            throw ImportRefusal(file: fileName, problems: reader.problems.list, count: reader.problems.count)
        }
        guard try hashing.finish() == fileHash else {
            throw LedgerError(.importFileChanged, ["file": fileName])
        }
        outcome.rows = Int64(reader.rowCount)
        outcome.skipped = Int64(reader.skippedRowCount)
        if outcome.entries > 0 { try session.append(record(of: outcome)) }
        return outcome
    }

    private func record(of outcome: Outcome) throws -> ImportRecorded {
        ImportRecorded(
            file: String(fileName.prefix(60)), fileHash: fileHash,
            map: try map.compiled.withUnsafeBytes { try CanonicalScanner.scan($0) }, rows: outcome.rows,
            entries: outcome.entries, known: outcome.known, skipped: outcome.skipped)
    }

    private func take(_ item: MappedItem, _ workspace: JournalWorkspace, _ outcome: inout Outcome) throws {
        let source = item.sourceKey.map { String(decoding: $0, as: UTF8.self) }
        if let source, try workspace.knowsSource(source) {
            outcome.known += 1
            return
        }
        let entry: JournalEntry
        do {
            entry = try self.entry(item, source, workspace)
            try workspace.session.append(entry)
        } catch let error as LedgerError {
            throw RowRefusal(field: nil, code: error.code.rawValue, parameters: error.parameters)
        } catch let error as RegistryError {
            throw RowRefusal(field: nil, code: error.code.rawValue, parameters: error.parameters)
        } catch let error as ReferenceError {
            throw RowRefusal(field: nil, code: error.code.rawValue, parameters: error.parameters)
        } catch let error as AuditError where error.code.rawValue.hasPrefix("E-REC") {
            throw RowRefusal(field: nil, code: error.code.rawValue, parameters: error.parameters)
        }
        outcome.entries += 1
        outcome.postings += Int64(entry.postings.count)
        for posting in entry.postings where posting.amount.value > 0 { outcome.debitCents += posting.amount.value }
        outcome.firstEntry = outcome.firstEntry ?? entry.id
        outcome.lastEntry = entry.id
    }

    private func entry(_ item: MappedItem, _ source: String?, _ workspace: JournalWorkspace) throws -> JournalEntry {
        typealias Field = EntryImportTarget.Field
        typealias PostingField = EntryImportTarget.PostingField
        let date = item.date(Field.date)
        let period = item.has(Field.period) ? try PeriodID(parsing: item.string(Field.period)) : try PeriodID(of: date)
        var postings: [Posting] = []
        postings.reserveCapacity(item.memberCount)
        for member in 0..<item.memberCount {
            postings.append(
                Posting(
                    account: item.string(member, PostingField.account),
                    amount: try EntryImportTarget.amount(of: item, posting: member),
                    envelope: item.has(member, PostingField.envelope)
                        ? item.string(member, PostingField.envelope) : nil))
        }
        var entry = JournalEntry(
            id: try workspace.nextID(period.year), date: date, period: period, reference: item.string(Field.reference),
            memo: item.string(Field.memo), postings: try workspace.withBudget(postings, in: period.year))
        entry.row = Int64(item.line)
        entry.source = source
        return entry
    }
}

/// Why one row cannot be taken.
private struct RowRefusal: Error {
    let field: String?
    let code: String
    let parameters: [String: String]
}

/// An import that was refused whole: its bad rows, up to the limit, and how many there are.
public struct ImportRefusal: Error, Sendable {
    public let file: String
    public let problems: [RowProblem]
    public let count: Int

    /// What the refusal is, as one error.
    public var error: LedgerError { LedgerError(.importRefused, ["file": file, "problems": String(count)]) }
}

/// Hashes what passes through, so that a file which changes under an import is noticed.
private final class HashingSource: ByteSource {
    private var source: any ByteSource
    private var hash = SHA256Stream()

    init(_ source: any ByteSource) {
        self.source = source
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
    }

    /// Reads what the reader left and gives the hash of all.
    func finish() throws -> Digest {
        let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { rest.deallocate() }
        while try read(into: rest) > 0 {}
        return hash.finish()
    }
}
