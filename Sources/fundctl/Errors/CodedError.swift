/// An error with a stable code, as every library of the project throws. Its words lie in `ErrorCatalogue`.
protocol CodedError: Error {
    /// `E-JRN-004`.
    var errorCode: String { get }
    /// Raw values; a name that ends in `_cents` holds integer cents and is shown as money.
    var errorParameters: [String: String] { get }
    /// Where one failure has many causes (the bad rows of an import): each of them.
    var errorDetails: [any CodedError] { get }
    /// How many causes there are: more than `errorDetails` where not all were kept.
    var errorDetailCount: Int { get }
    /// Where in a file, shown before the words.
    var errorPlace: ErrorPlace? { get }
}

extension CodedError {
    var errorDetails: [any CodedError] { [] }
    var errorDetailCount: Int { errorDetails.count }
    var errorPlace: ErrorPlace? { nil }
}

/// A place in a file that a person can go to.
struct ErrorPlace {
    private let parts: [Message]
    /// For JSON: the row's line and its field.
    let members: [(name: String, value: JSONValue)]

    /// From the parameters `file`, `line`, and `field` of a row, or `column` of a map, of rules or of criteria,
    /// where the column is a position.
    init?(code: String, _ parameters: [String: String]) {
        var parts: [Message] = []
        if let file = parameters["file"] { parts.append(.verbatim(Visible.text(file))) }
        if let line = parameters["line"] { parts.append(Message(fr: "ligne \(line)", en: "line \(line)")) }
        let hasPosition = code.hasPrefix("E-MAP") || code.hasPrefix("E-RUL") || code.hasPrefix("E-ALC")
        if hasPosition, let column = parameters["column"] {
            parts.append(Message(fr: "colonne \(column)", en: "column \(column)"))
        } else if let field = parameters["field"] {
            let shown = Visible.text(field)
            parts.append(Message(fr: "champ « \(shown) »", en: "field \"\(shown)\""))
        }
        guard !parts.isEmpty else { return nil }
        members = ["line", "field"].compactMap { name in
            parameters[name].map { (name: name, value: Int64($0).map(JSONValue.integer) ?? .string($0)) }
        }
        self.parts = parts
    }

    func text(in language: Language) -> String {
        let text = parts.map { $0.text(in: language) }.joined(separator: ", ")
        return parts.first?.fr.pieces.first == .words("ligne ") ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
}
