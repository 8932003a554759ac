import FundLedger

extension ErrorCatalogue {
    /// E-LEV: levies that come in.
    static let remittances: [ErrorText] = [
        ErrorText(
            LevyError.Code.amountZero, .refused,
            fr: .init(
                what: "Le montant de l'année d'imposition {year} est nul.",
                why: "Une estimation ou une part de remise porte sur un montant.",
                next: "Donnez un montant, ou retirez cette année."),
            en: .init(
                what: "The amount of the taxation year {year} is zero.",
                why: "An estimate, or a part of a remittance, is of an amount.",
                next: "Give an amount, or leave the year out.")),
        ErrorText(
            LevyError.Code.receivableExceeded, .refused,
            fr: .init(
                what: "L'estimation retirerait {asked_cents} de l'année {year} : {excess_cents} de trop.",
                why: "Il reste {receivable_cents} à recevoir de cette année; on ne descend pas sous zéro.",
                next: "Retirez au plus ce qui reste à recevoir (« fundctl levy list »)."),
            en: .init(
                what: "The estimate would take {asked_cents} back of the year {year}: {excess_cents} too much.",
                why: "{receivable_cents} is receivable of that year; it does not go below zero.",
                next: "Take back at most what is receivable (\"fundctl levy list\").")),
        ErrorText(
            LevyError.Code.partCount, .usage,
            fr: .init(
                what: "Une remise a de 1 à {limit} parts; celle-ci en a {found}.",
                why: "Chaque part est d'une année d'imposition.",
                next: "Donnez --part ANNÉE:MONTANT, ou partagez la remise."),
            en: .init(
                what: "A remittance has 1 to {limit} parts; this one has {found}.",
                why: "Each part is of one taxation year.",
                next: "Give --part YEAR:AMOUNT, or split the remittance.")),
        ErrorText(
            LevyError.Code.partRepeated, .usage,
            fr: .init(
                what: "L'année d'imposition {year} est donnée deux fois.",
                why: "Une remise a une part par année d'imposition.",
                next: "Additionnez les deux parts."),
            en: .init(
                what: "The taxation year {year} is given twice.",
                why: "A remittance has one part for each taxation year.",
                next: "Add both parts up.")),
        ErrorText(
            LevyError.Code.feesNegative, .refused,
            fr: .init(
                what: "Les frais de perception de {year} sont négatifs : {amount_cents}.",
                why: "Ce que Revenu Québec retient part de zéro.",
                next: "Corrigez les frais; un remboursement de frais se compte dans le montant de la part."),
            en: .init(
                what: "The collection fees of {year} are below zero: {amount_cents}.",
                why: "What Revenu Québec keeps begins at zero.",
                next: "Mend the fees; fees given back count in the amount of the part.")),
        ErrorText(
            LevyError.Code.feesEnvelopeMissing, .refused,
            fr: .init(
                what: "Les frais de perception ({fees_cents}) n'ont pas d'enveloppe.",
                why: "L'exercice {year} est sous contrôle budgétaire : toute dépense y nomme une enveloppe.",
                next: "Ajoutez --envelope CODE."),
            en: .init(
                what: "The collection fees ({fees_cents}) have no envelope.",
                why: "The year {year} is under budget control: all spending in it names an envelope.",
                next: "Add --envelope CODE.")),
        ErrorText(
            LevyError.Code.feesEnvelopeUnneeded, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} n'a rien à faire ici.",
                why: "Une enveloppe ne paie que des frais de perception, dans un exercice sous contrôle budgétaire ({year}).",
                next: "Retirez --envelope, ou donnez les frais : --part ANNÉE:MONTANT:FRAIS."),
            en: .init(
                what: "The envelope {envelope} has nothing to do here.",
                why: "An envelope pays collection fees alone, in a year under budget control ({year}).",
                next: "Leave --envelope out, or give the fees: --part YEAR:AMOUNT:FEES.")),
        ErrorText(
            LevyError.Code.levyUnknown, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a ni estimation ni remise sous l'enregistrement {record}.",
                why: "Une estimation ou une remise se nomme par le numéro de son enregistrement.",
                next: "Cherchez-la : « fundctl levy list --taxation-year … »."),
            en: .init(
                what: "The fund {fund} has no estimate and no remittance under record {record}.",
                why: "An estimate or a remittance is named by the number of its record.",
                next: "Look for it: \"fundctl levy list --taxation-year …\".")),
        ErrorText(
            LevyError.Code.finalWithoutPart, .usage,
            fr: .init(
                what: "L'année {year} est dite finale, mais la remise n'a pas de part pour elle.",
                why: "Une part finale dit que plus rien n'est attendu de son année.",
                next: "Ajoutez la part, ou retirez --final {year}."),
            en: .init(
                what: "The year {year} is called final, and the remittance has no part for it.",
                why: "A final part says that nothing more is expected of its year.",
                next: "Add the part, or leave --final {year} out.")),
        ErrorText(
            LevyError.Code.yearNotBegun, .refused,
            fr: .init(
                what: "La cotisation de {year} ne peut être du {date}.",
                why: "Cette année civile n'est pas commencée ce jour-là : rien n'en est dû.",
                next: "Corrigez l'année ou la date."),
            en: .init(
                what: "A levy of {year} cannot be of {date}.",
                why: "That calendar year has not begun on that day: nothing of it is due.",
                next: "Mend the year or the date.")),
        ErrorText(
            LevyError.Code.feesAboveAmount, .refused,
            fr: .init(
                what: "Les frais de perception de {year} ({fees_cents}) dépassent la somme perçue ({amount_cents}).",
                why: "Ils en sont retenus : ils ne peuvent être plus grands qu'elle. C'est {excess_cents} de trop.",
                next: "Corrigez la somme ou les frais."),
            en: .init(
                what: "The collection fees of {year} ({fees_cents}) are above the amount collected ({amount_cents}).",
                why: "They are kept from it: they cannot be larger. That is {excess_cents} too much.",
                next: "Mend the amount or the fees.")),
    ]
}
