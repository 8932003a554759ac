import AuditTrail

/// What sector committees are refused with: a stable code and the raw facts.
public struct CommitteeError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The seat is filled. `committee`; `seat`.
        case seatFilled = "E-CSM-001"
        /// The seat is not filled. `committee`; `seat`.
        case seatEmpty = "E-CSM-002"
        /// An observer does not chair. `committee`; `seat`.
        case chairObserver = "E-CSM-003"
        /// The side has its chair already. `committee`; `side`; `seat`: the one that has it.
        case chairTaken = "E-CSM-004"
        /// The day is before that of the seat's record before. `committee`; `seat`; `date`; `last`.
        case seatDateOrder = "E-CSM-005"
        /// An activity that has a report stays in the plan. `committee`; `year`; `activity`.
        case activityReported = "E-CSM-006"
        /// The year's plan has no such activity. `committee`; `year`; `activity`; `nearest`: one like it, or empty.
        case activityUnknown = "E-CSM-007"
        /// The activity is done or abandoned. `committee`; `year`; `activity`; `state`.
        case activityFinished = "E-CSM-008"
        /// The grant funds the committee already. `committee`; `grant`.
        case grantKnown = "E-CSM-009"
        /// The committee that would be added is known. `committee`; `name`: as it stands.
        case committeeKnown = "E-CSM-010"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
