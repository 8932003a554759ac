import FundLedger

/// An import is one failure with a cause per bad row.
extension ImportRefusal: CodedError {
    var errorCode: String { error.errorCode }
    var errorParameters: [String: String] { error.errorParameters }
    var errorDetails: [any CodedError] { problems }
}
