/// `fundctl rules`: transferability rules, as files and as adopted.
enum RulesNoun {
    static let noun = Noun(
        "rules", summary: Message(fr: "Les règles de transférabilité", en: "The transferability rules"),
        [RulesCheck.self, RulesTest.self, RulesDiff.self, RulesImpact.self, RulesAdopt.self, RulesList.self, RulesShow.self])
}
