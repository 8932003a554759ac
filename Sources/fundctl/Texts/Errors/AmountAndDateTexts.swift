import ReferenceData

extension ErrorCatalogue {
    /// E-REF: amounts, dates, fiscal years, periods.
    static let amountsAndDates: [ErrorText] = [
        ErrorText(
            ReferenceError.Code.amountOverflow, .refused,
            fr: .init(
                what: "Le montant est trop grand : {found}.",
                why: "Les montants tiennent entre ces bornes, en cents : {expected}.",
                next: "Vérifiez le montant; partagez-le s'il est juste."),
            en: .init(
                what: "The amount is too large: {found}.",
                why: "Amounts lie within these bounds, in cents: {expected}.",
                next: "Check the amount; split it if it is right.")),
        ErrorText(
            ReferenceError.Code.amountNotCanonical, .usage,
            fr: .init(
                what: "« {found} » n'est pas un nombre entier de cents.",
                why: "Ici, les montants s'écrivent en cents, sans signe plus, sans espace, sans zéro de tête. Attendu : {expected}.",
                next: "Corrigez la valeur : 2 500,00 $ s'écrit 250000."),
            en: .init(
                what: "\"{found}\" is not a whole number of cents.",
                why: "Amounts here are written in cents, without plus sign, space or leading zero. Expected: {expected}.",
                next: "Mend the value: $2,500.00 is written 250000.")),
        ErrorText(
            ReferenceError.Code.amountEmpty, .usage,
            fr: .init(
                what: "Le montant manque.",
                why: "Le champ est vide. Attendu : {expected}.",
                next: "Écrivez un montant, par exemple 2500,00."),
            en: .init(
                what: "The amount is missing.",
                why: "The field is empty. Expected: {expected}.",
                next: "Type an amount, such as 2500.00.")),
        ErrorText(
            ReferenceError.Code.amountMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un montant.",
                why: "Le signe en position {position} n'a pas sa place dans un montant. Attendu : {expected}.",
                next: "Corrigez le montant."),
            en: .init(
                what: "\"{found}\" is not an amount.",
                why: "The sign at position {position} has no place in an amount. Expected: {expected}.",
                next: "Mend the amount.")),
        ErrorText(
            ReferenceError.Code.amountAmbiguous, .usage,
            fr: .init(
                what: "« {found} » peut se lire de deux façons : {reading_one_cents} ou {reading_two_cents}.",
                why: "Le séparateur peut être celui des milliers ou celui des décimales, et fundctl ne devine pas.",
                next: "Écrivez le montant avec deux décimales."),
            en: .init(
                what: "\"{found}\" can be read in two ways: {reading_one_cents} or {reading_two_cents}.",
                why: "The separator may be that of thousands or that of decimals, and fundctl does not guess.",
                next: "Type the amount with two decimals.")),
        ErrorText(
            ReferenceError.Code.amountDecimals, .usage,
            fr: .init(
                what: "« {found} » a un nombre de décimales ({decimals}) qui n'est pas celui des cents.",
                why: "Les cents ont deux chiffres, ou sont omis. Attendu : {expected}.",
                next: "Écrivez deux décimales."),
            en: .init(
                what: "\"{found}\" has a number of decimals ({decimals}) that is not that of cents.",
                why: "Cents have two digits, or are left out. Expected: {expected}.",
                next: "Type two decimals.")),
        ErrorText(
            ReferenceError.Code.amountGrouping, .usage,
            fr: .init(
                what: "Dans « {found} », les milliers ne sont pas groupés par trois.",
                why: "Un chiffre manque peut-être, ou deux séparateurs se mêlent. Attendu : {expected}.",
                next: "Vérifiez le montant, ou écrivez-le sans séparateur de milliers."),
            en: .init(
                what: "In \"{found}\", thousands are not grouped by three.",
                why: "A digit may be missing, or two separators are mixed. Expected: {expected}.",
                next: "Check the amount, or type it without separators of thousands.")),
        ErrorText(
            ReferenceError.Code.dateMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas une date.",
                why: "Les dates s'écrivent année, mois, jour : AAAA-MM-JJ.",
                next: "Écrivez par exemple 2026-05-01."),
            en: .init(
                what: "\"{found}\" is not a date.",
                why: "Dates are written year, month, day: YYYY-MM-DD.",
                next: "Type for example 2026-05-01.")),
        ErrorText(
            ReferenceError.Code.dateUnknown, .usage,
            fr: .init(
                what: "Le {found} n'existe pas dans le calendrier.",
                why: "Ce mois n'a pas ce jour, ou l'année n'a pas ce mois.",
                next: "Corrigez la date[?; le dernier jour de ce mois est le {nearest}]."),
            en: .init(
                what: "{found} is not in the calendar.",
                why: "That month has no such day, or the year no such month.",
                next: "Mend the date[?; the last day of that month is {nearest}].")),
        ErrorText(
            ReferenceError.Code.dateOutOfRange, .usage,
            fr: .init(
                what: "La date {found} est hors des bornes.",
                why: "Les livres vont de 1900 à 2999. Attendu : {expected}.",
                next: "Vérifiez l'année."),
            en: .init(
                what: "The date {found} is out of bounds.",
                why: "Books run from 1900 to 2999. Expected: {expected}.",
                next: "Check the year.")),
        ErrorText(
            ReferenceError.Code.fiscalYearMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un exercice.",
                why: "Un exercice va du 1er avril au 31 mars et s'écrit par ses deux années. Attendu : {expected}.",
                next: "[?Vouliez-vous dire {nearest} ? ]Écrivez par exemple 2026-2027."),
            en: .init(
                what: "\"{found}\" is not a fiscal year.",
                why: "A fiscal year runs from 1 April to 31 March and is written with its two years. Expected: {expected}.",
                next: "[?Did you mean {nearest}? ]Type for example 2026-2027.")),
        ErrorText(
            ReferenceError.Code.fiscalYearOutOfRange, .usage,
            fr: .init(
                what: "L'exercice {found} est hors des bornes.",
                why: "Attendu : {expected}.",
                next: "Vérifiez l'année."),
            en: .init(
                what: "The fiscal year {found} is out of bounds.",
                why: "Expected: {expected}.",
                next: "Check the year.")),
        ErrorText(
            ReferenceError.Code.periodMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas une période.",
                why: "Une période est un mois de l'exercice, de P01 (avril) à P12 (mars), ou P13 pour la fin d'exercice. Attendu : {expected}.",
                next: "Écrivez par exemple 2026-P05."),
            en: .init(
                what: "\"{found}\" is not a period.",
                why: "A period is a month of the fiscal year, from P01 (April) to P12 (March), or P13 for year-end. Expected: {expected}.",
                next: "Type for example 2026-P05.")),
        ErrorText(
            ReferenceError.Code.taxationYearMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas une année d'imposition.",
                why: "C'est une année civile, écrite en quatre chiffres : {expected}.",
                next: "Écrivez par exemple 2025."),
            en: .init(
                what: "\"{found}\" is no taxation year.",
                why: "It is a calendar year, written with four digits: {expected}.",
                next: "Type 2025, for example.")),
    ]
}
