import FundLedger

extension ErrorCatalogue {
    /// E-LEV, E-REV, E-FEE: levies, earmarked revenue, fees.
    static let levies: [ErrorText] = assessments + remittances + earmarks + fees

    /// What employers owe.
    private static let assessments: [ErrorText] = [
        ErrorText(
            LevyError.Code.yearUnknown, .refused,
            fr: .init(
                what: "Aucun seuil de masse salariale n'est connu pour {year}.",
                why: "Le premier seuil connu est celui de {first}; rien n'est supposé avant.",
                next: "Choisissez une année plus tardive, ou voyez « fundctl parameter show levy-threshold »."),
            en: .init(
                what: "No threshold of payroll is known for {year}.",
                why: "The first one known is that of {first}; nothing is assumed before.",
                next: "Choose a later year, or see \"fundctl parameter show levy-threshold\".")),
        ErrorText(
            LevyError.Code.itemNegative, .refused,
            fr: .init(
                what: "Le montant de « {item} » est négatif : {amount_cents}.",
                why: "Une masse salariale, une dépense, une aide ou un excédent part de zéro.",
                next: "Corrigez le montant."),
            en: .init(
                what: "The amount of \"{item}\" is below zero: {amount_cents}.",
                why: "A payroll, spending, help or a surplus begins at zero.",
                next: "Mend the amount.")),
        ErrorText(
            LevyError.Code.surplusInFirstYear, .refused,
            fr: .init(
                what: "Un employeur qui vient de dépasser le seuil ne peut avoir d'excédent reporté ({surplus_cents}).",
                why: "Un excédent vient d'une année de participation; les dépenses de l'année d'avant le remplacent (D-8.3, art. 11).",
                next: "Donnez l'un ou l'autre : --surplus, ou --year-before."),
            en: .init(
                what: "An employer newly above the threshold cannot have a surplus from before ({surplus_cents}).",
                why: "A surplus comes from a year of participation; the spending of the year before stands in its place (D-8.3, s. 11).",
                next: "Give one or the other: --surplus, or --year-before.")),
        ErrorText(
            LevyError.Code.certificateTooEarly, .refused,
            fr: .init(
                what: "Aucun certificat de qualité ne pouvait être valide en {year}.",
                why: "Les premiers comptent pour {first} (D-8.3, r. 5).",
                next: "Corrigez l'année, ou retirez --certificate."),
            en: .init(
                what: "No quality certificate could be valid in {year}.",
                why: "The first ones count for {first} (D-8.3, r. 5).",
                next: "Mend the year, or leave --certificate out.")),
    ]
}
