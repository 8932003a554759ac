import ArgumentParser
import FundLedger

/// `fundctl rules diff A B`.
struct RulesDiff: FundctlCommand {
    static let help = CommandHelp(
        "diff",
        summary: Message(fr: "Dit ce qui change d'un jeu de règles à un autre", en: "Says what changes from one rule set to another"),
        examples: [
            .init("fundctl rules diff rules-1.yaml rules-2.yaml"),
            .init(
                "fundctl rules diff fdmt-export/rules/41.json rules-2.yaml",
                Message(fr: "entre des règles adoptées et un projet", en: "between adopted rules and a draft")),
        ],
        details: [
            Message(
                fr: "Compare ce qui lie, c'est-à-dire la forme compilée : l'ordre, les remarques et les exemples ne comptent pas.",
                en: "Compares what binds, the compiled form: order, remarks and examples do not count.")
        ])

    @Argument(help: .init(fr: "Les règles d'avant.", en: "The rules before.", value: ("avant", "before")))
    var before: String

    @Argument(help: .init(fr: "Les règles d'après.", en: "The rules after.", value: ("après", "after")))
    var after: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (old, new) = (try RuleFile.rules(before, call), try RuleFile.rules(after, call))
        let difference = RuleSetDifference(from: old, to: new)
        let groups: [(Message, [RuleSetDifference.Change])] = [
            (Message(fr: "En-tête", en: "Heading"), difference.heading), (Message(fr: "Attributs", en: "Attributes"), difference.attributes),
            (Message(fr: "Autorités", en: "Authorities"), difference.authorities), (Message(fr: "Règles", en: "Rules"), difference.rules),
        ]
        var text: [TextBlock] = groups.filter { !$0.1.isEmpty }.flatMap { title, changes in
            [.title(title), .lines(changes.flatMap(lines))]
        }
        if difference.isEmpty { text = [.paragraph(Message(fr: "Les deux lient de même.", en: "Both bind alike."))] }
        if !difference.continued.isEmpty, !difference.isEmpty {
            let ids = difference.continued.joined(separator: " ")
            text.append(
                .paragraph(
                    Message(
                        fr: "Limites de l'exercice qui continueraient de compter si le second remplace le premier : \(ids).",
                        en: "Limits over the year that would go on counting if the second replaces the first: \(ids).")))
        }
        return CommandResult(
            json: [
                "before": .string(old.identity.text), "after": .string(new.identity.text), "same": .bool(difference.isEmpty),
                "heading": .array(difference.heading.map(json)), "attributes": .array(difference.attributes.map(json)),
                "authorities": .array(difference.authorities.map(json)), "rules": .array(difference.rules.map(json)),
                "continued": .array(difference.continued.map { .string($0) }),
            ], text: text)
    }

    private func lines(_ change: RuleSetDifference.Change) -> [Message] {
        let parts = change.parts.isEmpty ? "" : " (" + change.parts.joined(separator: ", ") + ")"
        return [Message(fr: "\(RuleWords.change(change.kind)) : \(change.name + parts)", en: "\(RuleWords.change(change.kind)): \(change.name + parts)")]
            + [("  - ", change.before), ("  + ", change.after)].compactMap { sign, text in text.map { .verbatim(sign + Visible.text($0)) } }
    }

    private func json(_ change: RuleSetDifference.Change) -> JSONValue {
        .object([
            (name: "change", value: .string(change.kind.rawValue)), (name: "name", value: .string(change.name)),
            (name: "parts", value: .array(change.parts.map { .string($0) })), (name: "was", value: .optional(change.before)),
            (name: "becomes", value: .optional(change.after)),
        ])
    }
}
