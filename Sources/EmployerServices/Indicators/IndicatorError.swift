import AuditTrail

/// What indicators, targets, explanations and published months are refused with: a stable code and the raw facts.
public struct IndicatorError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: Definitions

        /// No definition of that indicator counts for the year. `indicator`; `year`; `nearest`: an indicator like it, or
        /// empty.
        case definitionMissing = "E-IND-001"
        /// A definition has another version than the next. `indicator`; `found`; `expected`.
        case versionOrder = "E-IND-002"
        /// A definition counts from an earlier year than the version before. `indicator`; `from`; `last`.
        case fromBefore = "E-IND-003"
        /// What is counted is a whole number without decimals; what is a cost, cents. `indicator`; `method`; `unit`;
        /// `decimals`.
        case unitOfMethod = "E-IND-004"
        /// A method needs a parameter that the definition does not have. `indicator`; `method`; `parameter`.
        case parameterMissing = "E-IND-005"
        /// A method has no such parameter. `indicator`; `method`; `parameter`; `expected`: those that it has.
        case parameterUnknown = "E-IND-006"
        /// The value of a parameter is not one that it may have. `indicator`; `parameter`; `found`; `expected`.
        case parameterValue = "E-IND-007"
        /// A cost is of an indicator that is counted. `indicator`; `count`.
        case costOfNothing = "E-IND-008"
        /// An indicator is defined anew for a year of which something stands. `indicator`; `from`; `year`: that one; `cause`:
        /// `figure`, `target` or `month`, of `record`.
        case yearBegun = "E-IND-009"

        // MARK: Figures that are entered

        /// The figure is counted from the records: nobody enters it. `indicator`; `method`.
        case figureComputed = "E-IND-010"
        /// The figure has another number of decimals than its definition or target. `indicator`; `found`; `expected`.
        case decimals = "E-IND-011"
        /// The month is not of the year. `month`; `year`.
        case monthOfOtherYear = "E-IND-012"
        /// The figure was entered before: another one needs a reason. `indicator`; `year`; `month`: or empty; `level`;
        /// `record`: the one that entered it.
        case reasonMissing = "E-IND-013"
        /// The figure was never entered: there is nothing that a reason would change. `indicator`; `year`; `month`: or
        /// empty; `level`.
        case reasonUnneeded = "E-IND-014"

        // MARK: Targets

        /// The definition of the year has no targets. `indicator`; `year`.
        case notTargeted = "E-IND-020"
        /// A target stands already. `indicator`; `year`; `level`; `record`: the one that set it.
        case targetKnown = "E-IND-021"
        /// No target stands. `indicator`; `year`; `level`.
        case targetMissing = "E-IND-022"
        /// A target counts for one year, or to the last of at most five. `year`; `through`; `limit`: the years.
        case targetYears = "E-IND-023"
        /// Targets are revised once, in September. `indicator`; `year`; `date`; `from`, `to`: the first and last day.
        case revisionOutsideSeptember = "E-IND-024"
        /// The target was revised already. `indicator`; `year`; `level`; `record`: the revision.
        case revisedAlready = "E-IND-025"
        /// A revision is entered after its September. `indicator`; `year`; `level`; `day`: of the entry; `to`: the last.
        case revisionEnteredLate = "E-IND-026"
        /// A target is set after its year. `indicator`; `year`; `level`; `day`: of the entry; `last`: of the year.
        case targetLate = "E-IND-027"
        /// A revision after two persons have set the target otherwise. `indicator`; `year`; `level`.
        case overriddenAlready = "E-IND-028"

        // MARK: Published months

        /// A month is published once it is over. `month`; `day`: the day of the seal; `last`: the last of the month.
        case monthNotOver = "E-IND-030"
        /// Months of a year are published in order, each once. `month`; `expected`: the next one, or empty where the year is
        /// whole.
        case monthOrder = "E-IND-031"
        /// A published figure is not what the records give. `month`; `indicator`; `level`; `found`; `expected`.
        case figureDiffers = "E-IND-032"
        /// More figures than a publication can hold. `month`; `found`; `limit`.
        case tooManyFigures = "E-IND-033"

        // MARK: What is asked for

        /// What is asked for belongs to counted indicators alone: this one is entered, nothing lies behind it. `indicator`;
        /// `method`.
        case notComputed = "E-IND-040"
        /// A text is too long, or empty. `part`; `bytes`; `limit`.
        case textLength = "E-IND-041"
        /// A figure is not a number with so many decimals. `found`; `decimals`.
        case valueMalformed = "E-IND-042"
    }

    public let code: Code
    /// Raw values, by the names that the code's comment gives.
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
