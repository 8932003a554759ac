import TabularImport

extension ErrorCatalogue {
    /// E-CSV: the values of a row.
    static let importRows: [ErrorText] = [
        ErrorText(
            ImportError.Code.blankValue, .refused,
            fr: .init(
                what: "La valeur manque[? (colonne « {column} »)].",
                why: "Ce champ ne peut pas être vide.",
                next: "Remplissez la colonne, ou donnez une valeur par défaut dans la carte."),
            en: .init(
                what: "The value is missing[? (column \"{column}\")].",
                why: "This field cannot be blank.",
                next: "Fill the column, or give a default in the map.")),
        ErrorText(
            ImportError.Code.badDate, .refused,
            fr: .init(
                what: "« {found} » n'est pas une date[? (colonne « {column} »)].",
                why: "Forme attendue : {expected}.",
                next: "Corrigez la valeur, ou la forme des dates dans la carte."),
            en: .init(
                what: "\"{found}\" is not a date[? (column \"{column}\")].",
                why: "Form expected: {expected}.",
                next: "Mend the value, or the form of dates in the map.")),
        ErrorText(
            ImportError.Code.badAmount, .refused,
            fr: .init(
                what: "« {found} » n'est pas un montant[? (colonne « {column} »)].",
                why: "Forme attendue : {expected}.",
                next: "Corrigez la valeur, ou la forme des montants dans la carte."),
            en: .init(
                what: "\"{found}\" is not an amount[? (column \"{column}\")].",
                why: "Form expected: {expected}.",
                next: "Mend the value, or the form of amounts in the map.")),
        ErrorText(
            ImportError.Code.fractionOfCent, .refused,
            fr: .init(
                what: "« {found} » compte une fraction de cent[? (colonne « {column} »)].",
                why: "Les livres sont tenus au cent près, et rien n'est arrondi en silence.",
                next: "Arrondissez la valeur à la source."),
            en: .init(
                what: "\"{found}\" holds a fraction of a cent[? (column \"{column}\")].",
                why: "Books are kept to the cent, and nothing is rounded in silence.",
                next: "Round the value at its source.")),
        ErrorText(
            ImportError.Code.outOfRange, .refused,
            fr: .init(
                what: "« {found} » est trop grand[? (colonne « {column} »)].",
                why: "La valeur ne tient pas sur 64 bits.",
                next: "Vérifiez la valeur."),
            en: .init(
                what: "\"{found}\" is too large[? (column \"{column}\")].",
                why: "The value does not fit in 64 bits.",
                next: "Check the value.")),
        ErrorText(
            ImportError.Code.badInteger, .refused,
            fr: .init(
                what: "« {found} » n'est pas un nombre entier[? (colonne « {column} »)].",
                why: "Un entier s'écrit en chiffres, comme 12 ou -3.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is not an integer[? (column \"{column}\")].",
                why: "An integer is written in digits, such as 12 or -3.",
                next: "Mend the value.")),
        ErrorText(
            ImportError.Code.badChoice, .refused,
            fr: .init(
                what: "« {found} » n'est pas l'un des mots possibles[? (colonne « {column} »)].",
                why: "Ce sont les suivants : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is not one of the words possible[? (column \"{column}\")].",
                why: "They are these: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Mend the value.")),
        ErrorText(
            ImportError.Code.badIdentifier, .refused,
            fr: .init(
                what: "« {found} » n'est pas un identifiant[? (colonne « {column} »)].",
                why: "Attendu : {expected}.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is not an identifier[? (column \"{column}\")].",
                why: "Expected: {expected}.",
                next: "Mend the value.")),
        ErrorText(
            ImportError.Code.noRuleMatches, .refused,
            fr: .init(
                what: "Aucune règle de la carte ne convient à « {found} »[? (colonne « {column} »)].",
                why: "« choose » n'a pas de cas pour cette valeur, ni de « otherwise ».",
                next: "Ajoutez une règle ou un « otherwise » à la carte."),
            en: .init(
                what: "No rule of the map matches \"{found}\"[? (column \"{column}\")].",
                why: "\"choose\" has no case for this value, and no \"otherwise\".",
                next: "Add a rule or an \"otherwise\" to the map.")),
        ErrorText(
            ImportError.Code.textTooLong, .refused,
            fr: .init(
                what: "Le texte est trop long ({found} octets).",
                why: "Ce champ prend au plus {expected} octets.",
                next: "[?Dans la carte, écrivez « {advice} ». ]Sinon, raccourcissez le texte."),
            en: .init(
                what: "The text is too long ({found} bytes).",
                why: "This field takes at most {expected} bytes.",
                next: "[?In the map, write \"{advice}\". ]Otherwise shorten the text.")),
        ErrorText(
            ImportError.Code.rowsDisagree, .refused,
            fr: .init(
                what: "« {found} » diffère de « {expected} », que disent les autres lignes de « {item} ».",
                why: "Les lignes d'un même élément ont ce champ en commun.",
                next: "Corrigez la ligne qui diffère, ou la clé qui les réunit."),
            en: .init(
                what: "\"{found}\" differs from \"{expected}\", which the other rows of \"{item}\" say.",
                why: "The rows of one item share this field.",
                next: "Mend the row that differs, or the key that joins them.")),
        ErrorText(
            ImportError.Code.itemComesBack, .refused,
            fr: .init(
                what: "Les lignes de « {found} » ne sont pas ensemble.",
                why: "Cette clé est déjà venue plus haut, et d'autres lignes les séparent.",
                next: "Triez le fichier par cette clé."),
            en: .init(
                what: "The rows of \"{found}\" are not together.",
                why: "This key came above, and other rows lie between.",
                next: "Sort the file by this key.")),
        ErrorText(
            ImportError.Code.repeatedSourceKey, .refused,
            fr: .init(
                what: "« {found} » se trouve deux fois dans le fichier.",
                why: "La colonne de source doit nommer chaque élément une seule fois.",
                next: "Retirez le doublon, ou choisissez une autre colonne de source dans la carte."),
            en: .init(
                what: "\"{found}\" stands twice in the file.",
                why: "The source column must name each item once.",
                next: "Take the double out, or choose another source column in the map.")),
        ErrorText(
            ImportError.Code.emptyGroup, .refused,
            fr: .init(
                what: "L'élément n'a rien gardé de son groupe.",
                why: "Toutes ses parties ont été écartées par « skip_when ».",
                next: "Corrigez la condition dans la carte, ou la ligne."),
            en: .init(
                what: "The item kept nothing of its group.",
                why: "All its members were left out by \"skip_when\".",
                next: "Mend the condition in the map, or the row.")),
    ]
}
