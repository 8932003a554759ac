import EmployerServices

// The errors of the register of employers, as fundctl sees them.

extension ScopeError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension IntakeError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension ServiceListError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension EmployerError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension InterventionError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension CommitteeError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

/// An import is one failure with a cause per bad row.
extension ServiceImportRefusal: CodedError {
    var errorCode: String { error.errorCode }
    var errorParameters: [String: String] { error.errorParameters }
    var errorDetails: [any CodedError] { problems }
    var errorDetailCount: Int { count }
}
