import EmployerServices

extension IndicatorError: CodedError {
    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}
