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

extension WitnessError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension SubjectError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension TimeStampError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension LedgerError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension RegistryError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension GrantError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension ImportError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
    var errorPlace: ErrorPlace? { ErrorPlace(code: errorCode, parameters) }
}

extension RuleError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
    var errorPlace: ErrorPlace? { ErrorPlace(code: errorCode, parameters) }
}

extension PaymentError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension BankError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension GrantImportError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension LevyError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension AllocationError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
    var errorPlace: ErrorPlace? { ErrorPlace(code: errorCode, parameters) }
}

extension ReportError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

/// A file with several faults, each behind the error of the whole; one alone stands for the file.
protocol FaultyFile: CodedError {
    var file: String { get }
    var faults: [any CodedError] { get }
    /// The code of the whole.
    static var whole: String { get }
}

extension FaultyFile {
    private var only: (any CodedError)? { faults.count == 1 ? faults.first : nil }

    var errorCode: String { only?.errorCode ?? Self.whole }
    var errorParameters: [String: String] { only?.errorParameters ?? ["file": file, "problems": String(faults.count)] }
    var errorDetails: [any CodedError] { only == nil ? faults : [] }
    var errorPlace: ErrorPlace? { only?.errorPlace }
}

extension RuleFileRefusal: FaultyFile {
    var faults: [any CodedError] { problems }
    static let whole = RuleError.Code.fileRefused.rawValue
}

extension CriteriaRefusal: FaultyFile {
    var faults: [any CodedError] { problems.compactMap { $0 as? any CodedError } }
    static let whole = AllocationError.Code.fileRefused.rawValue
}

/// One row among many that a file is refused for: a detail of the command's own error.
extension RowProblem: CodedError {
    var errorCode: String { code }
    var errorParameters: [String: String] { parameters }
    var errorPlace: ErrorPlace? {
        var place = ["line": String(line)]
        place["field"] = field
        return ErrorPlace(code: code, place)
    }
}

/// A file refused whole: the error of the command (E-JRN-030, E-ACC-030), and each bad row behind it.
struct RefusedFile: CodedError {
    let errorCode: String
    let errorParameters: [String: String]
    let problems: RowProblems

    init(_ error: some CodedError, _ problems: RowProblems) {
        errorCode = error.errorCode
        errorParameters = error.errorParameters
        self.problems = problems
    }

    var errorDetails: [any CodedError] { problems.list }
    var errorDetailCount: Int { problems.count }
}
