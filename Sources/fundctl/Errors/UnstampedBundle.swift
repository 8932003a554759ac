import AuditTrail

/// A bundle that was written and could not be given a token: E-TSP-011, and why behind it.
struct UnstampedBundle: CodedError {
    let bundle: String
    let export: Int64
    let cause: any CodedError

    var errorCode: String { TimeStampError.Code.bundleUnstamped.rawValue }
    var errorParameters: [String: String] { ["bundle": bundle, "export": String(export)] }
    var errorDetails: [any CodedError] { [cause] }
}
