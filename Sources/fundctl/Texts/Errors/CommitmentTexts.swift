import FundLedger

extension ErrorCatalogue {
    /// E-COM: commitments.
    static let commitments: [ErrorText] = [
        ErrorText(
            LedgerError.Code.commitmentUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas d'engagement {commitment} dans le fonds {fund}.",
                why: "Un engagement porte le numéro de l'écriture qui l'a pris.",
                next: "« fundctl commitment list --fund {fund} --year … » les montre."),
            en: .init(
                what: "There is no commitment {commitment} in the fund {fund}.",
                why: "A commitment has the id of the entry that made it.",
                next: "\"fundctl commitment list --fund {fund} --year …\" shows them.")),
        ErrorText(
            LedgerError.Code.commitmentExceeded, .refused,
            fr: .init(
                what: "L'engagement {commitment} n'a plus que {outstanding_cents} : {asked_cents} demandés, {excess_cents} de trop.",
                why: "On ne dépense ni ne désengage plus que ce qui reste engagé.",
                next: "Demandez moins, ou engagez davantage (fundctl commitment open). Rien n'a été écrit."),
            en: .init(
                what: "The commitment {commitment} has only {outstanding_cents} left: {asked_cents} asked, {excess_cents} too much.",
                why: "No more is spent or released than what is still committed.",
                next: "Ask for less, or commit more (fundctl commitment open). Nothing was written.")),
        ErrorText(
            LedgerError.Code.commitmentLater, .refused,
            fr: .init(
                what: "La part de l'exercice {year} ne convient pas.",
                why: "Les exercices ultérieurs viennent après celui de l'engagement, dans l'ordre, chacun avec un montant.",
                next: "Corrigez --later."),
            en: .init(
                what: "The part of the year {year} will not do.",
                why: "Later years come after the commitment's own, in order, each with an amount.",
                next: "Mend --later.")),
        ErrorText(
            LedgerError.Code.continuesUnknown, .refused,
            fr: .init(
                what: "L'engagement {continues} n'a rien prévu pour {year}.",
                why: "On donne suite à ce qu'un engagement antérieur a prévu pour cet exercice.",
                next: "Vérifiez --continues et --year : « fundctl commitment show {continues} »."),
            en: .init(
                what: "The commitment {continues} has nothing for {year}.",
                why: "What is continued is what an earlier commitment has for that year.",
                next: "Check --continues and --year: \"fundctl commitment show {continues}\".")),
        ErrorText(
            LedgerError.Code.continuesExceeded, .refused,
            fr: .init(
                what: "L'engagement {continues} a prévu {amount_cents} pour {year}, dont {continued_cents} ont eu leur suite : {asked_cents} sont de trop, de {excess_cents}.",
                why: "On ne donne suite qu'à ce qui a été prévu.",
                next: "Demandez moins, ou prenez un engagement nouveau pour le reste."),
            en: .init(
                what: "The commitment {continues} has {amount_cents} for {year}, of which {continued_cents} is continued: {asked_cents} is too much, by {excess_cents}.",
                why: "Only what was foreseen is continued.",
                next: "Ask for less, or make a new commitment for the rest.")),
    ]
}
