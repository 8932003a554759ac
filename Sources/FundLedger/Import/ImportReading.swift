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
        ImportRequestKey.key(register: register, file: fileHash, map: map.compiled)
    }

    /// Gives the file's items one by one; what `take` refuses is a problem of the item's row.
    ///
    /// Throws `ImportRefusal` where a row cannot be taken; refuses a file that changes meanwhile: E-JRN-031.
    func forEachItem(_ source: any ByteSource, _ take: (MappedItem) throws -> Void) throws -> Count {
        var hash = SHA256Stream()
        let seen = ObservedSource(source) { hash.update($0) }
        let walk = try MappedWalk(
            map, seen, fileName: fileName, problemLimit: problemLimit,
            problem: { RowProblem(line: $1, refusal: $0) }, take: take)
        guard walk.problems.isEmpty else {
            throw ImportRefusal(file: fileName, problems: walk.problems.list, count: walk.problems.count)
        }
        try seen.drain()
        guard hash.finish() == fileHash else { throw LedgerError(.importFileChanged, ["file": fileName]) }
        return Count(rows: walk.rows, skipped: walk.skipped)
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
