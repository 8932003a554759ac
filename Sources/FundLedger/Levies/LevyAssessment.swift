import ReferenceData

/// What an employer owes the FNF for a taxation year, with every step of the reckoning (D-8.3, ss. 3, 11 and 14).
public struct LevyAssessment: Sendable, Equatable {
    public enum Outcome: String, CaseIterable, Sendable {
        /// The payroll is not above the threshold.
        case belowThreshold = "below-threshold"
        /// A certificate is valid.
        case exempted
        /// What counts reaches 1 % of the payroll.
        case met
        /// It does not: the difference is owed.
        case owed
    }

    /// A step of the reckoning.
    public enum Step: String, CaseIterable, Sendable {
        case payroll
        case threshold
        /// 1 % of the payroll, rounded half-even to the cent.
        case participation
        case spending
        case help
        /// Spending less help; at least zero.
        case netSpending = "net-spending"
        case surplus = "surplus-brought"
        case yearBefore = "year-before"
        /// All that counts.
        case counted
        case levy
        case surplusForward = "surplus-forward"
    }

    public struct Line: Sendable, Equatable {
        public let step: Step
        /// Cents, never below zero.
        public let amount: Cents
        /// Of the article or the named default.
        public let citation: String
        public let mark: SourceMark
    }

    public let year: TaxationYear
    public let outcome: Outcome
    /// In the order of the reckoning.
    public let lines: [Line]
    public let levy: Cents
    /// What the next year may count; nil where no source says what becomes of it.
    public let surplusForward: Cents?
    /// By when the levy is paid.
    public let due: CalendarDate
    public let rate: Ratio
    /// The sources of what decided without an amount: certificate, payment day, a surplus outside.
    public let remarks: [Remark]

    public struct Remark: Sendable, Equatable {
        /// The name of the parameter.
        public let parameter: String
        public let citation: String
        public let mark: SourceMark
    }
}
