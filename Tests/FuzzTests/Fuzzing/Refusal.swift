import AuditTrail
import TabularImport

/// What a parser says no with: a code, and parameters that people are shown.
struct Refusal: Equatable {
    let code: String
    let parameters: [String: String]

    /// Nil for an error that has no code of ours.
    init?(_ error: any Error) {
        switch error {
        case let error as AuditError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as WitnessError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as TimeStampError: (code, parameters) = (error.code.rawValue, error.parameters)
        case let error as ImportError: (code, parameters) = (error.code.rawValue, error.parameters)
        default: return nil
        }
    }

    /// The bytes that the parameters take.
    var size: Int { parameters.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count } }
}
