import FundLedger

extension ErrorCatalogue {
    /// E-ACC: accounts.
    static let accounts: [ErrorText] = [
        ErrorText(
            LedgerError.Code.accountCodeMalformed, .usage,
            fr: .init(
                what: "« {found} » ne peut pas être le code d'un compte.",
                why: "Attendu : {expected}.",
                next: "Corrigez le code."),
            en: .init(
                what: "\"{found}\" cannot be the code of an account.",
                why: "Expected: {expected}.",
                next: "Mend the code.")),
        ErrorText(
            LedgerError.Code.accountNameLength, .refused,
            fr: .init(
                what: "Le nom du compte {account} n'a pas la bonne longueur (champ {field} : {found} octets).",
                why: "Attendu : {expected}.",
                next: "Donnez un nom, ou raccourcissez-le."),
            en: .init(
                what: "The name of the account {account} is not of the right length (field {field}: {found} bytes).",
                why: "Expected: {expected}.",
                next: "Give a name, or shorten it.")),
        ErrorText(
            LedgerError.Code.accountNameForbiddenCharacter, .refused,
            fr: .init(
                what: "Le nom du compte {account} contient un signe invisible ({found}) en position {position} (champ {field}).",
                why: "Un signe de commande ou de direction pourrait faire lire autre chose que ce qui est écrit.",
                next: "Retapez le nom, ou retirez ce signe."),
            en: .init(
                what: "The name of the account {account} holds an invisible sign ({found}) at position {position} (field {field}).",
                why: "A control or direction sign could make people read something else than what is written.",
                next: "Type the name again, or take that sign out.")),
        ErrorText(
            LedgerError.Code.accountClassUnknown, .usage,
            fr: .init(
                what: "« {found} » n'est pas une classe de comptes.",
                why: "Les classes sont celles-ci : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Nommez l'une d'elles."),
            en: .init(
                what: "\"{found}\" is not a class of accounts.",
                why: "The classes are these: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Name one of them.")),
        ErrorText(
            LedgerError.Code.statementLineUnknown, .usage,
            fr: .init(
                what: "« {found} » n'est pas une ligne des états financiers.",
                why: "Les lignes possibles sont celles-ci : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Nommez l'une d'elles."),
            en: .init(
                what: "\"{found}\" is not a line of the financial statements.",
                why: "The lines possible are these: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Name one of them.")),
        ErrorText(
            LedgerError.Code.statementLineOfAnotherClass, .refused,
            fr: .init(
                what: "Le compte {account} ne va pas sur la ligne « {line} ».",
                why: "Le compte est de la classe {found}, la ligne de la classe {expected}.",
                next: "Changez la classe du compte, ou choisissez une ligne de sa classe."),
            en: .init(
                what: "The account {account} does not go on the line \"{line}\".",
                why: "The account is of class {found}, the line of class {expected}.",
                next: "Change the account's class, or choose a line of its class.")),
        ErrorText(
            LedgerError.Code.budgetaryAccountWithLine, .refused,
            fr: .init(
                what: "Le compte {account} n'a pas à avoir de ligne (« {line} »).",
                why: "Il est budgétaire (classe {found}) et ne figure dans aucun état financier.",
                next: "Retirez la ligne."),
            en: .init(
                what: "The account {account} has no need of a line (\"{line}\").",
                why: "It is budgetary (class {found}) and stands in no financial statement.",
                next: "Take the line out.")),
    ]
}
