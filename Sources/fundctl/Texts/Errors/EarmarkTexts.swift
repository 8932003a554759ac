import FundLedger

extension ErrorCatalogue {
    /// E-REV: earmarked revenue.
    static let earmarks: [ErrorText] = [
        ErrorText(
            LevyError.Code.earmarkAccount, .refused,
            fr: .init(
                what: "Le compte {account} n'est pas un compte de revenus.",
                why: "Sa classe est {found}; un revenu affecté passe par un compte de revenus.",
                next: "Choisissez un compte de revenus (« fundctl account list »)."),
            en: .init(
                what: "The account {account} is no revenue account.",
                why: "Its class is {found}; earmarked revenue goes by a revenue account.",
                next: "Choose a revenue account (\"fundctl account list\").")),
        ErrorText(
            LevyError.Code.earmarkYear, .refused,
            fr: .init(
                what: "Le {date} n'est pas de l'exercice {year}.",
                why: "Le budget change dans l'exercice de la date.",
                next: "Corrigez la date ou l'exercice."),
            en: .init(
                what: "{date} is not in the fiscal year {year}.",
                why: "The budget changes in the year of the date.",
                next: "Mend the date or the year.")),
        ErrorText(
            LevyError.Code.earmarkEnvelopeLasts, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} de {year} n'a pas d'échéance.",
                why: "Un revenu affecté a une échéance; son enveloppe aussi, pour qu'il ne serve pas après.",
                next: "Ouvrez une enveloppe avec --expires (« fundctl envelope open »)."),
            en: .init(
                what: "The envelope {envelope} of {year} has no last day.",
                why: "Earmarked money has one, and so has its envelope, lest it be used after.",
                next: "Open an envelope with --expires (\"fundctl envelope open\").")),
        ErrorText(
            LevyError.Code.earmarkEnvelopeLater, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} dure jusqu'au {found}, plus longtemps que le revenu ({expires}).",
                why: "On dépenserait un argent qu'il faut libérer ou rendre.",
                next: "Choisissez une enveloppe qui échoit plus tôt, ou corrigez --expires."),
            en: .init(
                what: "The envelope {envelope} lasts until {found}, longer than the money ({expires}).",
                why: "Money that is to be released or returned could be spent.",
                next: "Choose an envelope that expires earlier, or mend --expires.")),
        ErrorText(
            LevyError.Code.earmarkExpired, .refused,
            fr: .init(
                what: "Le revenu échoit le {expires}, avant d'être reçu le {date}.",
                why: "Il ne pourrait jamais servir.",
                next: "Corrigez l'une des dates."),
            en: .init(
                what: "The money expires on {expires}, before it comes on {date}.",
                why: "It could never be used.",
                next: "Mend one of the dates.")),
        ErrorText(
            LevyError.Code.reserveTooLong, .refused,
            fr: .init(
                what: "La réserve durerait jusqu'au {expires}.",
                why: "Ce que laisse une mutuelle de formation fermée reste réservé {years} ans au plus (D-8.3, r. 7, art. 12).",
                next: "Donnez une échéance au plus tard le {expected}."),
            en: .init(
                what: "The reserve would last until {expires}.",
                why: "What a closed training mutual leaves stays reserved for {years} years at most (D-8.3, r. 7, s. 12).",
                next: "Give a last day of {expected} at the latest.")),
        ErrorText(
            LevyError.Code.earmarkUnknown, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de revenu affecté sous l'enregistrement {record}.",
                why: "Un revenu affecté se nomme par le numéro de son enregistrement.",
                next: "Cherchez-le : « fundctl revenue list --fund {fund} »."),
            en: .init(
                what: "The fund {fund} has no earmarked revenue under record {record}.",
                why: "Earmarked revenue is named by the number of its record.",
                next: "Look for it: \"fundctl revenue list --fund {fund}\".")),
        ErrorText(
            LevyError.Code.releaseExceeded, .refused,
            fr: .init(
                what: "Il ne reste que {left_cents} du revenu affecté {record} : {asked_cents} demandés, {excess_cents} de trop.",
                why: "On ne libère que ce qui n'a pas encore été libéré.",
                next: "Libérez au plus ce qui reste."),
            en: .init(
                what: "Only {left_cents} is left of the earmarked revenue {record}: {asked_cents} asked, {excess_cents} too much.",
                why: "No more is released than was not released yet.",
                next: "Release at most what is left.")),
        ErrorText(
            LevyError.Code.causeOfOtherBasis, .refused,
            fr: .init(
                what: "La cause « {cause} » ne convient pas à un revenu de base « {basis} ».",
                why: "Ce que notre loi affecte échoit (expired) et redevient libre; ce qu'un tiers a grevé lui est rendu (returned).",
                next: "Donnez l'autre cause."),
            en: .init(
                what: "The cause \"{cause}\" does not fit money of the basis \"{basis}\".",
                why: "What our own law earmarks expires and is free again; what is restricted from outside is returned.",
                next: "Give the other cause.")),
        ErrorText(
            LevyError.Code.earmarkStillOpen, .refused,
            fr: .init(
                what: "Le revenu n'échoit que le {expires}.",
                why: "On ne le libère comme échu qu'après; la date donnée est le {date}.",
                next: "Attendez, ou libérez ce qui a servi (--cause used)."),
            en: .init(
                what: "The money expires on {expires} only.",
                why: "It is released as expired after that; the date given is {date}.",
                next: "Wait, or release what was used (--cause used).")),
        ErrorText(
            LevyError.Code.releaseEnvelopeMissing, .refused,
            fr: .init(
                what: "Il manque l'enveloppe d'où le budget est repris (cause « {cause} »).",
                why: "L'argent s'en va ou redevient libre : le budget qu'il avait apporté s'en va avec lui.",
                next: "Ajoutez --envelope CODE, de l'exercice de la date."),
            en: .init(
                what: "The envelope that budget is taken back from is missing (cause \"{cause}\").",
                why: "The money goes, or is free again: the budget that it brought goes with it.",
                next: "Add --envelope CODE, of the year of the date.")),
        ErrorText(
            LevyError.Code.releaseEnvelopeUnneeded, .refused,
            fr: .init(
                what: "Aucune enveloppe n'est touchée par la cause « {cause} »[? ({envelope})].",
                why: "Ce qui a servi a déjà été dépensé de son enveloppe.",
                next: "Retirez --envelope."),
            en: .init(
                what: "The cause \"{cause}\" touches no envelope[? ({envelope})].",
                why: "What was used was spent of its envelope already.",
                next: "Leave --envelope out.")),
        ErrorText(
            LevyError.Code.usedAfterExpiry, .refused,
            fr: .init(
                what: "Rien n'est plus employé de cette affectation le {date}.",
                why: "Notre propre loi la réserve jusqu'au {expires} : après, ce qui reste rend aussi son budget.",
                next: "Libérez-la comme échue (revenue release --cause expired)."),
            en: .init(
                what: "Nothing more of this earmark is used on {date}.",
                why: "Our own law reserves it until {expires}: after that, what is left gives its budget back too.",
                next: "Release it as expired (revenue release --cause expired).")),
        ErrorText(
            LevyError.Code.releasedBeforeEarmark, .refused,
            fr: .init(
                what: "Le revenu affecté {record} serait libéré le {date}, avant d'être reçu.",
                why: "Il est reçu le {expected}.",
                next: "Donnez une date du {expected} ou d'après."),
            en: .init(
                what: "The earmarked revenue {record} would be released on {date}, before it came.",
                why: "It came on {expected}.",
                next: "Give a date of {expected} or after.")),
    ]

    /// E-FEE: fees.
    static let fees: [ErrorText] = [
        ErrorText(
            LevyError.Code.invoiceKnown, .refused,
            fr: .init(
                what: "La facture {invoice} existe déjà dans le fonds {fund}.",
                why: "Un numéro de facture ne sert qu'une fois.",
                next: "Donnez un autre numéro."),
            en: .init(
                what: "The invoice {invoice} is in the fund {fund} already.",
                why: "The code of an invoice serves once.",
                next: "Give another code.")),
        ErrorText(
            LevyError.Code.invoiceUnknown, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de facture {invoice}[?; c'est peut-être {nearest}].",
                why: "On ne reçoit que ce qui a été facturé.",
                next: "Cherchez-la : « fundctl fee list --fund {fund} »."),
            en: .init(
                what: "The fund {fund} has no invoice {invoice}[?; perhaps {nearest} is meant].",
                why: "Only what was billed is received.",
                next: "Look for it: \"fundctl fee list --fund {fund}\".")),
        ErrorText(
            LevyError.Code.receiptExceeded, .refused,
            fr: .init(
                what: "Il ne reste que {left_cents} à recevoir de la facture {invoice} : {asked_cents} donnés, {excess_cents} de trop.",
                why: "On ne reçoit pas plus que ce qui a été facturé.",
                next: "Corrigez le montant."),
            en: .init(
                what: "Only {left_cents} is left of the invoice {invoice}: {asked_cents} given, {excess_cents} too much.",
                why: "No more is received than was billed.",
                next: "Mend the amount.")),
        ErrorText(
            LevyError.Code.invoiceMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un numéro de facture.",
                why: "Il a de 1 à 64 lettres sans accent, chiffres, points, traits d'union ou de soulignement, et commence par une lettre ou un chiffre.",
                next: "Écrivez par exemple F-2026-014."),
            en: .init(
                what: "\"{found}\" is no code of an invoice.",
                why: "It has 1 to 64 unaccented letters, digits, dots, hyphens or underscores, and begins with a letter or a digit.",
                next: "Type F-2026-014, for example.")),
        ErrorText(
            LevyError.Code.receivedBeforeBill, .refused,
            fr: .init(
                what: "La facture {invoice} serait reçue le {date}, avant d'être facturée.",
                why: "Elle est du {expected}.",
                next: "Donnez une date du {expected} ou d'après."),
            en: .init(
                what: "Money of the invoice {invoice} would be received on {date}, before it is billed.",
                why: "The invoice is of {expected}.",
                next: "Give a date of {expected} or after.")),
    ]
}
