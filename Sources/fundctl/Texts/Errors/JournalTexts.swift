import FundLedger

extension ErrorCatalogue {
    /// E-JRN: sources, imports, annulments, movements between funds.
    static let journal: [ErrorText] = [
        ErrorText(
            LedgerError.Code.documentUnknown, .refused,
            fr: .init(
                what: "Le document {document} n'est pas au registre, ou la liste des documents n'est pas en ordre.",
                why: "Une écriture ne cite que des documents ajoutés auparavant, en ordre d'empreinte.",
                next: "Ajoutez-le par « fundctl document add »."),
            en: .init(
                what: "The document {document} is not in the register, or the list of documents is out of order.",
                why: "An entry cites only documents that were added before, in order of their hashes.",
                next: "Add it with \"fundctl document add\".")),
        ErrorText(
            LedgerError.Code.sourceKnown, .refused,
            fr: .init(
                what: "Une écriture de la source « {source} » est déjà dans le fonds.",
                why: "Une source ne s'inscrit qu'une fois.",
                next: "Il n'y a rien à faire, à moins que la source ne soit mal nommée."),
            en: .init(
                what: "An entry of the source \"{source}\" is in the fund already.",
                why: "A source is posted only once.",
                next: "There is nothing to do, unless the source is misnamed.")),
        ErrorText(
            LedgerError.Code.importMisplaced, .integrityBroken,
            fr: .init(
                what: "L'enregistrement d'une importation annonce {entries} écritures; son lot en compte {found}.",
                why: "Il clôt son lot et en compte les écritures.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "An import's record tells of {entries} entries; its batch has {found}.",
                why: "It ends its batch and counts its entries.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            LedgerError.Code.annulledAlready, .refused,
            fr: .init(
                what: "L'écriture {entry} est déjà annulée.",
                why: "Un enregistrement ne s'annule qu'une fois.",
                next: "Il n'y a rien à faire."),
            en: .init(
                what: "The entry {entry} is annulled already.",
                why: "A record is annulled only once.",
                next: "There is nothing to do.")),
        ErrorText(
            LedgerError.Code.annulledWhileReversed, .refused,
            fr: .init(
                what: "L'écriture {entry} est contrepassée.",
                why: "Elle ne s'annule qu'après sa contrepassation, qui en dépend.",
                next: "Annulez d'abord la contrepassation, ou laissez les deux."),
            en: .init(
                what: "The entry {entry} is reversed.",
                why: "It is annulled only after its reversal, which depends on it.",
                next: "Annul the reversal first, or leave both.")),
        ErrorText(
            LedgerError.Code.entryUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas d'écriture {entry}.",
                why: "Aucune écriture du fonds ne porte ce numéro.",
                next: "« fundctl entry list » montre les écritures."),
            en: .init(
                what: "There is no entry {entry}.",
                why: "No entry of the fund has this id.",
                next: "\"fundctl entry list\" shows the entries.")),
        ErrorText(
            LedgerError.Code.annulledPair, .refused,
            fr: .init(
                what: "L'écriture {entry} est la moitié d'une paire entre fonds.",
                why: "Elle ne s'annule pas : l'autre fonds resterait avec sa moitié.",
                next: "Contrepassez la paire par « fundctl entry reverse {entry} »."),
            en: .init(
                what: "The entry {entry} is half of a pair between funds.",
                why: "It is not annulled: the other fund would be left with its half.",
                next: "Reverse the pair with \"fundctl entry reverse {entry}\".")),
        ErrorText(
            LedgerError.Code.interfundMovement, .refused,
            fr: .init(
                what: "Un mouvement entre fonds va d'un fonds à l'autre, pour un montant positif.",
                why: "Ici, le fonds est {fund} et le montant {amount_cents}.",
                next: "Corrigez --from, --to ou --amount."),
            en: .init(
                what: "A movement between funds goes from one fund to the other, for a positive amount.",
                why: "Here the fund is {fund} and the amount {amount_cents}.",
                next: "Mend --from, --to or --amount.")),
        ErrorText(
            LedgerError.Code.textTooLong, .refused,
            fr: .init(
                what: "Le texte de « {field} » est trop long ({bytes} octets).",
                why: "La limite est de {limit} octets.",
                next: "Raccourcissez-le; un document joint peut dire le reste."),
            en: .init(
                what: "The text of \"{field}\" is too long ({bytes} bytes).",
                why: "The limit is {limit} bytes.",
                next: "Shorten it; an attached document can tell the rest.")),
        ErrorText(
            LedgerError.Code.importRefused, .refused,
            fr: .init(
                what: "Le fichier {file} n'a pas été importé; lignes refusées : {problems}.",
                why: "Une importation prend tout ou rien.",
                next: "Corrigez les lignes nommées, puis refaites la commande. Rien n'a été écrit."),
            en: .init(
                what: "The file {file} was not imported; rows refused: {problems}.",
                why: "An import takes all or nothing.",
                next: "Mend the rows named, then run the command again. Nothing was written.")),
        ErrorText(
            LedgerError.Code.importFileChanged, .refused,
            fr: .init(
                what: "Le fichier {file} a changé pendant sa lecture.",
                why: "Ce qui a été vérifié ne serait pas ce qui est écrit.",
                next: "Attendez qu'il soit complet, puis refaites la commande. Rien n'a été écrit."),
            en: .init(
                what: "The file {file} changed while it was read.",
                why: "What was checked would not be what is written.",
                next: "Wait until it is whole, then run the command again. Nothing was written.")),
    ]
}
