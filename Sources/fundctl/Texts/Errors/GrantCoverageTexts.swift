import FundLedger

extension ErrorCatalogue {
    /// E-GRT-070 … E-GRT-073: what covers the money of a grant.
    static let grantCoverage: [ErrorText] = [
        ErrorText(
            GrantError.Code.advanceUncovered, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} laisserait {outstanding_cents} d'avances ouvertes sans budget qui les couvre.",
                why: "Jusqu'à {year}, {committed_cents} sont engagés et {accrued_cents} à payer; il manque {shortfall_cents}. Une avance est payée sur le budget des années commencées.",
                next: "Réduisez le montant, imputez l'avance sur la demande (--advance), ou ramenez du budget dans l'année (grant amend)."),
            en: .init(
                what: "The step \"{step}\" of {grant} would leave {outstanding_cents} of advances open without budget that covers them.",
                why: "Up to {year}, {committed_cents} are committed and {accrued_cents} accrued; {shortfall_cents} are missing. An advance is paid on the budget of years that have begun.",
                next: "Lower the amount, use the advance on the claim (--advance), or bring budget into the year (grant amend).")),
        ErrorText(
            GrantError.Code.planYearRaised, .refused,
            fr: .init(
                what: "Le plan de {grant} donnerait {planned_cents} à {year}, qui est terminé.",
                why: "Il avait {before_cents}. Le {date}, le budget de cet exercice est périmé : on n'y ajoute rien.",
                next: "Portez le montant à l'exercice en cours ou à un suivant."),
            en: .init(
                what: "The plan of {grant} would give {planned_cents} to {year}, which is over.",
                why: "It had {before_cents}. On {date} the budget of that year has lapsed: nothing is added to it.",
                next: "Put the amount into the year under way or a later one.")),
        ErrorText(
            GrantError.Code.accrualBeforeAgreement, .refused,
            fr: .init(
                what: "Rien de {grant} n'est à payer au {date}.",
                why: "La convention est du {signed} : avant elle, rien n'est admissible.",
                next: "Régularisez au 31 mars d'un exercice que la convention a connu."),
            en: .init(
                what: "Nothing of {grant} is accrued on {date}.",
                why: "The agreement is of {signed}: before it, nothing is eligible.",
                next: "Accrue on 31 March of a year that the agreement has seen.")),
        ErrorText(
            GrantError.Code.amountTooLarge, .refused,
            fr: .init(
                what: "{amount_cents} : c'est plus que ce qu'une subvention peut être ({grant}).",
                why: "La limite est de {limit_cents}, pour que la somme de toutes reste exacte.",
                next: "Vérifiez le montant."),
            en: .init(
                what: "{amount_cents} is more than a grant can be ({grant}).",
                why: "The limit is {limit_cents}, so that the sum of all stays exact.",
                next: "Check the amount.")),
    ]
}
