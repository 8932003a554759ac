import AuditTrail
import FundLedger
import ReferenceData
import Storage
import TabularImport

// The error of each library, as fundctl sees them all.

extension StorageError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension ReferenceError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension AuditError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension LedgerError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension ImportError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
    var errorPlace: ErrorPlace? { ErrorPlace(code: errorCode, parameters) }
}

/// One row among many that an import refuses: a detail of the import's own error.
extension RowProblem: CodedError {
    var errorCode: String { code }
    var errorParameters: [String: String] {
        var all = parameters
        all["line"] = String(line)
        all["field"] = field
        return all
    }
    var errorPlace: ErrorPlace? { ErrorPlace(code: code, errorParameters) }
}
