import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl rules list --fund F`.
struct RulesList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les règles qu'un fonds a adoptées", en: "Shows the rules that a fund adopted"),
        examples: [.init("fundctl rules list --fund FDMT")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let sets = try call.openBookToRead().read { try Transfers($0.register(fund.rawValue)).ruleSets() }
        let none = Message(fr: "Aucune règle n'est adoptée : aucun virement n'est permis.", en: "No rules are adopted: no transfer is permitted.")
        let table = TextTable(
            [
                .left(TransferView.rules), .left(Message(fr: "Statut", en: "Status")), .left(Message(fr: "Du", en: "From")),
                .left(Message(fr: "Au", en: "Until")), .right(ApprovalWords.record),
                .left(Message(fr: "Titre", en: "Title"), flexible: true),
            ],
            rows: sets.map { adopted in
                [
                    .text(adopted.set.identity.text), .message(RuleWords.status(adopted.set.status)), .text(adopted.from.iso),
                    adopted.until.map { .text($0.iso) } ?? .blank, .integer(adopted.sequence),
                    .message(RuleWords.text(adopted.set.title)),
                ]
            })
        return CommandResult(
            json: [
                "fund": .string(fund.shown),
                "rulesets": .array(
                    sets.map { adopted in
                        [
                            "ruleset": .string(adopted.set.identity.text), "record": .integer(adopted.sequence),
                            "status": .string(adopted.set.status.rawValue), "from": .string(adopted.from.iso),
                            "until": .optional(adopted.until?.iso),
                            "replaced_by": adopted.replacedBy.map { .integer($0) } ?? .null,
                        ]
                    }),
            ],
            text: sets.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["ruleset", "record", "status", "from", "until"],
                rows: sets.map {
                    [
                        $0.set.identity.text, String($0.sequence), $0.set.status.rawValue, $0.from.iso, $0.until?.iso ?? "",
                    ]
                }))
    }
}
