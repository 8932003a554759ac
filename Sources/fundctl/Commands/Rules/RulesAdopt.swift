import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl rules adopt FILE --fund F`: compiles, then proposes, or adopts where one person alone is admin.
struct RulesAdopt: FundctlCommand {
    static let help = CommandHelp(
        "adopt",
        summary: Message(fr: "Adopte des règles de transférabilité, à deux personnes", en: "Adopts transferability rules, by two persons"),
        examples: [.init("fundctl rules adopt rules.yaml --fund FDMT")],
        details: [
            Message(
                fr: """
                    Ce qui lie est la forme compilée, que le registre garde. Le fichier y est nommé par son SHA-256, et une \
                    copie en est versée comme pièce par « fundctl document add ». Une autre personne approuve.
                    """,
                en: """
                    What binds is the compiled form, which the register keeps. The file is named there by its SHA-256; \
                    "fundctl document add" keeps a copy of it as a document. Another person approves.
                    """)
        ])

    @Argument(help: RuleFile.help)
    var file: String

    @OptionGroup var fund: FundOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let bytes = try call.readFile(file)
        let rules = try RuleSource(yaml: bytes, file: file).rules
        let source = SHA256.hash(bytes)
        let name = file == "-" ? "stdin" : DocumentName.of(file)
        try TypedText.check(name, option: "FILE", bytes: RuleSetAdopted.nameBytes)
        var result = try TwoPersonCommand(
            call: call, options: write, registers: [fund.rawValue],
            content: [
                "command": "rules adopt", "compiled": .string(SHA256.hash(try rules.compiled.line()).hex),
                "source": .string(source.hex),
            ],
            done: Message(fr: "Les règles \(rules.identity.text) sont adoptées.", en: "The rules \(rules.identity.text) are adopted."),
            members: [
                "fund": .string(fund.shown), "ruleset": .string(rules.identity.text),
                "status": .string(rules.status.rawValue), "source_sha256": .string(source.hex),
            ]
        ) { _ in RuleSetAdopted(rules, sourceName: name, source: source) }.perform()
        result.text.append(.facts(RuleFile.facts(rules)))
        return result
    }
}
