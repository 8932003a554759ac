/// What a rule set, or an operation to be judged by one, is refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents in decimal. Lines and columns count from 1.
public struct RuleError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: The file

        /// The file is no YAML, or no UTF-8, or has a key twice. `file`, `line`, `column`, `found`: what the parser says.
        case notYAML = "E-RUL-001"
        /// A key that has no place there. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case unknownKey = "E-RUL-002"
        /// A key is missing. `file`, `line`, `column`, `path`, `expected`.
        case missingKey = "E-RUL-003"
        /// A list where a text was expected, and so on. `file`, `line`, `column`, `path`, `expected`, `found`: `mapping`,
        /// `list`, `text` or `nothing`.
        case wrongShape = "E-RUL-004"
        /// A word that is none of those possible. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case unknownWord = "E-RUL-005"
        /// Control characters in a text. `file`, `line`, `column`, `path`, `code_point`.
        case badText = "E-RUL-006"
        /// A text is too short or too long. `file`, `line`, `column`, `path`, `found`: its bytes; `expected`.
        case textLength = "E-RUL-007"
        /// No name, code, id or number of the form asked for. `file`, `line`, `column`, `path`, `found`, `expected`.
        case badForm = "E-RUL-008"
        /// The same twice where each stands once. `file`, `line`, `column`, `path`, `found`.
        case repeated = "E-RUL-009"
        /// Too many of something, or the whole is too long. `file`, `line`, `column`, `path`, `found`, `expected`.
        case tooLarge = "E-RUL-010"
        /// No percentage and no amount. `file`, `line`, `column`, `path`, `found`, `expected`.
        case badCap = "E-RUL-011"
        /// No amount, or one out of bounds. `file`, `line`, `column`, `path`, `found`, `cause`: the code of the amount's
        /// own refusal, or empty.
        case badAmount = "E-RUL-012"
        /// No date, no day of the year, no fiscal year. `file`, `line`, `column`, `path`, `found`, `expected`.
        case badDate = "E-RUL-013"
        /// A span that ends before it begins. `file`, `line`, `column`, `path`, `from`, `until`.
        case spanReversed = "E-RUL-014"
        /// None, or several, of keys of which one is needed. `file`, `line`, `column`, `path`, `expected`, `found`.
        case oneOfThese = "E-RUL-015"
        /// An attribute that the heading does not declare. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case unknownAttribute = "E-RUL-016"
        /// An authority that the heading does not declare. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case unknownAuthority = "E-RUL-017"
        /// A key that goes only with another value beside it. `file`, `line`, `column`, `path`, `found`, `expected`.
        case doesNotApply = "E-RUL-018"
        /// An example names an envelope, or a rule, that is not there. `file`, `line`, `column`, `path`, `found`,
        /// `expected`; `nearest`.
        case unknownReference = "E-RUL-019"
        /// An example's value is none of those declared. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case undeclaredValue = "E-RUL-020"
        /// The operation of an example cannot be one. `file`, `line`, `column`, `path`, `cause`: E-RUL-040…044, E-REF-001.
        case badExample = "E-RUL-021"
        /// The file has faults: nothing of it is taken. `file`, `problems`: how many.
        case fileRefused = "E-RUL-030"

        // MARK: Compiled rules

        /// Not the compiled form of a rule set (docs/rules.en.md, section 9). `member`: where.
        case compiledMalformed = "E-RUL-031"

        // MARK: Operations

        /// An amount to move is not above zero. `amount_cents`.
        case amountNotPositive = "E-RUL-040"
        /// Budget moves to where it is. `envelope`; `year`.
        case sameEnvelope = "E-RUL-041"
        /// The day, or the two years, are not those of such an operation. `operation`; `date`; `from_year`; `to_year`,
        /// empty for none.
        case wrongYears = "E-RUL-042"
        /// A target is missing, or one is named for a cancellation. `operation`.
        case targetMismatch = "E-RUL-043"
        /// The day of repayment is missing, out of place, or none of the operation's year from its day on. `operation`;
        /// `repay_by`, empty for none; `date`.
        case repaymentDay = "E-RUL-044"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

/// All that is wrong with one file of rules.
public struct RuleFileRefusal: Error, Sendable, Equatable {
    public let file: String
    /// In the order in which they were found, at least one.
    public let problems: [RuleError]
}
