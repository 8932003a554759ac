import AuditTrail

/// What imports into the register of employers are refused with.
public struct IntakeError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The record that says what a batch was imported from is not the last of its batch, once. `record`.
        case intakeNotLast = "E-ITK-001"
        /// A record names a row of a file, and its batch does not say which file. `record`.
        case markWithoutIntake = "E-ITK-002"
        /// The number of imported records is another. `found`; `expected`.
        case recordCount = "E-ITK-003"
        /// `row` stands without `source`, or the other way. `kind`.
        case markHalf = "E-ITK-004"
        /// The source was brought before. `source`; `row`; `record`: the one that brought it.
        case sourceKnown = "E-ITK-005"
        /// The file changed while it was imported. `file`.
        case fileChanged = "E-ITK-006"
        /// The file is refused whole for its bad rows. `file`; `problems`: how many.
        case importRefused = "E-ITK-007"
        /// A row leaves blank what another of its fields asks for. `field`; `given`: that one, or empty.
        case fieldMissing = "E-ITK-008"
        /// A row dates a step after the day of the import. `field`; `found`; `most`.
        case stepAhead = "E-ITK-009"
        /// A row says two endings of one agreement. `field`; `other`.
        case twoEndings = "E-ITK-010"
        /// The name of a person stands where a record would keep it. `part`: `reason`, `paper`, `source`, `file` or `map`.
        case personNamed = "E-ITK-011"
        /// A map of persons names no unique source: the same file twice could not be told from another. `target`.
        case sourceNeeded = "E-ITK-012"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
