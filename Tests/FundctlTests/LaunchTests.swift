import ArgumentParser
import Testing

@testable import fundctl

/// A command of the tests: every kind of argument, and an answer.
struct Sample: FundctlCommand {
    static let help = CommandHelp(
        "sample", summary: Message(fr: "Essaie", en: "Tries"), examples: [.init("fundctl test sample a")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    enum Size: String, ExpressibleByArgument, CaseIterable { case small, large }

    @Argument(help: .init(fr: "Un mot.", en: "A word.", value: ("mot", "word"))) var word: String
    @Option(help: .init(fr: "Une taille.", en: "A size.", value: ("taille", "size"))) var size: Size?
    @Option(help: .init(fr: "Un code.", en: "A code.", value: ("code", "code")), transform: Sample.refuse) var code: String?
    @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: .init(fr: "Un choix.", en: "A choice.")) var loud = true
    @Flag(help: .init(fr: "Demande.", en: "Asks.")) var ask = false
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    static func refuse(_ text: String) throws -> String {
        throw CommandLineError(.keyNameInvalid, ["name": text])
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        if ask { try call.prompter.confirm(Message(fr: "Vraiment", en: "Really"), option: "--no-ask") }
        return CommandResult(
            json: ["word": .string(word), "book": .string(call.bookPath), "keys": .string(call.keysFolder)],
            text: [.paragraph(Message(fr: "Mot : \(word)", en: "Word: \(word)"))],
            csv: CSVTable(columns: ["word"], rows: [[word]]), notes: [Message(fr: "Fini.", en: "Done.")],
            next: [.init(command: "fundctl test sample b", purpose: Message(fr: "continue", en: "goes on"))])
    }

    static let root = Noun(
        "fundctl", summary: Message(fr: "Tout", en: "All"), [],
        nouns: [Noun("test", summary: Message(fr: "Essais", en: "Tests"), [Sample.self])])
}

@Suite("A run")
struct LaunchTests {
    private func run(_ words: String, environment: [String: String] = [:], typed: [String] = [], terminal: Bool = false)
        -> (status: fundctl.ExitStatus, world: TestWorld)
    {
        let world = TestWorld(environment: environment, typed: typed, terminal: terminal)
        let arguments = words.split(separator: " ").map(String.init)
        return (Launch(arguments: arguments, edge: world.edge, root: Sample.root).run(), world)
    }

    @Test func theResultGoesToOutputAndTheTalkToTheOther() {
        let (status, world) = run("test sample x --lang fr --color never")
        #expect(status == .done)
        #expect(world.output.text == "Mot\u{A0}: x\n")
        #expect(
            world.talk.text
                == "Remarque\u{A0}: Fini.\nEnsuite\u{A0}:\n  fundctl test sample b  continue\n")
    }

    @Test func quietSilencesTheTalkButNotTheErrors() {
        #expect(run("test sample x --quiet").world.talk.text.isEmpty)
        #expect(run("test sample --quiet").world.talk.text.hasPrefix("E-CLI-005: "))
    }

    @Test func optionsMayStandBeforeTheNoun() {
        let (status, world) = run("--format json --book=b.book test --keys k sample x")
        #expect(status == .done)
        #expect(
            world.output.text
                == "{\n  \"schema\": \"fundctl/test-sample/v1\",\n  \"word\": \"x\",\n  \"book\": \"b.book\",\n  \"keys\": \"k\"\n}\n")
    }

    @Test func settingsComeFromTheEnvironmentWhereNoOptionIsGiven() {
        let (_, world) = run("test sample x --format json", environment: ["FUNDCTL_BOOK": "e.book", "HOME": "/h"])
        #expect(world.output.text.contains("\"book\": \"e.book\""))
        #expect(world.output.text.contains("\"keys\": \"/h/.config/fundctl/keys\""))
        let (_, other) = run("test sample x --format json", environment: ["XDG_CONFIG_HOME": "/x", "HOME": "/h"])
        #expect(other.output.text.contains("\"keys\": \"/x/fundctl/keys\""))
        #expect(other.output.text.contains("\"book\": \"fundctl.book\""))
    }

    /// Each sentence of ArgumentParser that a person can meet has words of ours.
    @Test(arguments: [
        ("test sample x --sizz small", "E-CLI-003", "--size"), ("test sample x -z", "E-CLI-003", "-z"),
        ("test sample x --size", "E-CLI-004", "--size <size>"), ("test sample", "E-CLI-005", "<word>"),
        ("test sample x y", "E-CLI-006", "y"), ("test sample x y z", "E-CLI-006", "y, z"),
        ("test sample x --size huge", "E-CLI-007", "small, large"), ("test sample x --wait soon", "E-CLI-007", "soon"),
        ("test sample x --wait=-1", "E-CLI-007", "-1"), ("test sample x --quiet=1", "E-CLI-008", "--quiet"),
        ("test sample x --loud --no-loud", "E-CLI-009", "--no-loud"), ("test sample x --format html", "E-CLI-011", "csv"),
        ("test sample x -o .", "E-CLI-013", "."), ("test sample x --code Q", "E-CLI-022", "Q"),
        ("test sample x --ask", "E-CLI-015", "--no-ask"), ("tset sample", "E-CLI-001", "fundctl test"),
        ("test smaple", "E-CLI-001", "fundctl test sample"), ("test", "E-CLI-002", "sample"),
        ("--boko x test sample", "E-CLI-003", "--book"), ("test sample x -qz", "E-CLI-003", "-q"),
    ])
    func usageIsRefusedInWordsOfOurOwn(words: String, code: String, told: String) {
        for language in Language.allCases {
            let (status, world) = run(words, environment: ["FUNDCTL_LANG": language.rawValue])
            #expect(status == .usage)
            #expect(world.output.text.isEmpty)
            #expect(world.talk.text.hasPrefix(code + ": "), "\(world.talk.text)")
            if language == .en { #expect(world.talk.text.contains(told), "\(world.talk.text)") }
            #expect(!world.talk.text.contains("?,") && !world.talk.text.contains("{"))
        }
    }

    @Test func anErrorIsAnObjectWhereJSONWasAskedFor() {
        let (_, world) = run("test sample --format json")
        #expect(
            world.output.text == """
                {
                  "schema": "fundctl/error/v1",
                  "code": "E-CLI-005",
                  "message": "\\"<word>\\" is missing from \\"fundctl test sample\\".",
                  "why": "The command can do nothing without it.",
                  "next": "\\"fundctl test sample --help\\" gives a whole example.",
                  "parameters": {
                    "argument": "<word>",
                    "command": "fundctl test sample"
                  }
                }

                """)
    }

    @Test func aQuestionIsAskedOnATerminalOnly() {
        #expect(run("test sample x --ask", typed: ["o"], terminal: true).status == .done)
        #expect(run("test sample x --ask", typed: ["n"], terminal: true).status == .cancelled)
        #expect(run("test sample x --ask", typed: [], terminal: true).status == .cancelled)
        #expect(run("test sample x --ask --no-input", typed: ["o"], terminal: true).status == .usage)
    }

    @Test func helpBeginsWithWhatItDoesAndAnExample() {
        for words in ["test sample --help", "help test sample", "test sample x -h", "--help test sample"] {
            let (status, world) = run(words, environment: ["FUNDCTL_LANG": "fr"])
            #expect(status == .done)
            #expect(world.output.text.hasPrefix("Essaie.\n\nExemple\n  fundctl test sample a\n\nUtilisation\n"))
            for left in ["OVERVIEW", "USAGE", "Show help", "default:", "values:"] {
                #expect(!world.output.text.contains(left))
            }
        }
    }

    @Test func theOptionsBeforeTheNounAreThoseOfTheGroup() {
        let arguments = ToolInfo.arguments(of: Sample.self)
        var names: [String: Bool] = [:]
        for argument in arguments where !argument.isPositional {
            for name in argument.names ?? [] { names[name.typed] = argument.kind == "option" }
        }
        let own = ["--size", "--code", "--loud", "--no-loud", "--ask", "--dry-run", "--idempotency-key", "--help", "-h"]
        #expect(names.filter { !own.contains($0.key) } == GlobalOptions.names)
    }

    @Test func colourFollowsTheOptionThenTheEnvironment() {
        let edge = TestWorld(environment: ["NO_COLOR": "1"]).edge
        #expect(ShellTalk.isColoured(.always, isTerminal: false, edge))
        #expect(!ShellTalk.isColoured(.auto, isTerminal: true, edge))
        #expect(!ShellTalk.isColoured(.auto, isTerminal: true, TestWorld(environment: ["TERM": "dumb"]).edge))
        #expect(ShellTalk.isColoured(.auto, isTerminal: true, TestWorld().edge))
        #expect(!ShellTalk.isColoured(.never, isTerminal: true, TestWorld().edge))
    }

    @Test func testSettingsSettleTheWorldAndAreSaid() {
        let world = TestWorld(environment: ["FUNDCTL_TEST_NOW": "2027-01-02T03:04:05Z", "FUNDCTL_TEST_SEED": "s"])
        let launch = Launch(arguments: ["--version"], edge: world.edge, root: Sample.root)
        #expect(launch.edge.clock.now() == "2027-01-02T03:04:05Z")
        #expect(launch.edge.clock.today() == "2027-01-02")
        let again = Launch(arguments: [], edge: world.edge, root: Sample.root)
        let bytes = launch.edge.randomBytes(40)
        #expect(bytes.count == 40 && bytes == again.edge.randomBytes(40))
        #expect(bytes != again.edge.randomBytes(40))
        #expect(launch.run() == .done)
        #expect(world.talk.text.hasPrefix("Note: test clock"))
        #expect(run("--version", environment: ["FUNDCTL_TEST_NOW": "hier"]).status == .usage)
    }
}
