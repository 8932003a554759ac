import TabularImport

extension ErrorCatalogue {
    /// E-MAP: import maps.
    static let importMaps: [ErrorText] = [
        ErrorText(
            ImportError.Code.notYAML, .refused,
            fr: .init(
                what: "La carte n'est pas en YAML.",
                why: "Le lecteur YAML répond : {found}.",
                next: "Corrigez la carte à cet endroit."),
            en: .init(
                what: "The map is not YAML.",
                why: "The YAML parser says: {found}.",
                next: "Mend the map at that place.")),
        ErrorText(
            ImportError.Code.unknownKey, .refused,
            fr: .init(
                what: "La clé « {found} » n'a pas sa place ici[? ({path})].",
                why: "Les clés possibles sont celles-ci : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Corrigez la carte."),
            en: .init(
                what: "The key \"{found}\" has no place here[? ({path})].",
                why: "The keys possible are these: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Mend the map.")),
        ErrorText(
            ImportError.Code.missingKey, .refused,
            fr: .init(
                what: "Il manque une clé[? ({path})].",
                why: "Attendu : {expected}.",
                next: "Ajoutez-la à la carte."),
            en: .init(
                what: "A key is missing[? ({path})].",
                why: "Expected: {expected}.",
                next: "Add it to the map.")),
        ErrorText(
            ImportError.Code.wrongShape, .refused,
            fr: .init(
                what: "La valeur n'a pas la bonne forme[? ({path})] : {found}.",
                why: "Attendu : {expected}.",
                next: "Corrigez la carte."),
            en: .init(
                what: "The value has not the right shape[? ({path})]: {found}.",
                why: "Expected: {expected}.",
                next: "Mend the map.")),
        ErrorText(
            ImportError.Code.unknownWord, .refused,
            fr: .init(
                what: "« {found} » n'est pas un mot possible[? ({path})].",
                why: "Les mots possibles sont ceux-ci : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Corrigez la carte."),
            en: .init(
                what: "\"{found}\" is not a word possible[? ({path})].",
                why: "The words possible are these: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Mend the map.")),
        ErrorText(
            ImportError.Code.badConstant, .refused,
            fr: .init(
                what: "« {found} » ne convient pas à son champ[? ({path})].",
                why: "Attendu : {expected} ({cause}).",
                next: "Corrigez la valeur dans la carte."),
            en: .init(
                what: "\"{found}\" does not suit its field[? ({path})].",
                why: "Expected: {expected} ({cause}).",
                next: "Mend the value in the map.")),
        ErrorText(
            ImportError.Code.oneOfThese, .refused,
            fr: .init(
                what: "Il faut exactement une de ces clés[? ({path})] : {expected}.",
                why: "La carte en donne ceci : {found}.",
                next: "N'en gardez qu'une, ou ajoutez celle qui manque."),
            en: .init(
                what: "Exactly one of these keys is needed[? ({path})]: {expected}.",
                why: "The map gives this: {found}.",
                next: "Keep one of them, or add the one that is missing.")),
        ErrorText(
            ImportError.Code.badTemplate, .refused,
            fr: .init(
                what: "Le gabarit « {found} » est mal formé[? ({path})].",
                why: "Ses accolades ne vont pas par paires, ou ne nomment aucune colonne.",
                next: "Écrivez le nom d'une colonne entre accolades."),
            en: .init(
                what: "The template \"{found}\" is malformed[? ({path})].",
                why: "Its braces do not pair, or name no column.",
                next: "Write the name of a column between braces.")),
        ErrorText(
            ImportError.Code.badText, .refused,
            fr: .init(
                what: "Un texte de la carte ne convient pas[? ({path})].",
                why: "Il est vide, ou contient un signe de commande[? ({code_point})].",
                next: "Corrigez le texte."),
            en: .init(
                what: "A text of the map does not do[? ({path})].",
                why: "It is empty, or holds a control character[? ({code_point})].",
                next: "Mend the text.")),
        ErrorText(
            ImportError.Code.tooLarge, .refused,
            fr: .init(
                what: "La carte est trop grande : {found}.",
                why: "La limite est de {expected}.",
                next: "Simplifiez la carte."),
            en: .init(
                what: "The map is too large: {found}.",
                why: "The limit is {expected}.",
                next: "Make the map simpler.")),
        ErrorText(
            ImportError.Code.optionDoesNotApply, .refused,
            fr: .init(
                what: "L'option « {found} » ne s'applique pas ici[? ({path})].",
                why: "Les options possibles sont celles-ci : {expected}.",
                next: "Retirez-la de la carte."),
            en: .init(
                what: "The option \"{found}\" does not apply here[? ({path})].",
                why: "The options possible are these: {expected}.",
                next: "Take it out of the map.")),
        ErrorText(
            ImportError.Code.sameSigns, .refused,
            fr: .init(
                what: "Le signe « {found} » sépare à la fois les décimales et les milliers[? ({path})].",
                why: "On ne saurait pas lire un montant.",
                next: "Donnez deux signes différents."),
            en: .init(
                what: "The sign \"{found}\" parts both decimals and thousands[? ({path})].",
                why: "There would be no reading an amount.",
                next: "Give two different signs.")),
        ErrorText(
            ImportError.Code.unsupportedEncoding, .refused,
            fr: .init(
                what: "L'encodage « {found} » n'est pas lu[? ({path})].",
                why: "Les encodages possibles sont ceux-ci : {expected}.",
                next: "[?Essayez ceci : {advice}. ]Convertissez le fichier en UTF-8."),
            en: .init(
                what: "The encoding \"{found}\" is not read[? ({path})].",
                why: "The encodings possible are these: {expected}.",
                next: "[?Try this: {advice}. ]Convert the file to UTF-8.")),
        ErrorText(
            ImportError.Code.wrongTarget, .refused,
            fr: .init(
                what: "La carte est faite pour une autre importation (« {found} »).",
                why: "Celle-ci attend une carte pour « {expected} ».",
                next: "Donnez la carte qui convient par --map."),
            en: .init(
                what: "The map is made for another import (\"{found}\").",
                why: "This one expects a map for \"{expected}\".",
                next: "Give the right map with --map.")),
    ]
}
