import AuditTrail

/// Names of verdicts and of their states.
enum AuditTexts {
    static func name(of verdict: VerdictName) -> Message {
        switch verdict {
        case .integrity: Message(fr: "intégrité", en: "integrity")
        case .origin: Message(fr: "origine", en: "origin")
        case .authorship: Message(fr: "auteurs", en: "authorship")
        case .completeness: Message(fr: "complétude", en: "completeness")
        case .appendOnly: Message(fr: "ajout seul", en: "append-only")
        case .books: Message(fr: "livres", en: "books")
        case .budgets: Message(fr: "budgets", en: "budgets")
        case .rules: Message(fr: "règles", en: "rules")
        case .figures: Message(fr: "chiffres", en: "figures")
        case .pairing: Message(fr: "appariement", en: "pairing")
        case .time: Message(fr: "temps", en: "time")
        }
    }

    static func status(_ status: Verdict.Status) -> Message {
        switch status {
        case .holds: Message(fr: "tient", en: "holds")
        case .fails: Message(fr: "ÉCHOUE", en: "FAILS")
        case .notChecked: Message(fr: "non vérifié", en: "not checked")
        }
    }
}
