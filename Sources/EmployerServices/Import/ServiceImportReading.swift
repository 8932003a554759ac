import AuditTrail
import ReferenceData
import TabularImport

/// A delimited file and the map that reads it into the register of employers: one batch, all or nothing, streaming.
public struct ServiceImportReading {
    public let map: ImportMap
    public let fileName: String
    public let fileHash: Digest
    /// Bad rows listed at most; reading stops when ten times as many were found.
    public let problemLimit: Int

    /// How many rows were read, and how many of them the map skips.
    public struct Count: Sendable, Equatable {
        public let rows: Int64
        public let skipped: Int64
    }

    /// `fileHash`: SHA-256 of the file's bytes.
    public init(map: ImportMap, fileName: String, fileHash: Digest, problemLimit: Int = 50) {
        self.map = map
        self.fileName = fileName
        self.fileHash = fileHash
        self.problemLimit = problemLimit
    }

    /// The same file by the same map into the same register is the same request.
    public func idempotencyKey(register: Digest) -> String {
        ImportRequestKey.key(register: register, file: fileHash, map: map.compiled)
    }

    /// Gives the file's items one by one; what `take` refuses is a problem of the item's row.
    ///
    /// Throws `ServiceImportRefusal` where a row cannot be taken; refuses a file that changes meanwhile: E-ITK-006.
    public func forEachItem(_ source: any ByteSource, _ take: (MappedItem) throws -> Void) throws -> Count {
        var hash = SHA256Stream()
        let seen = ObservedSource(source) { hash.update($0) }
        let walk = try MappedWalk(
            map, seen, fileName: fileName, problemLimit: problemLimit,
            problem: { RowProblem(line: $1, refusal: $0, map: map) }, take: take)
        guard walk.problems.isEmpty else {
            throw ServiceImportRefusal(file: fileName, problems: walk.problems.list, count: walk.problems.count)
        }
        try seen.drain()
        guard hash.finish() == fileHash else { throw IntakeError(.fileChanged, ["file": fileName]) }
        return Count(rows: walk.rows, skipped: walk.skipped)
    }

    /// The record that ends the batch. `known`: rows that the register knew already. `salt`: 32 bytes kept nowhere, for a file
    /// of persons, that is not to be guessed from its hash. FORMAT.md, section 20.1.
    public func record(records: Int64, known: Int64, of count: Count, salt: [UInt8]? = nil) throws -> IntakeRecorded {
        IntakeRecorded(
            file: String(fileName.prefix(60)), fileHash: salt.map { SHA256.hash(fileHash.bytes + $0) } ?? fileHash,
            map: try map.compiled.withUnsafeBytes { try CanonicalScanner.scan($0) }, rows: count.rows,
            records: records, known: known, skipped: count.skipped)
    }
}

/// An import into the register of employers that was refused whole: its bad rows, up to the limit, and how many there are.
public struct ServiceImportRefusal: Error, Sendable {
    public let file: String
    public let problems: [RowProblem]
    public let count: Int

    /// What the refusal is, as one error.
    public var error: IntakeError { IntakeError(.importRefused, ["file": file, "problems": String(count)]) }
}

extension RowProblem {
    /// What the register refused of a row; nil for what is no fault of the row.
    fileprivate init?(line: Int, refusal: any Error, map: ImportMap) {
        let fault = refusal as? ServiceFieldFault
        let (code, parameters): (String, [String: String])
        switch fault?.cause ?? refusal {
        case let error as ReferenceError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as EmployerError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as InterventionError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as ServiceListError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as IntakeError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as ScopeError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as AuditError where error.code.rawValue.hasPrefix("E-REC") || error.code == .malformedMember:
            (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as any ServiceRowError: (code, parameters) = (error.rowCode, error.parameters)
        default: return nil
        }
        // The column where the map reads the field from one; else the field.
        let columns = fault.map { map.columns(of: $0.field) } ?? []
        self.init(line: line, field: columns.count == 1 ? columns[0] : fault?.field, code: code, parameters: parameters)
    }
}

/// What a row is refused with, and the field of the target that is at fault.
struct ServiceFieldFault: Error {
    let field: String
    let cause: any Error

    /// Does something that a field is at fault for.
    static func at<T>(_ field: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let fault as ServiceFieldFault { throw fault } catch {
            throw ServiceFieldFault(field: field, cause: error)
        }
    }
}

/// An error of another part of the register that may be the fault of an imported row.
public protocol ServiceRowError: Error {
    var rowCode: String { get }
    var parameters: [String: String] { get }
}
