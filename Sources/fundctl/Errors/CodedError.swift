/// An error with a stable code, as every library of the project throws. Its words lie in `ErrorCatalogue`.
protocol CodedError: Error {
    /// `E-JRN-004`.
    var errorCode: String { get }
    /// Raw values; a name that ends in `_cents` holds integer cents and is shown as money.
    var errorParameters: [String: String] { get }
    /// Where one failure has many causes (the bad rows of an import): each of them.
    var errorDetails: [any CodedError] { get }
}

extension CodedError {
    var errorDetails: [any CodedError] { [] }
}
