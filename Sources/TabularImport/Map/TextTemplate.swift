/// A text with columns in it: `"{Title} – {Recipient Org:Name}"`; `{{` and `}}` are braces.
///
/// Blank columns leave no stray separators: text between two columns is written only when something
/// stands on both sides, text before the first column goes with the first, text after the last with the last.
struct TextTemplate: Sendable, Equatable {
    struct Part: Sendable, Equatable {
        /// The text before the column.
        let before: String
        let column: String
    }
    let parts: [Part]
    /// The text after the last column.
    let after: String

    var columns: [String] { parts.map(\.column) }

    /// Nil if braces do not pair, a name is empty, or there is no column at all.
    init?(_ text: String) {
        var parts: [Part] = []
        var literal = ""
        var name: String?
        var scalars = text.unicodeScalars.makeIterator()
        var ahead = scalars.next()
        while let scalar = ahead {
            ahead = scalars.next()
            if scalar == "{" || scalar == "}", ahead == scalar, name == nil {
                literal.unicodeScalars.append(scalar)
                ahead = scalars.next()
            } else if scalar == "{" {
                guard name == nil else { return nil }
                name = ""
            } else if scalar == "}" {
                guard let column = name, !column.isEmpty else { return nil }
                parts.append(Part(before: literal, column: column))
                (literal, name) = ("", nil)
            } else if name != nil {
                name?.unicodeScalars.append(scalar)
            } else {
                literal.unicodeScalars.append(scalar)
            }
        }
        guard name == nil, !parts.isEmpty else { return nil }
        self.parts = parts
        after = literal
    }

    /// The template as it would be typed.
    var source: String {
        func escaped(_ literal: String) -> String {
            literal.split(separator: "{", omittingEmptySubsequences: false).joined(separator: "{{")
                .split(separator: "}", omittingEmptySubsequences: false).joined(separator: "}}")
        }
        return parts.map { "\(escaped($0.before)){\($0.column)}" }.joined() + escaped(after)
    }
}
