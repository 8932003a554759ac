/// What is wrong with one row. Problems are gathered, up to a stated number, and the whole import refused.
public struct RowProblem: Sendable, Equatable {
    /// The line of the file where the row begins; the header is line 1.
    public let line: Int
    /// The column or field meant, if one is.
    public let field: String?
    /// A stable code: of `ImportError.Code`, or of the library that judged the item (E-JRN…, E-ACC…).
    public let code: String
    public let parameters: [String: String]

    public init(line: Int, field: String?, code: String, parameters: [String: String] = [:]) {
        self.line = line
        self.field = field
        self.code = code
        self.parameters = parameters
    }

    init(_ code: ImportError.Code, line: Int, field: String?, _ parameters: [String: String] = [:]) {
        self.init(line: line, field: field, code: code.rawValue, parameters: parameters)
    }

    func advising(_ advice: String) -> RowProblem {
        RowProblem(
            line: line, field: field, code: code, parameters: parameters.merging(["advice": advice]) { _, new in new })
    }
}
