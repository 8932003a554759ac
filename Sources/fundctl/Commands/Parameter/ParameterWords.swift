import ReferenceData

/// The words of parameters and of their values.
enum ParameterWords {
    static let parameter = Message(fr: "Paramètre", en: "Parameter")
    static let value = Message(fr: "Valeur", en: "Value")
    static let since = Message(fr: "Depuis le", en: "Since")
    static let source = Message(fr: "Source", en: "Source")
    static let noValue = Message(fr: "aucune valeur ce jour-là", en: "no value that day")

    static func text(_ value: ParameterValue) -> Message {
        switch value {
        case .money(let cents): Message(fr: "\(money: cents)", en: "\(money: cents)")
        case .rate(let ratio): rate(ratio)
        case .years(let count): Message(fr: "\(count, "an", "ans")", en: "\(count, "year", "years")")
        case .days(let count): Message(fr: "\(count, "jour", "jours")", en: "\(count, "day", "days")")
        case .flag(let isTrue): isTrue ? Message(fr: "oui", en: "yes") : Message(fr: "non", en: "no")
        case .word(let word): self.word(word)
        case .ladder(let rungs):
            rungs.dropFirst().reduce(rungs.first.map(rung) ?? noValue) { text, next in
                Message(fr: "\(text); \(rung(next))", en: "\(text); \(rung(next))")
            }
        }
    }

    /// In a list of parameters: a ladder by how many rungs it has.
    static func short(_ value: ParameterValue) -> Message {
        guard case .ladder(let rungs) = value else { return text(value) }
        return Message(fr: "\(rungs.count, "palier", "paliers")", en: "\(rungs.count, "rung", "rungs")")
    }

    /// Whole hundredths are a percentage, anything else a fraction.
    static func rate(_ ratio: Ratio) -> Message {
        guard ratio.denominator == 100 else {
            return .verbatim("\(ratio.numerator)/\(ratio.denominator)")
        }
        return Message(fr: "\(ratio.numerator) %", en: "\(ratio.numerator)%")
    }

    private static func rung(_ rung: AuthorityRung) -> Message {
        let who = rung.authority == rung.withNorms ? name(rung.authority) : either(rung)
        if rung.amount.isZero { return Message(fr: "en deçà, \(who)", en: "below, \(who)") }
        return rung.includesAmount
            ? Message(fr: "\(money: rung.amount) et plus, \(who)", en: "\(money: rung.amount) and above, \(who)")
            : Message(fr: "plus de \(money: rung.amount), \(who)", en: "above \(money: rung.amount), \(who)")
    }

    private static func either(_ rung: AuthorityRung) -> Message {
        let (without, with) = (name(rung.authority), name(rung.withNorms))
        return Message(
            fr: "\(without) (\(with) si les normes sont approuvées)", en: "\(without) (\(with) where norms are approved)")
    }

    static func name(_ authority: GrantAuthority) -> Message {
        switch authority {
        case .direction: Message(fr: "la direction", en: "the directorate")
        case .commission: Message(fr: "la Commission", en: "the Commission")
        case .minister: Message(fr: "le ministre", en: "the minister")
        case .conseilDuTresor: Message(fr: "le Conseil du trésor", en: "the Conseil du trésor")
        case .government: Message(fr: "le gouvernement", en: "the government")
        }
    }

    private static func word(_ word: String) -> Message {
        switch word {
        case "floor-at-zero":
            Message(fr: "l'aide qui dépasse les dépenses ne compte pas", en: "help above the spending counts for nothing")
        case "not-determined": Message(fr: "non déterminé", en: "not determined")
        case "last-day-of-february":
            Message(fr: "le dernier jour de février qui suit l'année", en: "the last day of February after the year")
        default: .verbatim(word)
        }
    }

    static func meaning(_ name: String) -> Message { meanings[name] ?? .verbatim(name) }

    private static let meanings: [String: Message] = [
        "levy-threshold": Message(
            fr: "La masse salariale de l'année civile au-dessus de laquelle un employeur participe.",
            en: "The payroll of the calendar year above which an employer takes part."),
        "levy-rate": Message(
            fr: "La part de la masse salariale à consacrer à la formation admissible.",
            en: "The part of the payroll to be spent on eligible training."),
        "levy-first-year-before": Message(
            fr: "L'employeur qui vient de dépasser le seuil compte ses dépenses de l'année précédente.",
            en: "An employer newly above the threshold counts what it spent the year before."),
        "levy-quality-certificate": Message(
            fr: "Un certificat de qualité des initiatives de formation valide exempte l'employeur.",
            en: "A valid training initiative quality certificate exempts the employer."),
        "levy-help-above-spending": Message(
            fr: "Ce que devient une aide gouvernementale plus grande que les dépenses de l'année.",
            en: "What becomes of government help above the spending of the year."),
        "levy-surplus-outside": Message(
            fr: "Ce que devient un excédent dans une année où l'employeur ne participe pas.",
            en: "What becomes of a surplus in a year in which the employer does not take part."),
        "levy-due-day": Message(fr: "Le jour où la cotisation est due.", en: "The day on which the levy is due."),
        "mutual-reserve-years": Message(
            fr: "La durée, au plus, pendant laquelle l'argent d'une mutuelle fermée reste réservé à la main-d'œuvre qu'elle servait.",
            en: "How long, at most, the money of a closed mutual stays reserved for the workforce that it served."),
        "earmark-warning-days": Message(
            fr: "Le nombre de jours avant l'échéance à partir duquel « fundctl status » avertit d'un revenu affecté.",
            en: "How many days before its expiry \"fundctl status\" warns of earmarked revenue."),
        "grant-authority-fnf": Message(
            fr: "Qui approuve une subvention du FNF, selon le montant. Les exceptions de l'art. 4, sauf les normes approuvées, n'y sont pas.",
            en: "Who approves a grant of the FNF, by amount. The exceptions of s. 4 other than approved norms are not in it."),
        "grant-authority-fdmt": Message(
            fr: "Qui approuve une subvention du FDMT, selon le montant. Les exceptions de l'art. 4, sauf les normes approuvées, n'y sont pas.",
            en: "Who approves a grant of the FDMT, by amount. The exceptions of s. 4 other than approved norms are not in it."),
        "grant-splitting-days": Message(
            fr: "Le nombre de jours où les subventions à un même bénéficiaire s'additionnent pour voir si elles ont été fractionnées.",
            en: "The days within which grants to one recipient are summed to see whether they were split."),
    ]
}
