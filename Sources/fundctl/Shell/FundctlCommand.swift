import ArgumentParser

/// A command: a verb with its arguments, and what it does. It prints nothing: it returns a `CommandResult` or throws a
/// `CodedError`.
protocol FundctlCommand: ParsableCommand {
    /// The page that `--help` shows.
    static var help: CommandHelp { get }
    /// What `--format` may ask of it. JSON and text by default.
    static var formats: Set<OutputFormat> { get }
    /// True where `-o` names what the command itself writes (a bundle's folder, a proof) rather than a file for the
    /// result that it prints.
    static var outputIsOwn: Bool { get }
    var global: GlobalOptions { get }

    func perform(_ call: Invocation) throws -> CommandResult
}

extension FundctlCommand {
    static var formats: Set<OutputFormat> { [.text, .json] }
    static var outputIsOwn: Bool { false }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: help.verb, abstract: help.summary.text(in: Language.current))
    }
}

/// A command's help: what it does in a line, examples first, then details.
struct CommandHelp: Sendable {
    struct Example: Sendable {
        let command: String
        let purpose: Message?

        init(_ command: String, _ purpose: Message? = nil) {
            self.command = command
            self.purpose = purpose
        }
    }

    let verb: String
    /// One line, without a final stop.
    let summary: Message
    let examples: [Example]
    /// Paragraphs.
    let details: [Message]

    init(_ verb: String, summary: Message, examples: [Example], details: [Message] = []) {
        self.verb = verb
        self.summary = summary
        self.examples = examples
        self.details = details
    }
}

/// A noun and what can be done with it. The whole command is the noun of all: `CommandTree.root`.
struct Noun: Sendable {
    enum Child: Sendable {
        case command(any FundctlCommand.Type)
        case noun(Noun)

        var name: String {
            switch self {
            case .command(let type): type.help.verb
            case .noun(let noun): noun.name
            }
        }

        var summary: Message {
            switch self {
            case .command(let type): type.help.summary
            case .noun(let noun): noun.summary
            }
        }
    }

    let name: String
    /// One line, without a final stop.
    let summary: Message
    let children: [Child]

    init(_ name: String, summary: Message, _ commands: [any FundctlCommand.Type], nouns: [Noun] = []) {
        self.name = name
        self.summary = summary
        children = commands.map(Child.command) + nouns.map(Child.noun)
    }

    func child(named name: String) -> Child? { children.first { $0.name == name } }
}
