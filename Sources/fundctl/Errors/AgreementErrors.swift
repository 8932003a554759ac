import EmployerServices

// The errors of agreements, participations and slips, as fundctl sees them.

extension AgreementError: CodedError {
    var errorCode: String { code.rawValue }
    /// Steps are named by the commands that take them: what one types next.
    var errorParameters: [String: String] {
        var named = parameters
        for name in ["open", "step"] {
            named[name] = parameters[name]?.split(separator: ", ").map { text in
                AgreementMove(rawValue: String(text))?.verb ?? String(text)
            }.joined(separator: ", ")
        }
        return named
    }
}

extension ParticipationError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}

extension SlipError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}
