import ArgumentParser

/// One run: finds the command, parses its arguments, performs it, shows the result or the error. Never throws.
struct Launch {
    let edge: Edge
    let root: Noun
    private let language: Language
    private let arguments: [String]
    /// A test setting that means nothing, said once there is a language to say it in.
    private let invalidSetting: (any Error)?

    init(arguments: [String], edge: Edge, root: Noun = CommandTree.root) {
        self.arguments = arguments
        var settled = edge
        do {
            try settled.applyTestSettings()
            invalidSetting = nil
        } catch {
            invalidSetting = error
        }
        self.edge = settled
        self.root = root
        language = Language.resolve(arguments: arguments, environment: edge.environment)
    }

    func run() -> ExitStatus {
        Language.$current.withValue(language) {
            do {
                if let invalidSetting { throw invalidSetting }
                return try perform()
            } catch {
                return report(error)
            }
        }
    }

    private func perform() throws -> ExitStatus {
        if edge.isTest { edge.talk.write(ShellTalk.remark(ShellTexts.testSettings, in: language)) }
        // Bytes that are not UTF-8 reach the program repaired: what nobody typed must not be kept for ever.
        if let argument = arguments.first(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
            throw CommandLineError(.argumentNotUTF8, ["argument": argument])
        }
        let path = try CommandPath(arguments, in: root)
        switch path.target {
        case .version:
            edge.output.write("fundctl \(Version.number)\n")
            return .done
        case .help(let subject):
            edge.output.write(help(subject, words: path.words))
            return .done
        case .command(let type, let arguments):
            let command = try parse(type, arguments, words: path.words)
            return try perform(command, type, words: path.words)
        }
    }

    private func parse(
        _ type: any FundctlCommand.Type, _ arguments: [String], words: [String]
    ) throws -> any FundctlCommand {
        do {
            let parsed = try type.parseAsRoot(arguments)
            guard let command = parsed as? any FundctlCommand else {
                throw CommandLineError(.unexpected, ["detail": CommandPath.line(words)])
            }
            return command
        } catch {
            throw UsageTranslation.translate(error, type, words: words)
        }
    }

    private func perform(
        _ command: any FundctlCommand, _ type: any FundctlCommand.Type, words: [String]
    ) throws -> ExitStatus {
        let options = command.global
        try check(options, type, words: words)
        let call = Invocation(edge: edge, language: language, global: options, path: words)
        let result = try command.perform(call)
        let renderer = Renderer(
            edge: edge, language: language, options: options, path: words, outputIsOwn: type.outputIsOwn)
        try renderer.show(result)
        return result.exit
    }

    /// What can be refused before anything is done.
    private func check(_ options: GlobalOptions, _ type: any FundctlCommand.Type, words: [String]) throws {
        guard type.formats.contains(options.format) else {
            let offered = OutputFormat.allCases.filter(type.formats.contains).map(\.rawValue)
            throw CommandLineError(
                .formatNotOffered,
                [
                    "format": options.format.rawValue, "command": CommandPath.line(words),
                    "formats": offered.joined(separator: ", "),
                ])
        }
        guard (0...86_400).contains(options.wait) else {
            throw CommandLineError(
                .invalidValue, ["value": String(options.wait), "option": "--wait", "choices": "0–86400"])
        }
        if let output = options.output, output != "-", !type.outputIsOwn, OutputFile.isFolder(output) {
            throw CommandLineError(.outputIsFolder, ["path": output])
        }
    }

    private func help(_ subject: CommandPath.HelpSubject, words: [String]) -> String {
        let style = Style(isColoured: ShellTalk.isColoured(colour, isTerminal: edge.terminal.isOutput, edge))
        let columns = min(100, max(60, edge.terminal.columns ?? 80))
        let page = HelpPage(language: language, columns: columns, style: style)
        switch subject {
        case .command(let type): return page.page(type, words: words)
        case .noun(let noun): return page.page(noun, words: words)
        }
    }

    private var colour: ColorChoice {
        ArgumentScan.value(of: "--color", in: arguments).flatMap(ColorChoice.init) ?? .auto
    }

    private func report(_ error: any Error) -> ExitStatus {
        let coded = error as? any CodedError ?? CommandLineError(.unexpected, ["detail": String(describing: error)])
        let report = ErrorReport(error: coded, language: language)
        if ArgumentScan.value(of: "--format", in: arguments) == OutputFormat.json.rawValue {
            edge.output.write(report.json.text)
        }
        let isColoured = ShellTalk.isColoured(colour, isTerminal: edge.terminal.isTalk, edge)
        edge.talk.write(report.text(style: Style(isColoured: isColoured)))
        return ErrorCatalogue.exitStatus(of: coded.errorCode)
    }
}
