import FundLedger

extension ErrorCatalogue {
    /// E-BNK: bank details, files for the bank, statements of the bank.
    static let banks: [ErrorText] = [
        ErrorText(
            BankError.Code.institutionForm, .refused,
            fr: .init(
                what: "Le numéro d'institution de {whose} n'a pas trois chiffres ({found} caractères).",
                why: "Une institution financière canadienne a trois chiffres, comme 006 ou 815.",
                next: "Relisez le chèque annulé."),
            en: .init(
                what: "The institution number of {whose} is not three digits ({found} characters).",
                why: "A Canadian financial institution has three digits, such as 006 or 815.",
                next: "Look at the void cheque again.")),
        ErrorText(
            BankError.Code.transitForm, .refused,
            fr: .init(
                what: "Le numéro de transit de {whose} n'a pas cinq chiffres ({found} caractères).",
                why: "Une succursale a cinq chiffres, zéros compris.",
                next: "Relisez le chèque annulé."),
            en: .init(
                what: "The transit number of {whose} is not five digits ({found} characters).",
                why: "A branch has five digits, zeros included.",
                next: "Look at the void cheque again.")),
        ErrorText(
            BankError.Code.accountForm, .refused,
            fr: .init(
                what: "Le numéro de compte de {whose} n'a pas de 1 à 12 chiffres ({found} caractères).",
                why: "Le format bancaire prend 12 chiffres au plus, sans espace ni trait d'union.",
                next: "Écrivez les chiffres seuls, zéros du début compris."),
            en: .init(
                what: "The account number of {whose} is not 1 to 12 digits ({found} characters).",
                why: "The bank's format takes 12 digits at most, without spaces or hyphens.",
                next: "Write the digits alone, with the zeros at the beginning.")),
        ErrorText(
            BankError.Code.fieldTooLong, .refused,
            fr: .init(
                what: "Le champ « {field} » de {whose} a {found} caractères; {expected} au plus.",
                why: "Le fichier bancaire a des champs de longueur fixe, et un nom n'est pas coupé sans vous.",
                next: "Abrégez ce texte."),
            en: .init(
                what: "The field \"{field}\" of {whose} has {found} characters; {expected} at most.",
                why: "The bank file has fields of fixed length, and a name is not cut without you.",
                next: "Shorten that text.")),
        ErrorText(
            BankError.Code.characterRefused, .refused,
            fr: .init(
                what: "Le champ « {field} » de {whose} a un caractère que la banque ne peut afficher, ou n'a rien d'autre ({code_point}).",
                why: "Le fichier prend les lettres sans accent, les chiffres, l'espace, le point, la virgule, le trait d'union, l'esperluette, l'apostrophe et la barre oblique.",
                next: "Écrivez ce texte autrement."),
            en: .init(
                what: "The field \"{field}\" of {whose} has a character that the bank cannot show, or nothing else ({code_point}).",
                why: "The file takes letters without accents, digits, spaces, full stops, commas, hyphens, ampersands, apostrophes and slashes.",
                next: "Write that text in another way.")),
        ErrorText(
            BankError.Code.paymentAmount, .refused,
            fr: .init(
                what: "Le paiement {payment} est de {amount_cents}.",
                why: "Le fichier bancaire prend de 0,01 $ à 99 999 999,99 $ par paiement.",
                next: "Versez cette somme autrement, par un virement de grande valeur par exemple."),
            en: .init(
                what: "The payment {payment} is of {amount_cents}.",
                why: "The bank file takes from $0.01 to $99,999,999.99 a payment.",
                next: "Pay it in another way, by a large value transfer for instance.")),
        ErrorText(
            BankError.Code.paymentDate, .refused,
            fr: .init(
                what: "La date de versement {date} ne va pas avec un fichier du {created} (paiement {payment}).",
                why: "Les banques prennent 30 jours avant la date du fichier et 173 jours après.",
                next: "Donnez une autre date par --due."),
            en: .init(
                what: "The due date {date} does not go with a file of {created} (payment {payment}).",
                why: "Banks take 30 days before the day of the file and 173 days after it.",
                next: "Give another date with --due.")),
        ErrorText(
            BankError.Code.paymentCount, .refused,
            fr: .init(
                what: "Le fichier aurait {found} paiements.",
                why: "Il en prend de 1 à {expected}.",
                next: "Choisissez un lot qui a des paiements non rejetés."),
            en: .init(
                what: "The file would have {found} payments.",
                why: "It takes from 1 to {expected}.",
                next: "Choose a run that has payments which are not rejected.")),
        ErrorText(
            BankError.Code.totalTooLarge, .refused,
            fr: .init(
                what: "Le total du fichier serait de {total_cents}.",
                why: "L'enregistrement de fin ne tient pas un tel total.",
                next: "Faites plusieurs fichiers."),
            en: .init(
                what: "The file's total would be {total_cents}.",
                why: "The trailer record does not hold such a total.",
                next: "Make several files.")),
        ErrorText(
            BankError.Code.originatorForm, .refused,
            fr: .init(
                what: "Le réglage « {field} » de l'émetteur est « {found} ».",
                why: "Attendu : {expected}.",
                next: "Corrigez-le d'après ce que votre banque vous a donné."),
            en: .init(
                what: "The originator's setting \"{field}\" is \"{found}\".",
                why: "Expected: {expected}.",
                next: "Mend it by what your bank gave you.")),
        ErrorText(
            BankError.Code.fileMalformed, .failed,
            fr: .init(
                what: "Le fichier bancaire n'a pas sa forme à l'enregistrement {record}, position {position}, champ « {field} ».",
                why: "Trouvé : « {found} ». Attendu : {expected}.",
                next: "Produisez le fichier de nouveau par « fundctl payment file »."),
            en: .init(
                what: "The bank file has not its form at the record {record}, position {position}, field \"{field}\".",
                why: "Found: \"{found}\". Expected: {expected}.",
                next: "Make the file anew with \"fundctl payment file\".")),
        ErrorText(
            BankError.Code.fileTotals, .failed,
            fr: .init(
                what: "Le fichier bancaire ne balance pas : « {field} » dit {found}.",
                why: "Ses paiements donnent {expected}.",
                next: "Produisez le fichier de nouveau par « fundctl payment file »."),
            en: .init(
                what: "The bank file does not balance: \"{field}\" says {found}.",
                why: "Its payments give {expected}.",
                next: "Make the file anew with \"fundctl payment file\".")),
        ErrorText(
            BankError.Code.statementUnbalanced, .refused,
            fr: .init(
                what: "Le relevé ne balance pas : il manque {difference_cents}.",
                why: "{opening_cents} au début et {movements_cents} de mouvements ne donnent pas {closing_cents} à la fin.",
                next: "Vérifiez --opening et --closing, et que le fichier a toutes les lignes du relevé."),
            en: .init(
                what: "The statement does not balance: {difference_cents} is missing.",
                why: "{opening_cents} at the beginning and {movements_cents} of movements do not give {closing_cents} at the end.",
                next: "Check --opening and --closing, and that the file has every row of the statement.")),
        ErrorText(
            BankError.Code.statementOverflow, .refused,
            fr: .init(
                what: "Les montants du relevé dépassent ce qui peut être compté.",
                why: "Une somme tient sur 64 bits, en cents.",
                next: "Vérifiez l'unité du montant dans la table de correspondance."),
            en: .init(
                what: "The statement's amounts are more than can be counted.",
                why: "A sum fits 64 bits, in cents.",
                next: "Check the amount's unit in the import map.")),
    ]
}
