/// The two languages in which fundctl speaks.
///
/// The language is settled before anything is parsed, since help texts and usage errors are in it too.
enum Language: String, CaseIterable, Sendable {
    case fr
    case en

    /// The language of this run. `Main` binds it around everything (`Language.$current.withValue`); a task-local
    /// value is safe to read from any thread and lets tests in both languages run side by side.
    /// ArgumentParser builds its help from it each time a command type is looked at; all other texts are kept in
    /// both languages (`Message`) until the renderer asks for one.
    @TaskLocal static var current: Language = .en

    /// From `--lang`, then FUNDCTL_LANG, LC_ALL, LC_MESSAGES, LANG: the first that is set and not empty decides.
    /// French where it begins with `fr`, English otherwise. A `--lang` that is neither is left for the parser to refuse.
    static func resolve(arguments: [String], environment: (String) -> String?) -> Language {
        if let typed = ArgumentScan.value(of: "--lang", in: arguments), let language = Language(rawValue: typed) {
            return language
        }
        for name in ["FUNDCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment(name), !value.isEmpty else { continue }
            return value.lowercased().hasPrefix("fr") ? .fr : .en
        }
        return .en
    }
}

/// Looks at the typed words before they are parsed, for what must be known first: the language, and whether errors
/// are wanted as JSON.
enum ArgumentScan {
    /// The last value given to a long option, as `--name value` or `--name=value`, before any `--`.
    static func value(of option: String, in arguments: [String]) -> String? {
        var found: String?
        var index = 0
        while index < arguments.count, arguments[index] != "--" {
            let argument = arguments[index]
            if argument == option, index + 1 < arguments.count {
                index += 1
                found = arguments[index]
            } else if argument.hasPrefix(option + "=") {
                found = String(argument.dropFirst(option.count + 1))
            }
            index += 1
        }
        return found
    }
}
