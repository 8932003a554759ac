import AuditTrail

/// What employers and establishments are refused with: a stable code and the raw facts.
public struct EmployerError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The employer was added before. `employer`; `name`: what it is called there, or empty.
        case employerKnown = "E-EMP-001"
        /// No employer has that number. `employer`.
        case employerUnknown = "E-EMP-002"
        /// The employer was merged into another. `employer`; `into`: the one that counts for it now.
        case employerMerged = "E-EMP-003"
        /// An employer has either a name or a subject; a sole proprietor (NEQ 22) a subject, any other a name. `employer`.
        case employerNaming = "E-EMP-004"
        /// The form does not go with the number. `employer`; `form`.
        case employerForm = "E-EMP-005"
        /// The employer is closed. `employer`.
        case employerClosed = "E-EMP-006"
        /// The employer is not closed. `employer`.
        case employerNotClosed = "E-EMP-007"
        /// The day is before that of the employer's record before. `employer`; `date`; `last`.
        case employerDateOrder = "E-EMP-008"
        /// A change changes nothing. `employer`.
        case employerNothingChanged = "E-EMP-009"
        /// An employer is not merged into itself. `employer`.
        case employerMergedIntoItself = "E-EMP-010"
        /// The employer has no such establishment. `employer`; `establishment`.
        case establishmentUnknown = "E-EMP-011"
        /// The establishment is closed. `employer`; `establishment`.
        case establishmentClosed = "E-EMP-012"
        /// The register has employers whose names are nearly the same. `employer`; `name`; `found`: their numbers and names.
        case employerNearDuplicate = "E-EMP-013"
        /// A search has no letter or digit to look for. `found`.
        case searchEmpty = "E-EMP-014"
        /// An establishment's number is out of bounds. `employer`; `establishment`; `least`; `most`.
        case establishmentNumber = "E-EMP-015"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
