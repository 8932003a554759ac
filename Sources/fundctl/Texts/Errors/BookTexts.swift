import FundLedger

extension ErrorCatalogue {
    /// E-ACC, E-YEA: the accounts and fiscal years of a fund.
    static let books: [ErrorText] = [
        ErrorText(
            LedgerError.Code.accountUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas de compte {account} dans le fonds {fund}.",
                why: "Aucun compte de ce fonds ne porte ce code.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl account list --fund {fund} » montre les comptes."),
            en: .init(
                what: "There is no account {account} in the fund {fund}.",
                why: "No account of this fund has this code.",
                next: "[?Did you mean {nearest}? ]\"fundctl account list --fund {fund}\" shows the accounts.")),
        ErrorText(
            LedgerError.Code.accountClosed, .refused,
            fr: .init(
                what: "Le compte {account} du fonds {fund} est fermé.",
                why: "Un compte fermé ne reçoit plus d'écriture.",
                next: "Prenez un autre compte, ou ouvrez-en un par « fundctl account open »."),
            en: .init(
                what: "The account {account} of the fund {fund} is closed.",
                why: "A closed account takes no more entries.",
                next: "Take another account, or open one with \"fundctl account open\".")),
        ErrorText(
            LedgerError.Code.accountKnown, .refused,
            fr: .init(
                what: "Le compte {account} existe déjà dans le fonds {fund}.",
                why: "Un code ne s'ouvre qu'une fois.",
                next: "Choisissez un autre code, ou servez-vous de ce compte."),
            en: .init(
                what: "The account {account} exists already in the fund {fund}.",
                why: "A code is opened only once.",
                next: "Choose another code, or use that account.")),
        ErrorText(
            LedgerError.Code.accountHasBalance, .refused,
            fr: .init(
                what: "Le compte {account} ne peut pas être fermé : son solde est de {balance_cents}.",
                why: "Un compte se ferme à zéro, pour que rien ne se perde.",
                next: "Virez d'abord le solde à un autre compte par une écriture."),
            en: .init(
                what: "The account {account} cannot be closed: its balance is {balance_cents}.",
                why: "An account is closed at zero, so that nothing is lost.",
                next: "Move the balance to another account by an entry first.")),
        ErrorText(
            LedgerError.Code.accountOfOtherFund, .refused,
            fr: .init(
                what: "Le compte {account} n'est pas du fonds {fund}, mais du fonds {other}.",
                why: "Une écriture tient dans un seul fonds.",
                next: "Prenez un compte du fonds {fund}; entre les fonds, servez-vous de « fundctl entry interfund »."),
            en: .init(
                what: "The account {account} is not of the fund {fund} but of the fund {other}.",
                why: "An entry lies in one fund.",
                next: "Take an account of the fund {fund}; between funds, use \"fundctl entry interfund\".")),
        ErrorText(
            LedgerError.Code.notAFund, .refused,
            fr: .init(
                what: "Le registre {register} ne tient pas de comptes.",
                why: "Seuls fnf et fdmt sont des fonds.",
                next: "Nommez un fonds par --fund."),
            en: .init(
                what: "The register {register} keeps no books.",
                why: "Only fnf and fdmt are funds.",
                next: "Name a fund with --fund.")),
        ErrorText(
            LedgerError.Code.accountDiffers, .refused,
            fr: .init(
                what: "Le compte {account} existe déjà, mais autrement[? ({field} : « {found} » ici, « {expected} » au livre)].",
                why: "Un compte ouvert ne se modifie pas.",
                next: "Rendez la ligne pareille à ce que porte le livre, retirez-la, ou prenez un autre code."),
            en: .init(
                what: "The account {account} exists already, but differs[? ({field}: \"{found}\" here, \"{expected}\" in the book)].",
                why: "An open account is not changed.",
                next: "Make the row like what the book has, take it out, or take another code.")),
        ErrorText(
            LedgerError.Code.accountFileRefused, .refused,
            fr: .init(
                what: "Le fichier {file} n'a pas été chargé; lignes refusées : {problems}.",
                why: "Un fichier de comptes se charge en entier ou pas du tout.",
                next: "Corrigez les lignes nommées, puis refaites la commande. Rien n'a été écrit."),
            en: .init(
                what: "The file {file} was not loaded; rows refused: {problems}.",
                why: "A file of accounts is loaded whole or not at all.",
                next: "Mend the rows named, then run the command again. Nothing was written.")),
        ErrorText(
            LedgerError.Code.yearNotOpen, .refused,
            fr: .init(
                what: "L'exercice {year} n'est pas ouvert dans le fonds {fund}[? (date du {date})].",
                why: "Rien ne s'inscrit à un exercice qui n'est pas ouvert.",
                next: "Ouvrez-le par « fundctl year open {year} --fund {fund} », ou vérifiez la date."),
            en: .init(
                what: "The fiscal year {year} is not open in the fund {fund}[? (date {date})].",
                why: "Nothing is posted to a year that is not open.",
                next: "Open it with \"fundctl year open {year} --fund {fund}\", or check the date.")),
        ErrorText(
            LedgerError.Code.yearKnown, .refused,
            fr: .init(
                what: "L'exercice {year} est déjà ouvert dans le fonds {fund}.",
                why: "Un exercice ne s'ouvre qu'une fois.",
                next: "Il n'y a rien à faire; « fundctl period list --fund {fund} » montre ses périodes."),
            en: .init(
                what: "The fiscal year {year} is open already in the fund {fund}.",
                why: "A year is opened only once.",
                next: "There is nothing to do; \"fundctl period list --fund {fund}\" shows its periods.")),
    ]
}
