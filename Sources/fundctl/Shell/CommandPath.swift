/// Walks the typed words down the tree of nouns: which command is meant, and what is left for its parser.
struct CommandPath {
    enum Target {
        case command(any FundctlCommand.Type, arguments: [String])
        case help(HelpSubject)
        case version
    }
    enum HelpSubject {
        case command(any FundctlCommand.Type)
        case noun(Noun)
    }

    let target: Target
    /// The words of the path, without `fundctl`.
    let words: [String]

    static let helpWords: Set<String> = ["--help", "-h"]

    /// Options of `GlobalOptions` may stand before the noun and the verb; they are handed to the command's parser.
    init(_ arguments: [String], in root: Noun) throws {
        var walk = Walk(arguments: arguments, noun: root)
        while let noun = walk.noun {
            guard let word = walk.take() else {
                if walk.wantsHelp || noun.name == root.name {
                    self.init(target: .help(.noun(noun)), words: walk.words)
                    return
                }
                throw CommandPath.missingVerb(noun, walk.words)
            }
            if CommandPath.helpWords.contains(word) {
                walk.wantsHelp = true
            } else if word == "--version", walk.words.isEmpty {
                self.init(target: .version, words: [])
                return
            } else if word.hasPrefix("-"), word.utf8.count > 1 {
                try walk.moveOption(word)
            } else if word == "help", walk.words.isEmpty {
                walk.wantsHelp = true
            } else if !walk.descend(to: word) {
                throw CommandPath.unknown(word, in: noun, walk.words)
            }
        }
        guard let command = walk.command else { throw CommandPath.missingVerb(root, []) }
        let rest = walk.moved + walk.rest
        if walk.wantsHelp || rest.prefix(while: { $0 != "--" }).contains(where: CommandPath.helpWords.contains) {
            self.init(target: .help(.command(command)), words: walk.words)
        } else {
            self.init(target: .command(command, arguments: rest), words: walk.words)
        }
    }

    private init(target: Target, words: [String]) {
        self.target = target
        self.words = words
    }

    private struct Walk {
        let arguments: [String]
        var index = 0
        var noun: Noun?
        var command: (any FundctlCommand.Type)?
        var words: [String] = []
        var moved: [String] = []
        var wantsHelp = false

        init(arguments: [String], noun: Noun) {
            self.arguments = arguments
            self.noun = noun
        }

        var rest: ArraySlice<String> { arguments[index...] }

        mutating func take() -> String? {
            guard index < arguments.count else { return nil }
            defer { index += 1 }
            return arguments[index]
        }

        mutating func moveOption(_ word: String) throws {
            let name = String(word.prefix { $0 != "=" })
            guard let takesValue = GlobalOptions.names[name] else {
                throw CommandPath.unknownOption(name, words)
            }
            moved.append(word)
            if takesValue, word == name, let value = take() { moved.append(value) }
        }

        mutating func descend(to word: String) -> Bool {
            guard let child = noun?.child(named: word) else { return false }
            words.append(word)
            switch child {
            case .noun(let inner): noun = inner
            case .command(let type):
                noun = nil
                command = type
            }
            return true
        }
    }

    private static func missingVerb(_ noun: Noun, _ words: [String]) -> CommandLineError {
        let verbs = noun.children.map(\.name).joined(separator: ", ")
        return CommandLineError(.missingVerb, ["parent": line(words), "verbs": verbs])
    }

    private static func unknown(_ word: String, in noun: Noun, _ words: [String]) -> CommandLineError {
        var parameters = ["word": word, "parent": line(words)]
        parameters["suggestion"] = NearestWord.to(word, among: noun.children.map(\.name)).map { line(words + [$0]) }
        return CommandLineError(.unknownCommand, parameters)
    }

    private static func unknownOption(_ name: String, _ words: [String]) -> CommandLineError {
        var parameters = ["option": name, "command": line(words)]
        let known = Array(GlobalOptions.names.keys) + ["--help", "--version"]
        parameters["suggestion"] = NearestWord.to(name, among: known.sorted())
        return CommandLineError(.unknownOption, parameters)
    }

    static func line(_ words: [String]) -> String { (["fundctl"] + words).joined(separator: " ") }
}
