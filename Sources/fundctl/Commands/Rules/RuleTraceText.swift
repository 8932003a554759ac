import FundLedger

/// An explanation for people: the outcome, each rule looked at, each term, and what would make it lawful.
struct RuleTraceText {
    let explanation: RuleExplanation

    init(_ explanation: RuleExplanation) { self.explanation = explanation }

    var blocks: [TextBlock] {
        var blocks: [TextBlock] = [.lines(outcome)]
        if !explanation.looked.isEmpty { blocks.append(.lines(explanation.looked.flatMap(lines))) }
        if !explanation.remedies.isEmpty { blocks.append(.lines(explanation.remedies.map(remedy))) }
        return blocks
    }

    private var outcome: [Message] {
        let judgement = explanation.judgement
        let name = RuleWords.outcome(judgement.outcome)
        let by = judgement.rules.isEmpty ? "" : " (" + judgement.rules.joined(separator: ", ") + ")"
        var lines = [Message(fr: "Issue : \(name)\(by).", en: "Outcome: \(name)\(by).")]
        if explanation.rules == nil {
            lines.append(Message(fr: "Aucune règle n'est en vigueur ce jour-là : rien ne permet.", en: "No rules are in force on that day: nothing permits."))
        }
        if let lack = judgement.lack {
            lines.append(
                lack.side == .source
                    ? Message(
                        fr: "La source n'a que \(cents: lack.available) de disponible.",
                        en: "The source has only \(cents: lack.available) available.")
                    : Message(
                        fr: "Le plafond de l'exercice de la cible ne laisse que \(cents: lack.available).",
                        en: "The ceiling of the target's year leaves only \(cents: lack.available)."))
        }
        let (asked, told) = (judgement.approvals, judgement.notices)
        if !asked.isEmpty {
            let names = RuleWords.authorities(asked, explanation.rules)
            lines.append(Message(fr: "Approbation demandée : \(names)", en: "Approval asked for: \(names)"))
        }
        if !told.isEmpty {
            let names = RuleWords.authorities(told, explanation.rules)
            lines.append(Message(fr: "À aviser : \(names)", en: "To be told: \(names)"))
        }
        return lines
    }

    private func lines(_ looked: RuleExplanation.Looked) -> [Message] {
        let kind = RuleWords.kind(looked.rule.kind)
        let head: Message
        switch looked.applies {
        case .yes: head = Message(fr: "s'applique", en: "applies")
        case .no: head = Message(fr: "ne s'applique pas", en: "does not apply")
        case .unknown: head = Message(fr: "on ne peut savoir si elle s'applique", en: "whether it applies cannot be known")
        }
        let (id, article) = (looked.rule.id, looked.rule.cite.article)
        var lines = [
            Message(fr: "\(id), \(kind) (\(article)) : \(head).", en: "\(id), \(kind) (\(article)): \(head).")
        ]
        if looked.applies != .yes {
            lines += looked.parts.filter { $0.truth != .yes }.map { indented(RuleWords.part($0)) }
        }
        for exception in looked.exceptions where exception.truth != .no {
            let text = RuleWords.text(exception.text)
            lines.append(
                exception.truth == .yes
                    ? Message(fr: "  exception « \(exception.label) » : \(text)", en: "  exception \"\(exception.label)\": \(text)")
                    : Message(
                        fr: "  exception « \(exception.label) » : on ne peut savoir. \(text)",
                        en: "  exception \"\(exception.label)\": it cannot be known. \(text)"))
        }
        return lines + looked.missing.map { indented(RuleWords.missing($0)) } + looked.terms.map(term)
    }

    private func indented(_ message: Message) -> Message { Message(fr: "  \(message)", en: "  \(message)") }

    private func term(_ term: LimitTerm) -> Message {
        let side = RuleWords.side(term.side)
        let sum = Message(
            fr: "  \(side) : \(cents: term.counted) avant, \(cents: term.moved) maintenant, plafond \(cents: term.cap)",
            en: "  \(side): \(cents: term.counted) before, \(cents: term.moved) now, cap \(cents: term.cap)")
        let base = term.base.map { Message(fr: " (sur \(cents: $0))", en: " (of \(cents: $0))") } ?? .verbatim("")
        return term.holds
            ? Message(fr: "\(sum)\(base); tient.", en: "\(sum)\(base); holds.")
            : Message(fr: "\(sum)\(base); passe de \(cents: term.excess).", en: "\(sum)\(base); over by \(cents: term.excess).")
    }

    private func remedy(_ remedy: RuleExplanation.Remedy) -> Message {
        switch remedy {
        case .lowerAmount(let cents):
            Message(fr: "Serait licite : au plus \(cents: cents).", en: "Would be lawful: at most \(cents: cents).")
        case .approvals(let ids):
            Message(
                fr: "Serait licite avec l'approbation de : \(RuleWords.authorities(ids, explanation.rules))",
                en: "Would be lawful with the approval of: \(RuleWords.authorities(ids, explanation.rules))")
        case .mark(let missing):
            Message(
                fr: "Pour le savoir : marquer l'enveloppe \(missing.envelope) de l'attribut « \(missing.name) ».",
                en: "To know: mark the envelope \(missing.envelope) with the attribute \"\(missing.name)\".")
        case .exception(let rule, let label):
            Message(
                fr: "L'interdiction \(rule) céderait à l'exception « \(label) ».",
                en: "The forbid \(rule) would give way to the exception \"\(label)\".")
        case .permit(let rule, let parts):
            Message(
                fr: "\(rule) permettrait, si c'était ainsi : \(parts.map { RuleWords.code($0.part) }.joined(separator: "; "))",
                en: "\(rule) would permit, if it were so: \(parts.map { RuleWords.code($0.part) }.joined(separator: "; "))")
        }
    }
}
