import EmployerServices

extension ErrorCatalogue {
    /// E-IND-020 and after: targets, published months, what is asked for.
    static let indicatorTargets: [ErrorText] = [
        ErrorText(
            IndicatorError.Code.notTargeted, .refused,
            fr: .init(
                what: "L'indicateur « {indicator} » n'a pas de cible en {year}.",
                why: "Sa définition le dit non ciblé.",
                next: "Choisissez un indicateur ciblé, ou définissez une nouvelle version."),
            en: .init(
                what: "The indicator \"{indicator}\" has no target in {year}.",
                why: "Its definition says that it is not targeted.",
                next: "Choose a targeted indicator, or define a new version.")),
        ErrorText(
            IndicatorError.Code.targetKnown, .refused,
            fr: .init(
                what: "Une cible de « {indicator} » existe déjà pour {year}, {level}.",
                why: "L'enregistrement {record} l'a fixée.",
                next: "Révisez-la en septembre (fundctl indicator revise)."),
            en: .init(
                what: "A target of \"{indicator}\" for {year}, {level}, stands already.",
                why: "Record {record} set it.",
                next: "Revise it in September (fundctl indicator revise).")),
        ErrorText(
            IndicatorError.Code.targetMissing, .refused,
            fr: .init(
                what: "Aucune cible de « {indicator} » n'est fixée pour {year}, {level}.",
                why: "On ne change qu'une cible qui existe.",
                next: "Fixez-la d'abord (fundctl indicator target)."),
            en: .init(
                what: "No target of \"{indicator}\" is set for {year}, {level}.",
                why: "Only a target that stands can be changed.",
                next: "Set it first (fundctl indicator target).")),
        ErrorText(
            IndicatorError.Code.targetYears, .refused,
            fr: .init(
                what: "Une cible ne peut valoir de {year} à {through}.",
                why: "Une cible pluriannuelle va d'un exercice à un exercice plus tardif, au plus {limit} en tout.",
                next: "Corrigez --through."),
            en: .init(
                what: "A target cannot count from {year} to {through}.",
                why: "A target over several years goes from one fiscal year to a later one, at most {limit} in all.",
                next: "Mend --through.")),
        ErrorText(
            IndicatorError.Code.revisionOutsideSeptember, .refused,
            fr: .init(
                what: "La cible de « {indicator} » pour {year} ne se révise pas le {date}.",
                why: "Les cibles sont révisées une fois l'an, en septembre : du {from} au {to}.",
                next: "Avant septembre, attendez-le; ensuite, demandez une dérogation à deux personnes (--override)."),
            en: .init(
                what: "The target of \"{indicator}\" for {year} is not revised on {date}.",
                why: "Targets are revised once a year, in September: from {from} to {to}.",
                next: "Before September, wait for it; afterwards, ask for an override by two persons (--override).")),
        ErrorText(
            IndicatorError.Code.revisedAlready, .refused,
            fr: .init(
                what: "La cible de « {indicator} » pour {year}, {level}, a déjà été révisée.",
                why: "L'enregistrement {record} l'a révisée; il y a une révision par exercice.",
                next: "Demandez une dérogation à deux personnes (--override)."),
            en: .init(
                what: "The target of \"{indicator}\" for {year}, {level}, was revised already.",
                why: "Record {record} revised it; there is one revision a year.",
                next: "Ask for an override by two persons (--override).")),
        ErrorText(
            IndicatorError.Code.revisionEnteredLate, .refused,
            fr: .init(
                what: "La révision de « {indicator} » pour {year}, {level}, serait inscrite le {day}.",
                why: "Une révision s'inscrit en septembre, au plus tard le {to} : une date antérieure ne l'y ramène pas.",
                next: "Demandez une dérogation à deux personnes (--override)."),
            en: .init(
                what: "The revision of \"{indicator}\" for {year}, {level}, would be entered on {day}.",
                why: "A revision is entered in September, at the latest on {to}: an earlier date does not bring it back there.",
                next: "Ask for an override by two persons (--override).")),
        ErrorText(
            IndicatorError.Code.targetLate, .refused,
            fr: .init(
                what: "La cible de « {indicator} » pour {year}, {level}, serait fixée le {day}.",
                why: "Une cible se fixe avant la fin de son exercice, le {last} : après, le résultat est connu.",
                next: "Laissez cet exercice sans cible, et expliquez son résultat (fundctl indicator explain)."),
            en: .init(
                what: "The target of \"{indicator}\" for {year}, {level}, would be set on {day}.",
                why: "A target is set before its year ends, on {last}: after that the result is known.",
                next: "Leave that year without a target, and explain its result (fundctl indicator explain).")),
        ErrorText(
            IndicatorError.Code.overriddenAlready, .refused,
            fr: .init(
                what: "Deux personnes ont changé la cible de « {indicator} » pour {year}, {level}.",
                why: "Ce que deux personnes ont décidé, une seule ne le défait pas.",
                next: "Demandez une autre dérogation (--override)."),
            en: .init(
                what: "Two persons have changed the target of \"{indicator}\" for {year}, {level}.",
                why: "What two persons decided, one does not undo.",
                next: "Ask for another override (--override).")),
        ErrorText(
            IndicatorError.Code.monthNotOver, .refused,
            fr: .init(
                what: "Le mois {month} ne peut être publié le {day}.",
                why: "Il finit le {last}; ses chiffres bougent encore.",
                next: "Publiez-le à partir du lendemain."),
            en: .init(
                what: "The month {month} cannot be published on {day}.",
                why: "It ends on {last}; its figures still move.",
                next: "Publish it from the day after on.")),
        ErrorText(
            IndicatorError.Code.monthOrder, .refused,
            fr: .init(
                what: "Le mois {month} ne peut être publié maintenant.",
                why: "Les mois d'un exercice sont publiés dans l'ordre, chacun une fois[? : le prochain est {expected}].",
                next: "Voyez les mois publiés par « fundctl indicator figures »."),
            en: .init(
                what: "The month {month} cannot be published now.",
                why: "The months of a year are published in order, each once[?: the next one is {expected}].",
                next: "See the months published with \"fundctl indicator figures\".")),
        ErrorText(
            IndicatorError.Code.figureDiffers, .failed,
            fr: .init(
                what: "Le chiffre publié de « {indicator} », {level}, {month}, est {found}; les enregistrements donnent {expected}.",
                why: "Un mois est publié tel que ses actes le comptent à ce moment.",
                next: "Publiez avec fundctl, qui compte lui-même."),
            en: .init(
                what: "The published figure of \"{indicator}\", {level}, {month}, is {found}; the records give {expected}.",
                why: "A month is published as its acts count it at that moment.",
                next: "Publish with fundctl, which counts by itself.")),
        ErrorText(
            IndicatorError.Code.tooManyFigures, .refused,
            fr: .init(
                what: "Le mois {month} a {found} chiffres; une publication en porte au plus {limit}.",
                why: "Une publication est un seul enregistrement.",
                next: "Définissez moins d'indicateurs calculés pour l'exercice."),
            en: .init(
                what: "The month {month} has {found} figures; a publication holds at most {limit}.",
                why: "A publication is one record.",
                next: "Define fewer counted indicators for the year.")),
        ErrorText(
            IndicatorError.Code.notComputed, .refused,
            fr: .init(
                what: "Le chiffre de « {indicator} » s'inscrit : aucune liste ne se trouve derrière.",
                why: "Seuls les indicateurs calculés ouvrent sur leurs actes (méthode : {method}).",
                next: "Voyez d'où il vient par « fundctl indicator show {indicator} »."),
            en: .init(
                what: "The figure of \"{indicator}\" is entered: no list lies behind it.",
                why: "Only counted indicators open to their acts (method: {method}).",
                next: "See where it comes from with \"fundctl indicator show {indicator}\".")),
        ErrorText(
            IndicatorError.Code.textLength, .usage,
            fr: .init(
                what: "Le texte « {part} » a {bytes} octets.",
                why: "Il en faut au moins un, et au plus {limit}.",
                next: "Raccourcissez-le, ou remplissez-le."),
            en: .init(
                what: "The text \"{part}\" has {bytes} bytes.",
                why: "It needs one at least, and at most {limit}.",
                next: "Shorten it, or fill it in.")),
        ErrorText(
            IndicatorError.Code.valueMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un chiffre de cet indicateur (décimales permises : {decimals}).",
                why: "L'indicateur fixe le nombre de décimales; on écrit 12,5 ou 12.5.",
                next: "Corrigez le chiffre."),
            en: .init(
                what: "\"{found}\" is not a figure of this indicator (decimals allowed: {decimals}).",
                why: "The indicator sets the number of decimals; one writes 12.5 or 12,5.",
                next: "Mend the figure.")),
    ]
}
