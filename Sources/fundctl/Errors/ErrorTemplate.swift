import ReferenceData

/// Fills the `{parameter}` places of an error's words.
enum ErrorTemplate {
    /// `code`: of the error, whose parameters may be codes of the ledger with words of their own (`ErrorWords`).
    static func fill(
        _ template: String, _ parameters: [String: String], code: String = "", in language: Language
    ) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstRange(of: "[?") {
            result += fillPlaces(rest[..<open.lowerBound], parameters, code, in: language).text
            rest = rest[open.upperBound...]
            guard let close = rest.firstIndex(of: "]") else { break }
            let part = fillPlaces(rest[..<close], parameters, code, in: language)
            if part.isComplete { result += part.text }
            rest = rest[rest.index(after: close)...]
        }
        return result + fillPlaces(rest, parameters, code, in: language).text
    }

    /// The names used by a template, for the catalogue's test.
    static func places(in template: String) -> Set<String> {
        var names: Set<String> = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    /// Those that stand in parts between `[?` and `]` alone.
    static func optionalPlaces(in template: String) -> Set<String> {
        var (inside, outside) = (Set<String>(), "")
        var rest = template[...]
        while let open = rest.firstRange(of: "[?"), let close = rest[open.upperBound...].firstIndex(of: "]") {
            outside += rest[..<open.lowerBound]
            inside.formUnion(places(in: String(rest[open.upperBound..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return inside.subtracting(places(in: outside + rest))
    }

    private static func fillPlaces(
        _ template: Substring, _ parameters: [String: String], _ code: String, in language: Language
    ) -> (text: String, isComplete: Bool) {
        // Typography first, on the words alone: what is put in stays as it is.
        var rest = Typographer.set(String(template), in: language)[...]
        var text = ""
        var isComplete = true
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            // An empty value says that there is none.
            let value = parameters[name] ?? "?"
            if parameters[name] == nil || value.isEmpty { isComplete = false }
            text += ErrorWords.word(value, of: name, code: code)?.text(in: language) ?? shown(value, of: name, in: language)
            rest = rest[rest.index(after: close)...]
        }
        return (text + rest, isComplete)
    }

    /// A parameter for people: cents as money; a fund as people write it; an error number as the system's words; control
    /// and direction characters, which a hostile file could use to repaint the terminal, as `\u{…}`.
    private static func shown(_ value: String, of name: String, in language: Language) -> String {
        if name.hasSuffix("_cents"), let cents = Int64(value) { return MoneyFormat.text(cents: cents, in: language) }
        if name == "fund" || name == "other", let fund = FundCode(rawValue: value) { return fund.idPrefix }
        if name == "errno", let number = Int32(value) { return SystemReason.text(number, in: language) }
        return Visible.text(value)
    }
}

/// Makes text from outside safe to show.
enum Visible {
    static func text(_ value: String) -> String {
        guard value.unicodeScalars.contains(where: isHidden) else { return value }
        return value.unicodeScalars.reduce(into: "") { text, scalar in
            if isHidden(scalar) {
                text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
