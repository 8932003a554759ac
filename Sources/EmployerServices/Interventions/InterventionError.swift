import AuditTrail

/// What interventions are refused with: a stable code and the raw facts.
public struct InterventionError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// No intervention has that number. `intervention`.
        case interventionUnknown = "E-ITV-001"
        /// An intervention takes the next number of its fiscal year. `found`; `expected`.
        case interventionNumber = "E-ITV-002"
        /// An intervention ends on the day it begins or later. `intervention`; `begins`; `ends`.
        case interventionDates = "E-ITV-003"
        /// An end stands without a result, or the other way. `intervention`.
        case interventionHalfEnded = "E-ITV-004"
        /// The intervention has ended before. `intervention`; `ends`.
        case interventionEnded = "E-ITV-005"
        /// The intervention was annulled. `intervention`; `record`: the one that annulled it.
        case interventionAnnulled = "E-ITV-006"
        /// Contributions sum to more than an amount can be. `intervention`.
        case contributionsOverflow = "E-ITV-007"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
