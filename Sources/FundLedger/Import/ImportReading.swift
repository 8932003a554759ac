import AuditTrail
import ReferenceData
import TabularImport

/// A delimited file and the map that reads it: what imports of every target share.
struct ImportReading {
    let map: ImportMap
    let fileName: String
    let fileHash: Digest
    /// Bad rows listed at most; reading stops when ten times as many were found.
    let problemLimit: Int

    /// How many rows were read, and how many of them the map skips.
    struct Count {
        let rows: Int64
        let skipped: Int64
    }

    /// The same file by the same map into the same register is the same request.
    func idempotencyKey(register: Digest) -> String {
        var text = SHA256Stream()
        for part in ["fundctl/import/v1\n", register.hex + "\n", fileHash.hex + "\n"] {
            Array(part.utf8).withUnsafeBytes { text.update($0) }
        }
        map.compiled.withUnsafeBytes { text.update($0) }
        return "import-" + text.finish().hex
    }

    /// Gives the file's items one by one; what `take` refuses is a problem of the item's row.
    ///
    /// Throws `ImportRefusal` where a row cannot be taken; refuses a file that changes meanwhile: E-JRN-031.
    func forEachItem(_ source: any ByteSource, _ take: (MappedItem) throws -> Void) throws -> Count {
        let hashing = HashingSource(source)
        let reader = try MappedReader(map: map, source: hashing, fileName: fileName, problemLimit: problemLimit)
        while let item = try reader.next() {
            do {
                try take(item)
            } catch {
                guard let problem = RowProblem(line: item.line, refusal: error) else { throw error }
                reader.report(problem)
            }
            if reader.problems.count >= problemLimit * 10 { break }
        }
        guard reader.problems.isEmpty else {
            throw ImportRefusal(file: fileName, problems: reader.problems.list, count: reader.problems.count)
        }
        guard try hashing.finish() == fileHash else {
            throw LedgerError(.importFileChanged, ["file": fileName])
        }
        return Count(rows: Int64(reader.rowCount), skipped: Int64(reader.skippedRowCount))
    }

    /// The record that ends the batch. `known`: items that the fund knew already by their source.
    func record(entries: Int64, known: Int64, of count: Count) throws -> ImportRecorded {
        ImportRecorded(
            file: String(fileName.prefix(60)), fileHash: fileHash,
            map: try map.compiled.withUnsafeBytes { try CanonicalScanner.scan($0) }, rows: count.rows,
            entries: entries, known: known, skipped: count.skipped)
    }
}

extension RowProblem {
    /// What a library refused of a row; nil for what is no fault of the row.
    fileprivate init?(line: Int, refusal: any Error) {
        let (code, parameters): (String, [String: String])
        switch refusal {
        case let error as LedgerError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as ReferenceError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as RegistryError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as GrantError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as GrantImportError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as AuditError where error.code.rawValue.hasPrefix("E-REC"):
            (code, parameters) = (error.code.rawValue, error.parameters)
        default: return nil
        }
        self.init(line: line, field: nil, code: code, parameters: parameters)
    }
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
