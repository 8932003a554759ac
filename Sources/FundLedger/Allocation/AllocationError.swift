/// What allocation criteria, or an allocation by them, are refused with: a stable code and the raw facts.
///
/// A file of criteria is refused also with `RuleError` codes (E-RUL-001 … E-RUL-015) for what is wrong with any file of
/// that kind: no YAML, an unknown or missing key, a date that is none. A parameter whose name ends in `_cents` holds
/// integer cents. Lines and columns count from 1; a place in a CSV file has `line` and `field`.
public struct AllocationError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: The file

        /// No percentage, or no weight. `file`, `line`, `column`, `path`, `found`, `expected`.
        case badPercentage = "E-ALC-001"
        /// A value of a measure is no number. `file`, `line`, `column` or `field`, `path`, `found`, `expected`.
        case badNumber = "E-ALC-002"
        /// A value is below zero. `file`, `line`, `column` or `field`, `path`, `found`.
        case negativeValue = "E-ALC-003"
        /// A value is given for an envelope that is not on the list of envelopes. `file`, `line`, `column` or `field`,
        /// `path`, `found`, `expected`; `nearest`.
        case unknownEnvelope = "E-ALC-004"
        /// Envelopes of the list have no value. `file`, `line`, `column`, `path`, `found`: their codes; `missing`: how many.
        case missingValues = "E-ALC-005"
        /// An envelope has two values. `file`, `line`, `column` or `field`, `path`, `found`.
        case repeatedEnvelope = "E-ALC-006"
        /// A CSV file has no such column: a measure that is not there. `file`, `line`, `column`, `path`, `found`,
        /// `expected`: those it has; `nearest`.
        case unknownColumn = "E-ALC-007"
        /// A row of a CSV file cannot be read. `file`, `line`, `field`, `cause`: the code that says why.
        case badRow = "E-ALC-008"
        /// The values of a measure sum to zero. `file`, `line`, `column`, `path`, `found`: the measure.
        case measureIsZero = "E-ALC-009"
        /// The weights sum to zero. `file`, `line`, `column`, `path`.
        case weightsAreZero = "E-ALC-010"
        /// Weights that are percentages do not sum to 100 %, or others stand among them. `file`, `line`, `column`,
        /// `path`, `found`: their sum.
        case weightsNotWhole = "E-ALC-011"
        /// The file has faults: nothing of it is taken. `file`, `problems`: how many.
        case fileRefused = "E-ALC-012"

        // MARK: The amount

        /// The amount to share out is not above zero. `amount_cents`.
        case amountNotPositive = "E-ALC-020"
        /// What an envelope must have at least is above what it may have at most. `envelope`; `least_cents`;
        /// `most_cents`; `bound`: `floor` or `guarantee`.
        case floorAboveCeiling = "E-ALC-021"
        /// Floors and guarantees together are above the amount. `least_cents`; `amount_cents`; `excess_cents`.
        case floorsAboveAmount = "E-ALC-022"
        /// Ceilings leave a part of the amount to no one. `most_cents`; `amount_cents`; `excess_cents`.
        case ceilingsBelowAmount = "E-ALC-023"
        /// A guarantee or a sum leaves 64 bits of cents. `envelope`.
        case tooLarge = "E-ALC-024"

        // MARK: The book

        /// The fund has no such allocation. `allocation`; `fund`.
        case unknownAllocation = "E-ALC-030"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

/// All that is wrong with one file of criteria and the files that it reads.
public struct CriteriaRefusal: Error {
    public let file: String
    /// In the order in which they were found, at least one: `AllocationError`, `RuleError`, `ImportError`, or what
    /// reading a file threw.
    public let problems: [any Error]
}
