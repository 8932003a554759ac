import FundLedger

/// How rules, and what is found of them, are named.
enum RuleWords {
    /// A text of the rules, in the language asked for.
    static func text(_ text: BilingualText) -> Message {
        Message(fr: Phrase(verbatim: Visible.text(text.fr)), en: Phrase(verbatim: Visible.text(text.en)))
    }

    static func status(_ status: RuleSet.Status) -> Message {
        switch status {
        case .inForce: Message(fr: "en vigueur", en: "in force")
        case .illustrative: Message(fr: "illustratif, sans valeur juridique", en: "illustrative, without legal force")
        case .historical: Message(fr: "historique, n'est plus en vigueur", en: "historical, no longer in force")
        }
    }

    static func outcome(_ outcome: RuleOutcome) -> Message {
        switch outcome {
        case .error: Message(fr: "erreur", en: "error")
        case .forbidden: Message(fr: "interdit", en: "forbidden")
        case .notPermitted: Message(fr: "non permis", en: "not permitted")
        case .overLimit: Message(fr: "au-delà d'une limite", en: "over limit")
        case .insufficientFunds: Message(fr: "fonds insuffisants", en: "insufficient funds")
        case .needsApproval: Message(fr: "à approuver", en: "needs approval")
        case .permitted: Message(fr: "permis", en: "permitted")
        }
    }

    static func kind(_ kind: TransferRule.Kind) -> Message {
        switch kind {
        case .permit: Message(fr: "permission", en: "permit")
        case .forbid: Message(fr: "interdiction", en: "forbid")
        case .limit: Message(fr: "limite", en: "limit")
        case .requireApproval: Message(fr: "approbation requise", en: "approval required")
        case .requireNotice: Message(fr: "avis requis", en: "notice required")
        }
    }

    static func side(_ side: RuleSide) -> Message {
        side == .source ? Message(fr: "source", en: "source") : Message(fr: "cible", en: "target")
    }

    static func change(_ kind: RuleSetDifference.Change.Kind) -> Message {
        switch kind {
        case .added: Message(fr: "ajouté", en: "added")
        case .removed: Message(fr: "retiré", en: "removed")
        case .changed: Message(fr: "changé", en: "changed")
        }
    }

    /// Authorities by their names.
    static func authorities(_ ids: [String], _ rules: RuleSet?) -> Message {
        let named = ids.map { id in rules?.authorities.first { $0.id == id }?.name ?? BilingualText(fr: id, en: id) }
        return text(
            BilingualText(fr: named.map(\.fr).joined(separator: ", "), en: named.map(\.en).joined(separator: ", ")))
    }

    static func code(_ truth: Truth) -> String {
        switch truth {
        case .yes: "yes"
        case .no: "no"
        case .unknown: "unknown"
        }
    }

    /// A part in the words of the language of rules, the same in French and English.
    static func code(_ part: ConditionPart) -> String {
        func span(_ name: String, _ from: String?, _ until: String?) -> String { "\(name) \(from ?? "")…\(until ?? "")" }
        switch part {
        case .operation(let operations): return "operation = " + operations.map(\.rawValue).joined(separator: " | ")
        case .attribute(let side, let test):
            return "\(side.rawValue).\(test.name) \(test.isNegated ? "≠" : "=") " + test.values.joined(separator: " | ")
        case .same(let name): return "same \(name)"
        case .differ(let name): return "differ \(name)"
        case .above(let cents): return "amount > \(MoneyFormat.plain(cents: cents))"
        case .atMost(let cents): return "amount ≤ \(MoneyFormat.plain(cents: cents))"
        case .window(let from, let until): return span("window", from?.text, until?.text)
        case .dates(let from, let until): return span("dates", from?.iso, until?.iso)
        }
    }

    /// A part that is not so, or unknown, with what was found.
    static func part(_ part: RuleExplanation.Part) -> Message {
        let asked = code(part.part)
        let found: String? =
            switch part.part {
            case .attribute(let side, _): side == .source ? part.source : part.target
            case .same, .differ: "\(part.source ?? "–"), \(part.target ?? "–")"
            case .operation, .above, .atMost, .window, .dates: nil
            }
        let so = part.truth == .unknown ? Message(fr: "inconnu", en: "unknown") : Message(fr: "n'est pas ainsi", en: "not so")
        guard let found, part.truth == .no else { return Message(fr: "\(asked) : \(so)", en: "\(asked): \(so)") }
        return Message(fr: "\(asked) : \(so) (\(found))", en: "\(asked): \(so) (\(found))")
    }

    static func missing(_ missing: RuleExplanation.MissingAttribute) -> Message {
        Message(
            fr: "l'enveloppe \(missing.envelope) (\(side(missing.side))) n'a pas l'attribut « \(missing.name) »",
            en: "the envelope \(missing.envelope) (\(side(missing.side))) lacks the attribute \"\(missing.name)\"")
    }
}
