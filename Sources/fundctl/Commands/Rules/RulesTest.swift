import ArgumentParser
import FundLedger

/// `fundctl rules test FILE`.
struct RulesTest: FundctlCommand {
    static let help = CommandHelp(
        "test",
        summary: Message(fr: "Essaie les exemples d'un fichier de règles", en: "Runs the examples of a file of rules"),
        examples: [
            .init("fundctl rules test rules.yaml"),
            .init(
                "fundctl rules test rules.yaml --explain",
                Message(fr: "dit pourquoi, règle par règle", en: "says why, rule by rule")),
        ],
        details: [
            Message(
                fr: "Un exemple qui ne donne pas ce qu'il annonce est expliqué, et le code de sortie est 3. N'écrit rien.",
                en: "An example that does not come out as it says is explained, and the exit status is 3. Writes nothing.")
        ])

    @Argument(help: RuleFile.help)
    var file: String

    @Flag(help: .init(fr: "Explique chaque exemple.", en: "Explains every example."))
    var explain = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let source = try RuleFile.source(file, call)
        let runs = ExampleRun.all(of: source)
        let failed = runs.filter { !$0.holds }
        let explained = explain ? runs : failed
        let conclusion =
            failed.isEmpty
            ? Message(
                fr: "\(runs.count, "exemple tient", "exemples tiennent").", en: "\(runs.count, "example holds", "examples hold").")
            : Message(
                fr: "\(failed.count, "exemple", "exemples") sur \(number: runs.count) \(failed.count < 2 ? "ne donne" : "ne donnent") pas ce qui est annoncé.",
                en: "\(failed.count, "example", "examples") of \(number: runs.count) \(failed.count == 1 ? "does" : "do") not come out as told.")
        return CommandResult(
            json: [
                "file": .string(file), "ruleset": .string(source.rules.identity.text), "ok": .bool(failed.isEmpty),
                "failed": .integer(failed.count), "examples": .array(runs.map(json)),
            ],
            text: (runs.isEmpty ? [] : [.table(table(runs))])
                + explained.flatMap { [.title(.verbatim($0.example.label))] + RuleTraceText($0.explanation).blocks }
                + [.paragraph(conclusion)],
            exit: failed.isEmpty ? .done : .refused)
    }

    private func table(_ runs: [ExampleRun]) -> TextTable {
        TextTable(
            [
                .left(Message(fr: "Exemple", en: "Example"), flexible: true), .left(Message(fr: "Annoncé", en: "Told")),
                .left(Message(fr: "Trouvé", en: "Found")), .left(Message(fr: "Par", en: "By")),
                .left(Message(fr: "Tient", en: "Holds")),
            ],
            rows: runs.map { run in
                [
                    .text(run.example.label), .message(RuleWords.outcome(run.example.outcome)),
                    .message(RuleWords.outcome(run.judgement.outcome)), .text(run.judgement.rules.joined(separator: " ")),
                    .message(run.holds ? Message(fr: "oui", en: "yes") : Message(fr: "non", en: "no")),
                ]
            })
    }

    private func json(_ run: ExampleRun) -> JSONValue {
        .object([
            (name: "example", value: .string(run.example.label)), (name: "line", value: .integer(run.example.line)),
            (name: "holds", value: .bool(run.holds)), (name: "expected", value: .string(run.example.outcome.rawValue)),
            (name: "expected_rules", value: .array((run.example.decidedBy ?? []).map { .string($0) })),
        ] + RuleTraceJSON(run.explanation).members)
    }
}
