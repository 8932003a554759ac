import AuditTrail

/// What control accounts, programmes and recipients are refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents.
public struct RegistryError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: Control accounts

        /// The use has its account already. `use`; `account`.
        case controlUseSet = "E-CTL-001"
        /// The account has not the statement line of the use. `use`; `account`; `found`: its line, or `-`; `expected`.
        case controlLine = "E-CTL-002"
        /// The account has another use. `use`; `account`; `other`.
        case controlAccountTaken = "E-CTL-003"
        /// An act needs the account of a use that is not set. `use`; `line`; `fund`.
        case controlUseMissing = "E-CTL-004"
        /// An entry of a person posts to a control account: acts alone do. `account`; `use`; `amount_cents`.
        case controlAccountPosted = "E-CTL-005"
        /// A control account is not closed. `account`; `use`.
        case controlAccountClosed = "E-CTL-006"

        // MARK: Programmes

        /// The programme was added before. `program`; `fund`.
        case programKnown = "E-PRG-001"
        /// No programme has that code. `program`; `fund`; `nearest`: a code like it, or empty.
        case programUnknown = "E-PRG-002"
        /// The account of a programme is no expense account. `program`; `account`; `found`: its class.
        case programAccount = "E-PRG-003"
        /// A code is not 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit. `found`.
        case programCodeMalformed = "E-PRG-004"

        // MARK: Recipients

        /// The recipient was added before. `recipient`; `fund`.
        case recipientKnown = "E-RCP-001"
        /// No recipient has that identifier. `recipient`; `fund`; `nearest`: one like it, or empty.
        case recipientUnknown = "E-RCP-002"
        /// An identifier is neither a NEQ nor `X-` and 1 to 60 of `A-Z a-z 0-9 . _ -`. `found`.
        case recipientMalformed = "E-RCP-003"
        /// A recipient has either a name or a subject; a sole proprietor (NEQ 22) has a subject. `recipient`.
        case recipientNaming = "E-RCP-004"
        /// The subject is not open: never opened, or erased. `subject`.
        case recipientSubject = "E-RCP-005"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension RegistryError: VerdictError {
    public var verdict: VerdictName { .budgets }
}
