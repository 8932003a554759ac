/// What goes wrong with a command of the user's own that fundctl runs.
struct OutsideCommandError: CodedError, Equatable {
    enum Code: String, CaseIterable, Sendable {
        /// The shell cannot be started. `errno`.
        case notStarted = "E-RUN-001"
        /// It ended with a status other than 0. `command`; `status`.
        case failed = "E-RUN-002"
        /// A signal ended it. `command`; `signal`: its number.
        case killed = "E-RUN-003"
        /// It ended well and printed nothing. `command`.
        case silent = "E-RUN-004"
        /// It printed more than is taken, and was stopped. `command`; `limit_bytes`.
        case tooMuch = "E-RUN-005"
        /// It did not end in time, and was stopped. `command`; `limit_ms`.
        case tooLong = "E-RUN-006"
    }

    let code: Code
    let parameters: [String: String]

    init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}
