import ArgumentParser

/// Turns what ArgumentParser refuses into our own coded errors. Its error type is closed, its messages are fixed
/// English sentences (the version is pinned; a test goes through each of them).
enum UsageTranslation {
    static func translate(_ error: any Error, _ command: any FundctlCommand.Type, words: [String]) -> any CodedError {
        if let coded = coded(in: error, depth: 0) { return coded }
        let line = CommandPath.line(words)
        let message = command.message(for: error)
        for rule in rules {
            guard let parts = match(rule.pattern, message) else { continue }
            var parameters = ["command": line]
            for (name, part) in zip(rule.names, parts) where !name.isEmpty && !part.isEmpty { parameters[name] = part }
            return CommandLineError(rule.code, parameters)
        }
        return CommandLineError(.otherUsage, ["command": line, "detail": message])
    }

    /// In order; `*` stands for anything, and each gives the parameter at its place.
    private static let rules: [(pattern: String, code: CommandLineError.Code, names: [String])] = [
        ("Unknown option '*'. Did you mean '*'?", .unknownOption, ["option", "suggestion"]),
        ("Unknown option '*'\n*", .unknownOption, ["option"]),
        ("Unknown option '*'", .unknownOption, ["option"]),
        ("Invalid option: *", .unknownOption, ["option"]),
        ("Missing value for '*'", .missingValue, ["option"]),
        ("Missing expected argument '*'", .missingArgument, ["argument"]),
        ("Missing one of: '*'", .missingArgument, ["argument"]),
        ("Unexpected argument '*'", .unexpectedArgument, ["argument"]),
        ("* unexpected arguments: '*'", .unexpectedArgument, ["", "argument"]),
        ("The option '*' does not take any value, but '*' was specified.", .valueNotTaken, ["option", "value"]),
        ("Value to be set with flag '*' had already been set with flag '*'", .exclusiveOptions, ["option", "other"]),
        ("The value '*' is invalid for '*'. Please provide one of *.", .invalidValue, ["value", "option", "choices"]),
        ("The value '*' is invalid for '*'*", .invalidValue, ["value", "option"]),
    ]

    /// What stands at each `*`: the shortest that lets the rest match; nil where the message has another form.
    static func match(_ pattern: String, _ message: String) -> [String]? {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        var rest = message[...]
        guard let first = pieces.first, rest.hasPrefix(first) else { return nil }
        rest = rest.dropFirst(first.count)
        var parts: [String] = []
        for (index, piece) in pieces.enumerated().dropFirst() {
            if index == pieces.count - 1 {
                guard rest.hasSuffix(piece) else { return nil }
                parts.append(clean(rest.dropLast(piece.count)))
                return parts
            }
            guard let found = rest.firstRange(of: piece) else { return nil }
            parts.append(clean(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return rest.isEmpty ? parts : nil
    }

    /// `'a', 'b' or 'c'` becomes `a, b, c`.
    private static func clean(_ part: Substring) -> String {
        var text = String(part)
        for (found, put) in [("' or '", "', '"), ("' and '", "', '"), ("', '", ", ")] {
            text = text.split(separator: found, omittingEmptySubsequences: false).joined(separator: put)
        }
        if text.hasPrefix("'") { text.removeFirst() }
        if text.hasSuffix("'") { text.removeLast() }
        return text
    }

    /// A coded error that a `transform:` or `validate()` threw, wrapped by the parser in types that are closed to us.
    private static func coded(in value: Any, depth: Int) -> (any CodedError)? {
        if let coded = value as? any CodedError { return coded }
        guard depth < 6 else { return nil }
        for child in Mirror(reflecting: value).children {
            if child.label == "commandStack" { continue }
            if let found = coded(in: child.value, depth: depth + 1) { return found }
        }
        return nil
    }
}
