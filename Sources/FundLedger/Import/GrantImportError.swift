/// What a row of a grant register is refused with: a stable code and the raw facts. No parameter holds a person's name.
public struct GrantImportError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// A recipient's identifier is neither a NEQ nor one of another register: digits that are no NEQ, or `X-` and
        /// what may not stand after it. `found`.
        case recipientMalformed = "E-GRI-001"
        /// The recipient is a person, and not entered yet: an import never writes a person's name. `recipient`; `fund`.
        case personNotEntered = "E-GRI-002"
        /// The name of a person stands where a record would keep it. `recipient`; `part`: `title`, `source`, `file` or
        /// `map`.
        case personNamed = "E-GRI-003"
        /// A recipient that the fund does not know has no name in its row. `recipient`.
        case nameMissing = "E-GRI-004"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
