/// What a report is refused with: a stable code and the raw facts.
public struct ReportError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// No envelope of the year has the attribute to group by. `attribute`, `fund`, `year`; `known`: those that some
        /// envelope has, `nearest` among them, both empty where there are none.
        case attributeUnknown = "E-RPT-001"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
