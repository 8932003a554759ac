import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl rules check FILE`.
struct RulesCheck: FundctlCommand {
    static let help = CommandHelp(
        "check",
        summary: Message(
            fr: "Lit un fichier de règles et dit ce qui n'y va pas", en: "Reads a file of rules and says what is wrong with it"),
        examples: [.init("fundctl rules check rules.yaml")],
        details: [
            Message(
                fr: """
                    Une faute (règle qui ne s'applique jamais, permission toujours défaite par une interdiction, valeur non \
                    déclarée, exemple qui ne tient pas) donne le code de sortie 3; un doute, 0. N'écrit rien.
                    """,
                en: """
                    A fault (a rule that never applies, a permit always undone by a forbid, an undeclared value, an example \
                    that does not hold) exits 3; a doubt, 0. Writes nothing.
                    """)
        ])

    @Argument(help: RuleFile.help)
    var file: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let source = try RuleFile.source(file, call)
        let findings = RuleCheck.findings(in: source)
        let hasFault = findings.contains { $0.kind.severity == .fault }
        let rules = source.rules
        var facts = RuleFile.facts(rules)
        facts.append((Message(fr: "Exemples", en: "Examples"), .integer(source.examples.count)))
        let conclusion =
            findings.isEmpty
            ? Message(fr: "Rien à redire.", en: "Nothing to say against it.")
            : hasFault
                ? Message(fr: "Il y a des fautes : corrigez-les avant d'adopter ces règles.", en: "There are faults: mend them before adopting these rules.")
                : Message(fr: "Pas de faute, mais des doutes.", en: "No fault, but doubts.")
        return CommandResult(
            json: [
                "file": .string(file), "ruleset": .string(rules.identity.text), "status": .string(rules.status.rawValue),
                "fund": .string(rules.fund?.rawValue ?? "any"), "from": .string(rules.from.iso),
                "until": .optional(rules.until?.iso), "rules": .integer(rules.rules.count),
                "examples": .integer(source.examples.count),
                "compiled_sha256": .string(SHA256.hash(try rules.compiled.line()).hex), "ok": .bool(!hasFault),
                "findings": .array(findings.map(json)),
            ],
            text: [.facts(facts)] + (findings.isEmpty ? [] : [.lines(findings.map(line))]) + [.paragraph(conclusion)],
            next: [
                .init(
                    command: "fundctl rules test \(file)",
                    purpose: Message(fr: "montre chaque exemple", en: "shows each example"))
            ], exit: hasFault ? .refused : .done)
    }

    private func json(_ finding: RuleFinding) -> JSONValue {
        .object([
            (name: "finding", value: .string(finding.kind.rawValue)),
            (name: "severity", value: .string(finding.kind.severity.rawValue)),
            (name: "rule", value: .optional(finding.rule)), (name: "label", value: .optional(finding.label)),
            (name: "detail", value: .string(finding.detail)), (name: "line", value: finding.line.map { .integer($0) } ?? .null),
        ])
    }

    private func line(_ finding: RuleFinding) -> Message {
        let words = RuleWords.finding(finding)
        let severity =
            finding.kind.severity == .fault ? Message(fr: "Faute", en: "Fault") : Message(fr: "Doute", en: "Doubt")
        guard let line = finding.line else { return Message(fr: "\(severity) : \(words)", en: "\(severity): \(words)") }
        return Message(fr: "\(severity), ligne \(line) : \(words)", en: "\(severity), line \(line): \(words)")
    }
}
