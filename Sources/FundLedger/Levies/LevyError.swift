/// What a levy, an earmark or a fee is refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents in decimal.
public struct LevyError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: What an employer owes

        /// No threshold of payroll is known for so early a year. `year`; `first`: the first year that has one.
        case yearUnknown = "E-LEV-001"
        /// An amount of the declaration is below zero. `item`: the code of its line; `amount_cents`.
        case itemNegative = "E-LEV-002"
        /// An employer newly above the threshold cannot have a surplus from before. `surplus_cents`.
        case surplusInFirstYear = "E-LEV-003"
        /// No certificate could be held so early a year. `year`; `first`: the first year that has one.
        case certificateTooEarly = "E-LEV-004"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
