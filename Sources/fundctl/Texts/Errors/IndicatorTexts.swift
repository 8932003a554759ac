import EmployerServices

extension ErrorCatalogue {
    /// E-IND: definitions of indicators, figures that are entered; then targets and publications.
    static let indicators: [ErrorText] = indicatorFigures + indicatorTargets

    private static let indicatorFigures: [ErrorText] = [
        ErrorText(
            IndicatorError.Code.definitionMissing, .refused,
            fr: .init(
                what: "Aucune définition de l'indicateur « {indicator} » ne vaut pour {year}.",
                why: "Une définition vaut à partir d'un exercice; il n'y en a pas d'aussi ancienne, ou le code est autre.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl indicator list » les montre."),
            en: .init(
                what: "No definition of the indicator \"{indicator}\" counts for {year}.",
                why: "A definition counts from a fiscal year on; there is none so early, or the code is another.",
                next: "[?Did you mean {nearest}? ]\"fundctl indicator list\" shows them.")),
        ErrorText(
            IndicatorError.Code.versionOrder, .failed,
            fr: .init(
                what: "La définition de « {indicator} » porte la version {found}; la suivante est la {expected}.",
                why: "Les versions d'un indicateur se suivent sans trou.",
                next: "Refaites la définition avec fundctl."),
            en: .init(
                what: "The definition of \"{indicator}\" has the version {found}; the next one is {expected}.",
                why: "The versions of an indicator follow each other without a gap.",
                next: "Define it again with fundctl.")),
        ErrorText(
            IndicatorError.Code.fromBefore, .refused,
            fr: .init(
                what: "La définition de « {indicator} » vaudrait dès {from}, avant la version précédente ({last}).",
                why: "Une nouvelle version ne change pas le sens d'exercices plus anciens que la précédente.",
                next: "Donnez {last} ou un exercice plus tardif."),
            en: .init(
                what: "The definition of \"{indicator}\" would count from {from}, before the version before ({last}).",
                why: "A new version does not change what earlier years than the one before mean.",
                next: "Give {last} or a later fiscal year.")),
        ErrorText(
            IndicatorError.Code.unitOfMethod, .refused,
            fr: .init(
                what: "L'indicateur « {indicator} » ({method}) ne peut avoir l'unité {unit} (décimales : {decimals}).",
                why: "Ce qui se compte est un nombre entier; un coût est en cents.",
                next: "Choisissez l'unité count (ou cents pour un coût), sans décimale."),
            en: .init(
                what: "The indicator \"{indicator}\" ({method}) cannot have the unit {unit} with {decimals} decimals.",
                why: "What is counted is a whole number; a cost is in cents.",
                next: "Choose the unit count (or cents for a cost), without decimals.")),
        ErrorText(
            IndicatorError.Code.parameterMissing, .refused,
            fr: .init(
                what: "Il manque le paramètre « {parameter} » à l'indicateur « {indicator} ».",
                why: "La méthode {method} ne se calcule pas sans lui.",
                next: "Ajoutez --parameter {parameter}=…."),
            en: .init(
                what: "The parameter \"{parameter}\" of the indicator \"{indicator}\" is missing.",
                why: "The method {method} cannot be counted without it.",
                next: "Add --parameter {parameter}=….")),
        ErrorText(
            IndicatorError.Code.parameterUnknown, .refused,
            fr: .init(
                what: "L'indicateur « {indicator} » ne peut avoir le paramètre « {parameter} ».",
                why: "La méthode {method} connaît : {expected}.",
                next: "Retirez-le, ou corrigez son nom."),
            en: .init(
                what: "The indicator \"{indicator}\" cannot have the parameter \"{parameter}\".",
                why: "The method {method} knows: {expected}.",
                next: "Leave it out, or mend its name.")),
        ErrorText(
            IndicatorError.Code.parameterValue, .refused,
            fr: .init(
                what: "Le paramètre « {parameter} » de l'indicateur « {indicator} » ne peut valoir « {found} ».",
                why: "Une liste est en ordre, sans répétition. Attendu : {expected}.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "The parameter \"{parameter}\" of the indicator \"{indicator}\" cannot be \"{found}\".",
                why: "A list is in order, without repetition. Expected: {expected}.",
                next: "Mend the value.")),
        ErrorText(
            IndicatorError.Code.costOfNothing, .refused,
            fr: .init(
                what: "Le coût « {indicator} » serait celui de « {count} », qui ne se compte pas.",
                why: "Un coût divise une somme par ce qu'un autre indicateur compte.",
                next: "Nommez un indicateur calculé (fundctl indicator list)."),
            en: .init(
                what: "The cost \"{indicator}\" would be that of \"{count}\", which is not counted.",
                why: "A cost divides a sum by what another indicator counts.",
                next: "Name a counted indicator (fundctl indicator list).")),
        ErrorText(
            IndicatorError.Code.yearBegun, .refused,
            fr: .init(
                what: "« {indicator} » ne peut être défini autrement à partir de {from}.",
                why: "L'exercice {year} a déjà, par l'enregistrement {record} : {cause}. Une définition ne change pas sous un chiffre, une cible ou un mois publié.",
                next: "Donnez un exercice dont rien n'est encore inscrit (--from), ou un autre nom à l'indicateur."),
            en: .init(
                what: "\"{indicator}\" cannot be defined otherwise from {from} on.",
                why: "The year {year} has, by record {record}: {cause}. A definition does not change under a figure, a target or a published month.",
                next: "Give a year of which nothing is entered yet (--from), or another name to the indicator.")),
        ErrorText(
            IndicatorError.Code.figureComputed, .refused,
            fr: .init(
                what: "Le chiffre de « {indicator} » ne s'inscrit pas : il se compte.",
                why: "Il se tire des enregistrements (méthode {method}).",
                next: "Voyez-le par « fundctl indicator show {indicator} »."),
            en: .init(
                what: "The figure of \"{indicator}\" is not entered: it is counted.",
                why: "The method {method} takes it from the records.",
                next: "See it with \"fundctl indicator show {indicator}\".")),
        ErrorText(
            IndicatorError.Code.decimals, .failed,
            fr: .init(
                what: "Le chiffre de « {indicator} » n'a pas le bon nombre de décimales : {found} au lieu de {expected}.",
                why: "La définition, ou la cible, en fixe le nombre.",
                next: "Refaites l'inscription avec fundctl."),
            en: .init(
                what: "The figure of \"{indicator}\" has {found} decimals instead of {expected}.",
                why: "The definition, or the target, sets how many.",
                next: "Enter it again with fundctl.")),
        ErrorText(
            IndicatorError.Code.monthOfOtherYear, .refused,
            fr: .init(
                what: "Le mois {month} n'est pas de l'exercice {year}.",
                why: "Un chiffre mensuel est d'un mois de son exercice.",
                next: "Corrigez le mois ou l'exercice."),
            en: .init(
                what: "The month {month} is not of the fiscal year {year}.",
                why: "A monthly figure is of a month of its year.",
                next: "Mend the month or the year.")),
        ErrorText(
            IndicatorError.Code.reasonMissing, .refused,
            fr: .init(
                what: "Le chiffre de « {indicator} » est déjà inscrit pour {year}[? ({month})], {level}.",
                why: "L'enregistrement {record} l'a inscrit; un autre chiffre le remplace avec un motif, et l'ancien reste visible.",
                next: "Ajoutez --reason."),
            en: .init(
                what: "The figure of \"{indicator}\" for {year}[? ({month})], {level}, is entered already.",
                why: "Record {record} entered it; another one replaces it with a reason, and the old one stays to be seen.",
                next: "Add --reason.")),
        ErrorText(
            IndicatorError.Code.reasonUnneeded, .refused,
            fr: .init(
                what: "Aucun chiffre de « {indicator} » n'est inscrit pour {year}[? ({month})], {level}.",
                why: "Un motif accompagne ce qui remplace un chiffre déjà inscrit.",
                next: "Retirez --reason."),
            en: .init(
                what: "No figure of \"{indicator}\" is entered for {year}[? ({month})], {level}.",
                why: "A reason goes with what replaces a figure entered before.",
                next: "Leave --reason out.")),
    ]
}
