import FundLedger

extension ErrorCatalogue {
    /// E-JRN: entries, their balance, their reversals.
    static let entries: [ErrorText] = [
        ErrorText(
            LedgerError.Code.unbalanced, .refused,
            fr: .init(
                what: "L'écriture n'est pas équilibrée[? : débits {debit_cents}, crédits {credit_cents}, écart {difference_cents}].",
                why: "Les débits et les crédits d'une écriture sont égaux, au cent près.",
                next: "Corrigez un montant, ou ajoutez la ligne qui manque. Rien n'a été écrit."),
            en: .init(
                what: "The entry is not balanced[?: debits {debit_cents}, credits {credit_cents}, difference {difference_cents}].",
                why: "The debits and the credits of an entry are equal, to the cent.",
                next: "Mend an amount, or add the posting that is missing. Nothing was written.")),
        ErrorText(
            LedgerError.Code.budgetaryUnbalanced, .refused,
            fr: .init(
                what: "Les lignes budgétaires ne sont pas équilibrées[? : débits {debit_cents}, crédits {credit_cents}, écart {difference_cents}].",
                why: "Elles s'équilibrent entre elles, à part des lignes financières.",
                next: "Corrigez un montant, ou ajoutez la ligne budgétaire qui manque. Rien n'a été écrit."),
            en: .init(
                what: "The budgetary postings are not balanced[?: debits {debit_cents}, credits {credit_cents}, difference {difference_cents}].",
                why: "They balance among themselves, apart from the financial ones.",
                next: "Mend an amount, or add the budgetary posting that is missing. Nothing was written.")),
        ErrorText(
            LedgerError.Code.mixedToBalance, .refused,
            fr: .init(
                what: "Ni les lignes financières (écart de {financial_cents}) ni les lignes budgétaires (écart de {budgetary_cents}) ne sont équilibrées.",
                why: "Chaque sorte s'équilibre à part : un compte budgétaire ne balance jamais un compte financier.",
                next: "Équilibrez chaque sorte pour elle-même. Rien n'a été écrit."),
            en: .init(
                what: "Neither the financial postings (difference {financial_cents}) nor the budgetary ones (difference {budgetary_cents}) are balanced.",
                why: "Each sort balances apart: a budgetary account never balances a financial one.",
                next: "Balance each sort by itself. Nothing was written.")),
        ErrorText(
            LedgerError.Code.zeroAmount, .refused,
            fr: .init(
                what: "La ligne {position} de l'écriture (compte {account}) est de zéro.",
                why: "Une ligne de zéro ne dit rien.",
                next: "Retirez-la, ou corrigez son montant."),
            en: .init(
                what: "Posting {position} of the entry (account {account}) is zero.",
                why: "A posting of zero says nothing.",
                next: "Take it out, or mend its amount.")),
        ErrorText(
            LedgerError.Code.overflow, .refused,
            fr: .init(
                what: "La somme dépasse ce qui se compte en cents sur 64 bits[? (compte {account})].",
                why: "Aucun fonds n'en est là : un montant est sans doute faux.",
                next: "Vérifiez les montants. Rien n'a été écrit."),
            en: .init(
                what: "The sum goes beyond what 64 bits of cents can count[? (account {account})].",
                why: "No fund is there: an amount is probably wrong.",
                next: "Check the amounts. Nothing was written.")),
        ErrorText(
            LedgerError.Code.postingCount, .refused,
            fr: .init(
                what: "L'écriture n'a pas le bon nombre de lignes : {count}.",
                why: "Une écriture en a de 2 à 10 000.",
                next: "Ajoutez la ligne qui manque, ou partagez l'écriture."),
            en: .init(
                what: "The entry has not the right number of postings: {count}.",
                why: "An entry has from 2 to 10,000.",
                next: "Add the missing posting, or split the entry.")),
        ErrorText(
            LedgerError.Code.entryNumber, .integrityBroken,
            fr: .init(
                what: "Le numéro d'écriture {entry} n'est pas celui qui devait venir ({expected}).",
                why: "Les numéros d'un fonds et d'un exercice se suivent sans trou.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The entry id {entry} is not the one due ({expected}).",
                why: "The ids of a fund and year follow one another without a gap.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            LedgerError.Code.dateAfterPeriod, .refused,
            fr: .init(
                what: "La date {date} vient après la période {period}, qui finit le {last}.",
                why: "Une écriture peut s'inscrire à une période plus tardive que sa date, jamais à une plus ancienne.",
                next: "Corrigez --date ou --period."),
            en: .init(
                what: "The date {date} comes after the period {period}, which ends on {last}.",
                why: "An entry may be posted to a later period than its date, never to an earlier one.",
                next: "Mend --date or --period.")),
        ErrorText(
            LedgerError.Code.envelopeMissing, .refused,
            fr: .init(
                what: "La dépense de {amount_cents} au compte {account} ne nomme aucune enveloppe.",
                why: "L'exercice {year} est sous contrôle budgétaire : sans enveloppe, pas de dépense.",
                next: "Ajoutez l'enveloppe au montant : COMPTE:MONTANT@ENVELOPPE (« fundctl envelope open » en ouvre une). Un historique sans budget se reprend dans un exercice ouvert avec --without-budget, ce que les rapports disent ensuite."),
            en: .init(
                what: "The spending of {amount_cents} on account {account} names no envelope.",
                why: "The fiscal year {year} is under budget control: no envelope, no spending.",
                next: "Add the envelope to the amount: ACCOUNT:AMOUNT@ENVELOPE (\"fundctl envelope open\" opens one). History without a budget goes into a year opened with --without-budget, which the reports then say.")),
        ErrorText(
            LedgerError.Code.envelopeUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas d'enveloppe « {envelope} » en {year} (compte {account}).",
                why: "Aucune enveloppe de l'exercice ne porte ce code dans le fonds {fund}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Ou ouvrez-la d'abord : « fundctl envelope open {envelope} --fund {fund} --year {year} --amount … »."),
            en: .init(
                what: "There is no envelope \"{envelope}\" in {year} (account {account}).",
                why: "No envelope of the year has this code in the fund {fund}.",
                next: "[?Did you mean \"{nearest}\"? ]Or open it first: \"fundctl envelope open {envelope} --fund {fund} --year {year} --amount …\".")),
        ErrorText(
            LedgerError.Code.envelopeMisplaced, .refused,
            fr: .init(
                what: "La ligne du compte {account} ne prend pas d'enveloppe (« {envelope} », {year}).",
                why: "Seules les charges et les comptes budgétaires d'un exercice sous contrôle budgétaire en nomment une.",
                next: "Retirez l'enveloppe du montant. Rien n'a été écrit."),
            en: .init(
                what: "The posting on account {account} takes no envelope (\"{envelope}\", {year}).",
                why: "Only expenses and budgetary accounts of a year under budget control name one.",
                next: "Take the envelope off the amount. Nothing was written.")),
        ErrorText(
            LedgerError.Code.budgetaryUncontrolled, .refused,
            fr: .init(
                what: "Le compte budgétaire {account} ne sert pas en {year}.",
                why: "L'exercice est sans contrôle budgétaire : il n'a pas d'enveloppes.",
                next: "Retirez la ligne. Rien n'a été écrit."),
            en: .init(
                what: "The budgetary account {account} is not used in {year}.",
                why: "The year is without budget control: it has no envelopes.",
                next: "Take the posting out. Nothing was written.")),
        ErrorText(
            LedgerError.Code.interfundWithoutPair, .refused,
            fr: .init(
                what: "Une écriture ordinaire touche un compte entre fonds[? ({entry})].",
                why: "Ce qui est dû à l'autre fonds ou par lui ne bouge que par paire, une écriture dans chaque fonds.",
                next: "Servez-vous de « fundctl entry interfund »."),
            en: .init(
                what: "A plain entry touches an account between funds[? ({entry})].",
                why: "What is due to or from the other fund moves only in pairs, an entry in each fund.",
                next: "Use \"fundctl entry interfund\".")),
        ErrorText(
            LedgerError.Code.pairWithoutInterfund, .refused,
            fr: .init(
                what: "La moitié d'une paire ne touche aucun compte entre fonds[? ({entry})].",
                why: "Chaque moitié inscrit ce qui est dû à l'autre fonds ou par lui.",
                next: "Servez-vous de « fundctl entry interfund »."),
            en: .init(
                what: "A half of a pair touches no account between funds[? ({entry})].",
                why: "Each half posts what is due to or from the other fund.",
                next: "Use \"fundctl entry interfund\".")),
        ErrorText(
            LedgerError.Code.pairWithoutSibling, .refused,
            fr: .init(
                what: "La moitié d'une paire est seule[? ({entry})].",
                why: "L'autre fonds n'a pas de lot à côté du sien.",
                next: "Servez-vous de « fundctl entry interfund », qui écrit les deux ensemble."),
            en: .init(
                what: "A half of a pair is alone[? ({entry})].",
                why: "The other fund has no batch beside its own.",
                next: "Use \"fundctl entry interfund\", which writes both together.")),
        ErrorText(
            LedgerError.Code.reasonMissing, .refused,
            fr: .init(
                what: "Une contrepassation et son motif vont ensemble[? ({entry})].",
                why: "Qui relit les livres doit savoir pourquoi une écriture a été défaite.",
                next: "Donnez le motif par --reason."),
            en: .init(
                what: "A reversal and its reason go together[? ({entry})].",
                why: "Whoever reads the books must know why an entry was undone.",
                next: "Give the reason with --reason.")),
        ErrorText(
            LedgerError.Code.reversedAlready, .refused,
            fr: .init(
                what: "L'écriture {entry} est déjà contrepassée par {by}.",
                why: "Une écriture ne se contrepasse qu'une fois.",
                next: "S'il faut la rétablir, inscrivez-la de nouveau."),
            en: .init(
                what: "The entry {entry} is already reversed by {by}.",
                why: "An entry is reversed only once.",
                next: "If it has to stand again, post it again.")),
        ErrorText(
            LedgerError.Code.reversalOfReversal, .refused,
            fr: .init(
                what: "L'écriture {entry} est elle-même une contrepassation.",
                why: "On ne contrepasse pas une contrepassation.",
                next: "Inscrivez de nouveau l'écriture d'origine."),
            en: .init(
                what: "The entry {entry} is itself a reversal.",
                why: "A reversal is not reversed.",
                next: "Post the original entry again.")),
        ErrorText(
            LedgerError.Code.reversalOfAnnulled, .refused,
            fr: .init(
                what: "L'écriture {entry} est annulée.",
                why: "Elle ne compte plus : il n'y a rien à contrepasser.",
                next: "Il n'y a rien à faire."),
            en: .init(
                what: "The entry {entry} is annulled.",
                why: "It counts no more: there is nothing to reverse.",
                next: "There is nothing to do.")),
        ErrorText(
            LedgerError.Code.reversalBeforeOriginal, .refused,
            fr: .init(
                what: "La contrepassation de {entry} ne peut pas être du {date}.",
                why: "L'écriture d'origine est du {original}, et rien ne se défait avant d'être fait.",
                next: "Choisissez une date qui n'est pas antérieure."),
            en: .init(
                what: "The reversal of {entry} cannot be of {date}.",
                why: "The original entry is of {original}, and nothing is undone before it is done.",
                next: "Choose a date that is not earlier.")),
        ErrorText(
            LedgerError.Code.reversalDiffers, .refused,
            fr: .init(
                what: "La contrepassation de {entry} n'en est pas l'inverse exact.",
                why: "Elle doit porter les mêmes lignes, de signe contraire.",
                next: "Servez-vous de « fundctl entry reverse {entry} »."),
            en: .init(
                what: "The reversal of {entry} is not its exact opposite.",
                why: "It must have the same postings, of opposite sign.",
                next: "Use \"fundctl entry reverse {entry}\".")),
        ErrorText(
            LedgerError.Code.reversalPair, .refused,
            fr: .init(
                what: "L'écriture {entry} est la moitié d'une paire, et sa contrepassation ne l'est pas avec le même fonds.",
                why: "Les deux moitiés se défont ensemble.",
                next: "Servez-vous de « fundctl entry reverse {entry} », qui contrepasse la paire."),
            en: .init(
                what: "The entry {entry} is half of a pair, and its reversal is not one with the same fund.",
                why: "Both halves are undone together.",
                next: "Use \"fundctl entry reverse {entry}\", which reverses the pair.")),
    ]
}
