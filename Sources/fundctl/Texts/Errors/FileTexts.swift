import TabularImport

extension ErrorCatalogue {
    /// E-CSV: files of rows.
    static let importFiles: [ErrorText] = [
        ErrorText(
            ImportError.Code.unreadable, .failed,
            fr: .init(
                what: "Le fichier {file} n'a pas pu être lu.",
                why: "Le système répond : {errno}.",
                next: "Vérifiez le chemin et les droits de lecture."),
            en: .init(
                what: "The file {file} could not be read.",
                why: "The system answers: {errno}.",
                next: "See to the path and to the right to read it.")),
        ErrorText(
            ImportError.Code.missingHeader, .refused,
            fr: .init(
                what: "Il n'y a pas de ligne d'en-tête.",
                why: "Le fichier est vide, ou ne contient que des blancs.",
                next: "Donnez un fichier dont la première ligne nomme les colonnes."),
            en: .init(
                what: "There is no header row.",
                why: "The file is empty, or blank.",
                next: "Give a file whose first row names the columns.")),
        ErrorText(
            ImportError.Code.wrongEncoding, .refused,
            fr: .init(
                what: "Le fichier commence par une marque d'encodage {found}.",
                why: "L'encodage attendu est {expected}.",
                next: "[?Dans la carte, écrivez : {advice}. ]Sinon, convertissez le fichier en UTF-8."),
            en: .init(
                what: "The file begins with the mark of the encoding {found}.",
                why: "The encoding expected is {expected}.",
                next: "[?In the map, write: {advice}. ]Otherwise convert the file to UTF-8.")),
        ErrorText(
            ImportError.Code.invalidUTF8, .refused,
            fr: .init(
                what: "Le texte n'est pas en UTF-8 (octet {found}).",
                why: "Le fichier a sans doute été enregistré dans un autre encodage.",
                next: "[?Dans la carte, écrivez « {advice} ». ]Sinon, convertissez le fichier en UTF-8."),
            en: .init(
                what: "The text is not UTF-8 (byte {found}).",
                why: "The file was probably saved in another encoding.",
                next: "[?In the map, write \"{advice}\". ]Otherwise convert the file to UTF-8.")),
        ErrorText(
            ImportError.Code.nulByte, .refused,
            fr: .init(
                what: "Le fichier contient un octet nul.",
                why: "Il est en UTF-16, ou ce n'est pas un fichier de texte.",
                next: "[?Essayez ceci : {advice}. ]Enregistrez-le en UTF-8."),
            en: .init(
                what: "The file holds a zero byte.",
                why: "It is UTF-16, or it is no text file.",
                next: "[?Try this: {advice}. ]Save it as UTF-8.")),
        ErrorText(
            ImportError.Code.forbiddenCharacter, .refused,
            fr: .init(
                what: "La valeur contient un signe invisible ({code_point}).",
                why: "Aucun enregistrement ne prend de signe de commande ni de direction.",
                next: "[?Essayez ceci : {advice}. ]Sinon, retirez ce signe."),
            en: .init(
                what: "The value holds an invisible sign ({code_point}).",
                why: "No record takes a control or direction sign.",
                next: "[?Try this: {advice}. ]Otherwise take that sign out.")),
        ErrorText(
            ImportError.Code.lineBreakInField, .refused,
            fr: .init(
                what: "La valeur contient une fin de ligne.",
                why: "La carte refuse les fins de ligne à l'intérieur d'un champ.",
                next: "[?Pour en faire des espaces, écrivez dans la carte « {advice} ». ]Sinon, retirez-la."),
            en: .init(
                what: "The value holds a line break.",
                why: "The map refuses line breaks inside a field.",
                next: "[?To make spaces of them, write in the map \"{advice}\". ]Otherwise take it out.")),
        ErrorText(
            ImportError.Code.strayQuote, .refused,
            fr: .init(
                what: "Un guillemet n'est pas à sa place.",
                why: "Un champ qui contient un guillemet s'entoure de guillemets, et celui du dedans se double (RFC 4180).",
                next: "Corrigez la ligne."),
            en: .init(
                what: "A quote is out of place.",
                why: "A field that holds a quote is put between quotes, and the inner one doubled (RFC 4180).",
                next: "Mend the row.")),
        ErrorText(
            ImportError.Code.unterminatedQuote, .refused,
            fr: .init(
                what: "Un guillemet ouvert n'est jamais fermé.",
                why: "Le fichier finit à l'intérieur d'un champ.",
                next: "Fermez le guillemet, ou reprenez le fichier entier."),
            en: .init(
                what: "A quote that opens is never closed.",
                why: "The file ends inside a field.",
                next: "Close the quote, or take the whole file again.")),
        ErrorText(
            ImportError.Code.wrongFieldCount, .refused,
            fr: .init(
                what: "La ligne a {found} champs.",
                why: "L'en-tête en a {expected}.",
                next: "Corrigez la ligne; une valeur qui contient le séparateur s'entoure de guillemets."),
            en: .init(
                what: "The row has {found} fields.",
                why: "The header has {expected}.",
                next: "Mend the row; a value that holds the delimiter is put between quotes.")),
        ErrorText(
            ImportError.Code.fieldTooLong, .refused,
            fr: .init(
                what: "La valeur est trop longue ({found} octets).",
                why: "Un champ a au plus {expected} octets.",
                next: "Raccourcissez-la; il se peut aussi qu'un guillemet ne soit pas fermé."),
            en: .init(
                what: "The value is too long ({found} bytes).",
                why: "A field has at most {expected} bytes.",
                next: "Shorten it; it may also be that a quote is not closed.")),
        ErrorText(
            ImportError.Code.rowTooLong, .refused,
            fr: .init(
                what: "La ligne est trop longue.",
                why: "Une ligne a au plus {expected} octets; souvent, un guillemet n'est pas fermé.",
                next: "Cherchez le guillemet ouvert à partir de cette ligne."),
            en: .init(
                what: "The row is too long.",
                why: "A row has at most {expected} bytes; often a quote is not closed.",
                next: "Look for the open quote from this row on.")),
        ErrorText(
            ImportError.Code.tooManyColumns, .refused,
            fr: .init(
                what: "Le fichier a {found} colonnes.",
                why: "Il en faut au plus {expected}.",
                next: "Vérifiez le séparateur, ou retirez des colonnes."),
            en: .init(
                what: "The file has {found} columns.",
                why: "It may have at most {expected}.",
                next: "Check the delimiter, or take columns out.")),
        ErrorText(
            ImportError.Code.repeatedColumn, .refused,
            fr: .init(
                what: "Deux colonnes portent ce nom.",
                why: "On ne saurait pas laquelle lire.",
                next: "Renommez l'une d'elles dans l'en-tête."),
            en: .init(
                what: "Two columns have this name.",
                why: "There would be no telling which to read.",
                next: "Rename one of them in the header.")),
        ErrorText(
            ImportError.Code.missingColumn, .refused,
            fr: .init(
                what: "Le fichier n'a pas cette colonne.",
                why: "Ses colonnes sont celles-ci : {found}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ][?Essayez ceci : {advice}. ]Corrigez la carte ou l'en-tête."),
            en: .init(
                what: "The file has no such column.",
                why: "Its columns are these: {found}.",
                next: "[?Did you mean \"{nearest}\"? ][?Try this: {advice}. ]Mend the map or the header.")),
        ErrorText(
            ImportError.Code.unknownColumn, .refused,
            fr: .init(
                what: "Cette colonne n'est pas attendue.",
                why: "Les colonnes connues sont celles-ci : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Renommez la colonne, retirez-la, ou nommez-la dans la carte s'il y en a une."),
            en: .init(
                what: "This column is not expected.",
                why: "The columns known are these: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Rename the column, take it out, or name it in the map if there is one.")),
    ]
}
