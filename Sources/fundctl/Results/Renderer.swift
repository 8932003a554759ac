/// Shows a result in the asked-for form: the result on standard output or in `-o FILE`, the talk on standard error.
struct Renderer {
    let edge: Edge
    let language: Language
    let options: GlobalOptions
    let path: [String]
    /// Where `-o` is the command's own affair.
    let outputIsOwn: Bool

    func show(_ result: CommandResult) throws {
        var result = result
        let target = outputIsOwn || options.output == "-" ? nil : options.output
        if let stream = result.stream {
            result.notes += try write(stream, to: target)
        } else if let target {
            try OutputFile.write(bytes(of: result, isForFile: true), to: target)
        } else {
            edge.output.write(bytes(of: result, isForFile: false))
        }
        guard !options.quiet else { return }
        for note in result.notes { edge.talk.write(ShellTalk.remark(note, in: language)) }
        if let target { edge.talk.write(ShellTexts.written(target).text(in: language) + "\n") }
        if options.format == .text, !result.next.isEmpty { edge.talk.write(text(of: result.next)) }
    }

    private func bytes(of result: CommandResult, isForFile: Bool) -> [UInt8] {
        if let raw = result.raw { return raw }
        switch options.format {
        case .json:
            let schema = "fundctl/\(path.joined(separator: "-"))/v\(result.schemaVersion)"
            return JSONValue.object([(name: "schema", value: .string(schema))] + result.json).text
        case .csv:
            guard let csv = result.csv else { preconditionFailure("\(path): offers CSV and made none") }
            return csv.text
        case .html:
            guard let html = result.html else { preconditionFailure("\(path): offers HTML and made none") }
            return html(language)
        case .text:
            return Array(textWriter(isForFile: isForFile).text(result.text).utf8)
        }
    }

    private func write(_ stream: (TextWriter, any ByteSink) throws -> [Message], to target: String?) throws -> [Message] {
        let writer = textWriter(isForFile: target != nil)
        guard let target else {
            let sink = GatheringSink(edge.output)
            let remarks = try stream(writer, sink)
            sink.flush()
            return remarks
        }
        return try OutputFile.stream(to: target) { file in
            let sink = GatheringSink(file)
            let remarks = try stream(writer, sink)
            sink.flush()
            return remarks
        }
    }

    private func textWriter(isForFile: Bool) -> TextWriter {
        let isTerminal = edge.terminal.isOutput && !isForFile
        return TextWriter(
            language: language, columns: isTerminal ? edge.terminal.columns : nil,
            style: Style(isColoured: ShellTalk.isColoured(options.color, isTerminal: isTerminal, edge)))
    }

    private func text(of next: [CommandResult.NextStep]) -> String {
        let heading = Message(fr: "\(ShellTexts.next) :", en: "\(ShellTexts.next):").text(in: language)
        let width = next.map { DisplayWidth.of($0.command) }.max() ?? 0
        let lines = next.map { step in
            let room = String(repeating: " ", count: width - DisplayWidth.of(step.command) + 2)
            return "  \(step.command)\(room)\(step.purpose.text(in: language))\n"
        }
        return heading + "\n" + lines.joined()
    }
}

/// What the renderer and the launcher share.
enum ShellTalk {
    static func remark(_ message: Message, in language: Language) -> String {
        Message(fr: "\(ShellTexts.remark) : \(message)", en: "\(ShellTexts.remark): \(message)").text(in: language) + "\n"
    }

    /// `--color`, then NO_COLOR and TERM=dumb, then whether a terminal is there.
    static func isColoured(_ choice: ColorChoice, isTerminal: Bool, _ edge: Edge) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto: isTerminal && edge.setting("NO_COLOR") == nil && edge.setting("TERM") != "dumb"
        }
    }
}
