/// What the books of a fund are refused with: a stable code and the raw facts, never a sentence.
///
/// A parameter whose name ends in `_cents` holds integer cents in decimal.
public struct LedgerError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The code of an account is not 1 to 16 of `A-Z a-z 0-9 . -`, beginning with a letter or digit.
        /// Parameters: `found`, `expected`.
        case accountCodeMalformed = "E-ACC-001"
        /// The name of an account is not 1 to 200 bytes of UTF-8.
        /// Parameters: `account`, `field` (`name` or `name_en`), `found` (its length in bytes), `expected`.
        case accountNameLength = "E-ACC-002"
        /// The name of an account holds a control character or another code point that records refuse.
        /// Parameters: `account`, `field` (`name` or `name_en`), `found` (`U+0009`), `position` (of the code point,
        /// from 1).
        case accountNameForbiddenCharacter = "E-ACC-003"
        /// No account class has this name. Parameters: `found`, `expected`, and `nearest` when one resembles.
        case accountClassUnknown = "E-ACC-004"
        /// No statement line has this code. Parameters: `found`, `expected` (every line, or those of the class when
        /// it is known), and `nearest` when one resembles.
        case statementLineUnknown = "E-ACC-005"
        /// The statement line belongs to another class than the account's.
        /// Parameters: `account`, `line`, `found` (the account's class), `expected` (the line's class).
        case statementLineOfAnotherClass = "E-ACC-006"
        /// A budgetary account has a statement line: it stands in no statement. Parameters: `account`, `line`,
        /// `found` (the account's class).
        case budgetaryAccountWithLine = "E-ACC-007"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
