import FundLedger

extension RuleWords {
    static func finding(_ finding: RuleFinding) -> Message {
        let (rule, detail, label) = (finding.rule ?? "", Visible.text(finding.detail), finding.label ?? "")
        switch finding.kind {
        case .neverApplies where !label.isEmpty:
            return Message(
                fr: "la règle \(rule) ne s'applique jamais : son exception « \(label) » l'emporte toujours.",
                en: "the rule \(rule) never applies: its exception \"\(label)\" always prevails.")
        case .neverApplies:
            return Message(
                fr: "la règle \(rule) ne s'applique jamais : ce que dit « \(detail) » ne peut pas être.",
                en: "the rule \(rule) never applies: what \"\(detail)\" says cannot be.")
        case .exceptionNeverApplies:
            return Message(
                fr: "l'exception « \(label) » de la règle \(rule) ne joue jamais.",
                en: "the exception \"\(label)\" of the rule \(rule) never comes into play.")
        case .undeclaredValue:
            return Message(
                fr: "la règle \(rule) nomme une valeur que l'en-tête ne donne pas : \(detail).",
                en: "the rule \(rule) names a value that the heading does not list: \(detail).")
        case .permitUnderForbid:
            return Message(
                fr: "ce que la règle \(rule) permet, la règle \(detail) l'interdit toujours.",
                en: "what the rule \(rule) permits, the rule \(detail) always forbids.")
        case .limitSaysNothing:
            return Message(
                fr: "la règle \(rule) limite la cible d'opérations qui n'en ont pas.",
                en: "the rule \(rule) limits the target of operations that have none.")
        case .noPermit: return Message(fr: "aucune règle ne permet quoi que ce soit.", en: "no rule permits anything.")
        case .unusedAuthority:
            return Message(fr: "rien n'est demandé à l'autorité \(detail).", en: "nothing is asked of the authority \(detail).")
        case .unusedAttribute:
            return Message(fr: "aucune règle ne regarde l'attribut \(detail).", en: "no rule looks at the attribute \(detail).")
        case .sameAsAnother:
            return Message(fr: "la règle \(rule) dit la même chose que \(detail).", en: "the rule \(rule) says the same as \(detail).")
        case .noExample:
            return Message(fr: "la règle \(rule) ne s'applique dans aucun exemple.", en: "the rule \(rule) applies in no example.")
        case .exampleFails:
            return Message(
                fr: "l'exemple « \(detail) » ne donne pas ce qu'il annonce.", en: "the example \"\(detail)\" does not come out as it says.")
        }
    }
}
