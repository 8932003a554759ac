import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl rules show [NAME@VERSION] --fund F`.
struct RulesShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre des règles adoptées, une à une", en: "Shows adopted rules, one by one"),
        examples: [
            .init("fundctl rules show --fund FDMT", Message(fr: "celles qui valent aujourd'hui", en: "those that rule today")),
            .init("fundctl rules show fdmt-illustrative@1 --fund FDMT"),
        ])

    @Argument(help: .init(fr: "Le nom et la version; sinon celles du jour.", en: "The name and version; else those of today.", value: ("nom@version", "name@version")))
    var name: String?

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let today = try CalendarDate(iso: call.edge.clock.today())
        let sets = try call.openBookToRead().read { try Transfers($0.register(fund.rawValue)).ruleSets() }
        let found = sets.last { adopted in
            if let name { return adopted.set.identity.text == name }
            return adopted.from <= today && adopted.until.map { today <= $0 } ?? true
        }
        guard let found else {
            throw LedgerError(.ruleSetUnknown, ["ruleset": name ?? today.iso, "fund": fund.shown])
        }
        let set = found.set
        var facts = RuleFile.facts(set)
        facts += [
            (Message(fr: "Proposées par", en: "Proposed by"), .message(RuleWords.text(set.proposedBy))),
            (Message(fr: "Décidées par", en: "Decided by"), .message(RuleWords.text(set.decidedBy))),
            (Message(fr: "Acte", en: "Instrument"), .message(RuleWords.text(set.instrument))),
            (ApprovalWords.record, .integer(found.sequence)),
        ]
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "ruleset": .string(set.identity.text), "record": .integer(found.sequence),
                "status": .string(set.status.rawValue), "title_fr": .string(set.title.fr), "title_en": .string(set.title.en),
                "from": .string(found.from.iso), "until": .optional(found.until?.iso),
                "compiled_sha256": .string(SHA256.hash(try set.compiled.line()).hex),
                "rules": .array(
                    set.rules.map { rule in
                        [
                            "rule": .string(rule.id), "kind": .string(rule.kind.name), "article": .string(rule.cite.article),
                            "fr": .string(rule.cite.text.fr), "en": .string(rule.cite.text.en),
                        ]
                    }),
            ],
            text: [.facts(facts), .lines(set.rules.map(line))])
    }

    private func line(_ rule: TransferRule) -> Message {
        let (kind, text) = (RuleWords.kind(rule.kind), RuleWords.text(rule.cite.text))
        return Message(
            fr: "\(rule.id), \(kind) (\(rule.cite.article)) : \(text)", en: "\(rule.id), \(kind) (\(rule.cite.article)): \(text)")
    }
}
