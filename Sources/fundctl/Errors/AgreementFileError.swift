/// What a file of apprentices is refused with.
struct AgreementFileError: CodedError, Equatable {
    enum Code: String, CaseIterable, Sendable {
        /// A column is missing. `file`; `column`.
        case columnMissing = "E-AGI-001"
        /// A column is none of those that such a file has. `file`; `column`; `known`.
        case columnUnknown = "E-AGI-002"
        /// A row has no name or no birth date. `line`.
        case fieldBlank = "E-AGI-003"
        /// No row can be written: nothing is. `file`; `rows`.
        case noneWritten = "E-AGI-004"
    }

    let code: Code
    let parameters: [String: String]

    init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}
