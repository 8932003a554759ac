import AuditTrail

/// What a record is refused with whose writer does not hold its scope.
public struct ScopeError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The person holds the role, but neither the region nor the committee that the record concerns. `person`; `kind`;
        /// `needed`: what would do; `held`: the scopes held.
        case scopeMissing = "E-SCP-001"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .authorship }
}
