import FundLedger

extension ErrorCatalogue {
    /// E-CTL, E-PRG, E-RCP: control accounts, programmes, recipients.
    static let registries: [ErrorText] = controlAccounts + programs + recipients

    private static let controlAccounts: [ErrorText] = [
        ErrorText(
            RegistryError.Code.controlUseSet, .refused,
            fr: .init(
                what: "Le compte de contrôle « {use} » est déjà le {account}.",
                why: "Un usage reçoit son compte une fois pour toutes : les livres auxiliaires s'y mesurent.",
                next: "Passez les écritures au compte {account}."),
            en: .init(
                what: "The control account \"{use}\" is {account} already.",
                why: "A use gets its account once for ever: the sub-ledgers are measured by it.",
                next: "Post to the account {account}.")),
        ErrorText(
            RegistryError.Code.controlLine, .refused,
            fr: .init(
                what: "Le compte {account} ne convient pas à l'usage « {use} ».",
                why: "Il a le poste {found}; il faut {expected}.",
                next: "Choisissez un compte de ce poste (fundctl account list)."),
            en: .init(
                what: "The account {account} does not fit the use \"{use}\".",
                why: "Its statement line is {found}; {expected} is needed.",
                next: "Choose an account of that line (fundctl account list).")),
        ErrorText(
            RegistryError.Code.controlAccountTaken, .refused,
            fr: .init(
                what: "Le compte {account} sert déjà à « {other} »; il ne peut servir à « {use} ».",
                why: "Un compte de contrôle n'a qu'un usage : son solde s'explique par un seul livre auxiliaire.",
                next: "Choisissez ou ouvrez un autre compte (fundctl account open)."),
            en: .init(
                what: "The account {account} serves for \"{other}\" already; it cannot serve for \"{use}\".",
                why: "A control account has one use: one sub-ledger explains its balance.",
                next: "Choose or open another account (fundctl account open).")),
        ErrorText(
            RegistryError.Code.controlUseMissing, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de compte de contrôle pour « {use} ».",
                why: "L'opération y passe une écriture; il faut savoir à quel compte (poste {line}).",
                next: "« fundctl account control {use} COMPTE --fund {fund} » le désigne."),
            en: .init(
                what: "The fund {fund} has no control account for \"{use}\".",
                why: "The operation posts to it; which account it is must be known (line {line}).",
                next: "\"fundctl account control {use} ACCOUNT --fund {fund}\" names it.")),
        ErrorText(
            RegistryError.Code.controlAccountPosted, .refused,
            fr: .init(
                what: "On ne passe pas {amount_cents} au compte {account} par une écriture libre.",
                why: "C'est le compte de contrôle « {use} » : son solde est celui des subventions, des paiements ou des cotisations qui l'expliquent, et seules leurs opérations y passent.",
                next: "Servez-vous de la commande de l'opération (fundctl grant, payment, levy, revenue ou fee), ou d'un autre compte."),
            en: .init(
                what: "An entry by hand does not post {amount_cents} to the account {account}.",
                why: "It is the control account \"{use}\": its balance is that of the grants, payments or levies that explain it, and only their operations post there.",
                next: "Use the operation's command (fundctl grant, payment, levy, revenue or fee), or another account.")),
        ErrorText(
            RegistryError.Code.controlAccountClosed, .refused,
            fr: .init(
                what: "Le compte {account} ne se ferme pas.",
                why: "C'est le compte de contrôle « {use} ».",
                next: "Laissez-le ouvert."),
            en: .init(
                what: "The account {account} is not closed.",
                why: "It is the control account \"{use}\".",
                next: "Leave it open.")),
    ]

    private static let programs: [ErrorText] = [
        ErrorText(
            RegistryError.Code.programKnown, .refused,
            fr: .init(
                what: "Le programme {program} est déjà dans le fonds {fund}.",
                why: "Un code désigne un programme une fois pour toutes.",
                next: "« fundctl program list --fund {fund} » le montre; prenez un autre code pour un autre programme."),
            en: .init(
                what: "The programme {program} is in the fund {fund} already.",
                why: "A code names one programme for ever.",
                next: "\"fundctl program list --fund {fund}\" shows it; take another code for another programme.")),
        ErrorText(
            RegistryError.Code.programUnknown, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de programme {program}[?; c'est peut-être {nearest}].",
                why: "Une subvention relève d'un programme, qui donne son compte de charges et ses normes.",
                next: "« fundctl program list --fund {fund} » les montre; « fundctl program add » en ajoute."),
            en: .init(
                what: "The fund {fund} has no programme {program}[?; {nearest} may be meant].",
                why: "A grant belongs to a programme, which gives its expense account and its norms.",
                next: "\"fundctl program list --fund {fund}\" shows them; \"fundctl program add\" adds one.")),
        ErrorText(
            RegistryError.Code.programAccount, .refused,
            fr: .init(
                what: "Le compte {account} n'est pas un compte de charges.",
                why: "Les subventions du programme {program} y seraient passées en charges; sa classe est {found}.",
                next: "Choisissez un compte de charges (fundctl account list)."),
            en: .init(
                what: "The account {account} is no expense account.",
                why: "The grants of the programme {program} would be expensed there; its class is {found}.",
                next: "Choose an expense account (fundctl account list).")),
        ErrorText(
            RegistryError.Code.programCodeMalformed, .usage,
            fr: .init(
                what: "« {found} » ne peut être un code de programme.",
                why: "Un code a de 1 à 64 lettres sans accent, chiffres, points, traits d'union ou de soulignement, et commence par une lettre ou un chiffre.",
                next: "Par exemple : MFOR-2026."),
            en: .init(
                what: "\"{found}\" cannot be the code of a programme.",
                why: "A code has 1 to 64 unaccented letters, digits, dots, hyphens or underscores, and begins with a letter or digit.",
                next: "For example: MFOR-2026.")),
    ]

    private static let recipients: [ErrorText] = [
        ErrorText(
            RegistryError.Code.recipientKnown, .refused,
            fr: .init(
                what: "Le bénéficiaire {recipient} est déjà dans le fonds {fund}.",
                why: "Un bénéficiaire est inscrit une fois.",
                next: "« fundctl recipient rename {recipient} » change son nom."),
            en: .init(
                what: "The recipient {recipient} is in the fund {fund} already.",
                why: "A recipient is entered once.",
                next: "\"fundctl recipient rename {recipient}\" changes its name.")),
        ErrorText(
            RegistryError.Code.recipientUnknown, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de bénéficiaire {recipient}[?; c'est peut-être {nearest}].",
                why: "Une subvention va à un bénéficiaire inscrit.",
                next: "« fundctl recipient list --fund {fund} » les montre; « fundctl recipient add » en inscrit."),
            en: .init(
                what: "The fund {fund} has no recipient {recipient}[?; {nearest} may be meant].",
                why: "A grant goes to a recipient that was entered.",
                next: "\"fundctl recipient list --fund {fund}\" shows them; \"fundctl recipient add\" enters one.")),
        ErrorText(
            RegistryError.Code.recipientMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas l'identifiant d'un bénéficiaire.",
                why: "C'est un NEQ, dix chiffres dont les deux premiers sont 11, 22, 33 ou 88; ou, sans NEQ, X- suivi de 1 à 60 lettres sans accent, chiffres, points, traits d'union ou de soulignement.",
                next: "Par exemple : 1140000013, ou X-conseil-de-bande-12."),
            en: .init(
                what: "\"{found}\" is no recipient's identifier.",
                why: "It is a NEQ, ten digits of which the first two are 11, 22, 33 or 88; or, without a NEQ, X- and 1 to 60 unaccented letters, digits, dots, hyphens or underscores.",
                next: "For example: 1140000013, or X-band-council-12.")),
        ErrorText(
            RegistryError.Code.recipientNaming, .refused,
            fr: .init(
                what: "Le bénéficiaire {recipient} n'est pas nommé comme il faut.",
                why: "Un organisme a un nom; une personne, dont une entreprise individuelle (NEQ en 22), n'est nommée que sous engagement, hors des enregistrements.",
                next: "Donnez --name, ou --person pour une personne."),
            en: .init(
                what: "The recipient {recipient} is not named as it should be.",
                why: "An organisation has a name; a person, a sole proprietor (NEQ in 22) too, is named only under a commitment, outside the records.",
                next: "Give --name, or --person for a person.")),
        ErrorText(
            RegistryError.Code.recipientSubject, .refused,
            fr: .init(
                what: "La personne {subject} n'est pas au registre, ou ses renseignements sont effacés.",
                why: "Un bénéficiaire, ou un compte bancaire, s'appuie sur des renseignements qui existent.",
                next: "Inscrivez-les de nouveau."),
            en: .init(
                what: "The person {subject} is not in the register, or the information is erased.",
                why: "A recipient, or a bank account, rests on information that is there.",
                next: "Enter it again.")),
    ]
}
