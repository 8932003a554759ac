import FundLedger

extension ErrorCatalogue {
    /// E-ENV: the acts of a budget and their entries.
    static let budgetActs: [ErrorText] = [
        ErrorText(
            LedgerError.Code.actEntry, .integrityBroken,
            fr: .init(
                what: "L'acte {kind} annonce une écriture pour un montant nul, ou n'en annonce pas pour un montant qui ne l'est pas.",
                why: "Un montant autorisé a son écriture, et lui seul.",
                next: "Quelque chose d'autre que fundctl a fait cet enregistrement."),
            en: .init(
                what: "The act {kind} announces an entry for an amount of zero, or none for one that is not.",
                why: "An amount authorised has its entry, and nothing else has.",
                next: "Something other than fundctl made this record.")),
        ErrorText(
            LedgerError.Code.actAmount, .refused,
            fr: .init(
                what: "Le montant {amount_cents} ne convient pas ({kind}).",
                why: "Un acte du budget porte sur un montant qui n'est pas nul, ni négatif sauf pour une révision.",
                next: "Corrigez le montant."),
            en: .init(
                what: "The amount {amount_cents} will not do ({kind}).",
                why: "An act of the budget is of an amount that is not zero, nor negative but for a revision.",
                next: "Mend the amount.")),
        ErrorText(
            LedgerError.Code.actNotFollowed, .integrityBroken,
            fr: .init(
                what: "L'acte de l'enregistrement {record} n'est pas suivi de son écriture {entry}.",
                why: "Un acte du budget et son écriture se suivent dans un même lot.",
                next: "Quelque chose d'autre que fundctl a fait ces enregistrements."),
            en: .init(
                what: "The act of record {record} is not followed by its entry {entry}.",
                why: "An act of the budget and its entry follow each other in one batch.",
                next: "Something other than fundctl made these records.")),
        ErrorText(
            LedgerError.Code.boundEntryDiffers, .refused,
            fr: .init(
                what: "L'écriture {entry} n'est pas ce que dit l'acte de l'enregistrement {record} ({cause}).",
                why: "L'écriture d'un acte en a l'exercice, et exactement les mouvements.",
                next: "Vérifiez la date, les comptes et les montants. Rien n'a été écrit."),
            en: .init(
                what: "The entry {entry} is not what the act of record {record} says ({cause}).",
                why: "The entry of an act has its fiscal year, and exactly its movements.",
                next: "Check the date, the accounts and the amounts. Nothing was written.")),
        ErrorText(
            LedgerError.Code.spendingDiffers, .refused,
            fr: .init(
                what: "Les lignes budgétaires de l'écriture {entry} ne sont pas celles de sa dépense (enveloppe {envelope}).",
                why: "Une dépense prend sur le disponible ce que portent ses charges, ni plus ni moins.",
                next: "Ne tapez que les lignes financières : fundctl ajoute les lignes budgétaires."),
            en: .init(
                what: "The budgetary postings of the entry {entry} are not those of its spending (envelope {envelope}).",
                why: "A spending takes from what is available what its expenses bear, no more and no less.",
                next: "Type the financial postings alone: fundctl adds the budgetary ones.")),
        ErrorText(
            LedgerError.Code.boundEntryReversed, .refused,
            fr: .init(
                what: "L'écriture {entry} ne se contrepasse pas : elle vient d'un acte du budget ({kind}).",
                why: "Un acte du budget se défait par un autre acte.",
                next: "Pour un virement : le virement contraire, ou fundctl transfer return. Pour une enveloppe : fundctl envelope revise. Pour un engagement : fundctl commitment release."),
            en: .init(
                what: "The entry {entry} is not reversed: it comes of an act of the budget ({kind}).",
                why: "An act of the budget is undone by another act.",
                next: "For a transfer: the contrary transfer, or fundctl transfer return. For an envelope: fundctl envelope revise. For a commitment: fundctl commitment release.")),
        ErrorText(
            LedgerError.Code.boundEntryAnnulled, .refused,
            fr: .init(
                what: "L'écriture {entry} ne s'annule pas : elle vient d'un acte du budget ({kind}).",
                why: "Un acte du budget se défait par un autre acte.",
                next: "Pour un virement : le virement contraire, ou fundctl transfer return. Pour une enveloppe : fundctl envelope revise. Pour un engagement : fundctl commitment release, ou contrepassez sa dépense."),
            en: .init(
                what: "The entry {entry} is not annulled: it comes of an act of the budget ({kind}).",
                why: "An act of the budget is undone by another act.",
                next: "For a transfer: the contrary transfer, or fundctl transfer return. For an envelope: fundctl envelope revise. For a commitment: fundctl commitment release, or reverse its spending.")),
        ErrorText(
            LedgerError.Code.reversalOfOtherYear, .refused,
            fr: .init(
                what: "La dépense {entry} est de {year}; elle ne se contrepasse pas en {found}.",
                why: "Ce qu'elle rend revient à l'enveloppe du même exercice.",
                next: "Donnez une date de son exercice. Une somme récupérée plus tard est un revenu, non une contrepassation."),
            en: .init(
                what: "The spending {entry} is of {year}; it is not reversed in {found}.",
                why: "What it gives back returns to the envelope of the same year.",
                next: "Give a date of its year. A sum recovered later is revenue, not a reversal.")),
        ErrorText(
            LedgerError.Code.actDateAfterYear, .refused,
            fr: .init(
                what: "La date {date} vient après l'exercice {year}.",
                why: "Le budget d'un exercice se change dans cet exercice.",
                next: "Donnez une date de {year}, ou un autre exercice."),
            en: .init(
                what: "The date {date} comes after the fiscal year {year}.",
                why: "The budget of a year is changed within that year.",
                next: "Give a date of {year}, or another year.")),
        ErrorText(
            LedgerError.Code.budgetAccountMissing, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de compte ouvert de la classe {class}.",
                why: "Les écritures du budget s'inscrivent à un compte de chaque classe budgétaire.",
                next: "Ouvrez-en un : « fundctl account open CODE --class {class} --fund {fund} --name … »."),
            en: .init(
                what: "The fund {fund} has no open account of the class {class}.",
                why: "The entries of a budget are posted to an account of each budgetary class.",
                next: "Open one: \"fundctl account open CODE --class {class} --fund {fund} --name …\".")),
        ErrorText(
            LedgerError.Code.allocationShares, .refused,
            fr: .init(
                what: "La part de l'enveloppe {envelope} n'est pas à sa place.",
                why: "Les parts vont à d'autres enveloppes que la source, chacune une fois, par ordre de code.",
                next: "Corrigez les critères de répartition."),
            en: .init(
                what: "The share of the envelope {envelope} is out of place.",
                why: "Shares go to envelopes other than the source, each once, in the order of codes.",
                next: "Mend the allocation criteria.")),
    ]
}
