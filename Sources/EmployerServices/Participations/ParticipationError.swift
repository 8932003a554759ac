import AuditTrail

/// What a participation is refused with: a stable code and the raw facts.
public struct ParticipationError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// No participation has that id. `participation`.
        case participationUnknown = "E-PAR-001"
        /// It is not the next of its fiscal year. `participation`; `expected`.
        case notNext = "E-PAR-002"
        /// It has ended already. `participation`; `ended`: the day.
        case ended = "E-PAR-003"
        /// It is annulled. `participation`.
        case annulled = "E-PAR-004"
        /// It would end before it starts. `participation`; `date`; `started`.
        case dateBefore = "E-PAR-005"
        /// A text is too short or too long. `participation`; `part`; `bytes`; `limit`.
        case textLength = "E-PAR-006"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension ParticipationError: VerdictError {
    public var verdict: VerdictName { .figures }
}
