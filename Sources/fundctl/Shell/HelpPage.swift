/// The pages of `--help`: what it does, an example, then how it is typed. Our own, for ArgumentParser's has fixed English
/// headings and puts the examples last.
struct HelpPage {
    let language: Language
    let columns: Int
    let style: Style

    private static let labelWidth = 30

    func page(_ command: any FundctlCommand.Type, words: [String]) -> String {
        let help = command.help
        let arguments = ToolInfo.arguments(of: command)
        let positional = arguments.filter(\.isPositional)
        let named = arguments.filter { !$0.isPositional && !isHelp($0) }
        let own = named.filter { !isCommon($0) }
        let common = named.filter(isCommon)
        var parts = [sentence(help.summary) + "\n", section(examples: help.examples)]
        parts += help.details.map { wrapped($0.text(in: language), indent: 0) + "\n" }
        parts.append(section(usage: positional, own, CommandPath.line(words)))
        let formats = OutputFormat.allCases.filter(command.formats.contains).map(\.rawValue)
        parts.append(section(ShellTexts.arguments, positional.map { row($0) }))
        parts.append(section(ShellTexts.options, own.map { row($0) }))
        parts.append(section(ShellTexts.commonOptions, common.map { row($0, formats: formats) } + [helpRow]))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func page(_ noun: Noun, words: [String]) -> String {
        let line = CommandPath.line(words)
        let examples = noun.children.lazy.compactMap(firstExample).prefix(words.isEmpty ? 3 : 1)
        let rows = noun.children.map { (label: $0.name, text: $0.summary.text(in: language)) }
        var parts = [sentence(noun.summary) + "\n", section(examples: Array(examples))]
        let place = "<\(ShellTexts.commandPlace.text(in: language))> [<\(ShellTexts.optionsPlace.text(in: language))>]"
        parts.append(style.bold(ShellTexts.usage.text(in: language)) + "\n  \(line) \(place)\n")
        parts.append(section(ShellTexts.commands, rows))
        if words.isEmpty {
            let version = (label: "--version", text: ShellTexts.showVersion.text(in: language))
            parts.append(section(ShellTexts.options, [version, helpRow]))
        }
        parts.append(ShellTexts.moreHelp(line).text(in: language) + "\n")
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func firstExample(_ child: Noun.Child) -> CommandHelp.Example? {
        switch child {
        case .command(let type): type.help.examples.first
        case .noun(let noun): noun.children.lazy.compactMap(firstExample).first
        }
    }

    private func isHelp(_ argument: ToolInfo.Argument) -> Bool { argument.preferredName?.typed == "--help" }

    private func isCommon(_ argument: ToolInfo.Argument) -> Bool {
        GlobalOptions.names[argument.preferredName?.typed ?? ""] != nil
    }

    private var helpRow: (label: String, text: String) { ("-h, --help", ShellTexts.showHelp.text(in: language)) }

    private func sentence(_ summary: Message) -> String { summary.text(in: language) + "." }

    private func section(examples: [CommandHelp.Example]) -> String {
        guard !examples.isEmpty else { return "" }
        let heading = examples.count == 1 ? ShellTexts.example : ShellTexts.examples
        let lines = examples.map { example in
            (example.purpose.map { "  # \($0.text(in: language))\n" } ?? "") + "  \(example.command)\n"
        }
        return style.bold(heading.text(in: language)) + "\n" + lines.joined()
    }

    private func section(usage positional: [ToolInfo.Argument], _ own: [ToolInfo.Argument], _ line: String) -> String {
        let required = own.filter { !$0.isOptional }
        let pieces = [line] + positional.map(\.synopsis) + required.map(\.synopsis)
            + ["[<\(ShellTexts.optionsPlace.text(in: language))>]"]
        return style.bold(ShellTexts.usage.text(in: language)) + "\n"
            + wrapped(pieces.joined(separator: " "), indent: 2, hanging: 6) + "\n"
    }

    /// `formats`: what `--format` may be for this command.
    private func row(_ argument: ToolInfo.Argument, formats: [String] = []) -> (label: String, text: String) {
        var remarks: [String] = []
        let values = argument.preferredName?.typed == "--format" ? formats : argument.allValues ?? []
        if !values.isEmpty { remarks.append(ShellTexts.values(values).text(in: language)) }
        if let value = argument.defaultValue, argument.kind != "flag" {
            remarks.append(ShellTexts.byDefault(value).text(in: language))
        }
        let remark = remarks.isEmpty ? "" : " (" + remarks.joined(separator: "; ") + ")"
        return (argument.label, (argument.abstract ?? "") + remark)
    }

    private func section(_ heading: Message, _ rows: [(label: String, text: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let width = min(HelpPage.labelWidth, (rows.map { DisplayWidth.of($0.label) }.max() ?? 0) + 4)
        let lines = rows.map { row -> String in
            let label = "  " + row.label
            let text = wrapped(row.text, indent: width)
            let room = width - DisplayWidth.of(label)
            if room < 2 { return label + "\n" + text + "\n" }
            return label + String(repeating: " ", count: room) + text.dropFirst(width) + "\n"
        }
        return style.bold(heading.text(in: language)) + "\n" + lines.joined()
    }

    /// Broken at plain spaces only, so that a no-break space does its work.
    private func wrapped(_ text: String, indent: Int, hanging: Int? = nil) -> String {
        var lines: [String] = []
        var line = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > columns {
                lines.append(line)
                line = String(repeating: " ", count: hanging ?? indent)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
