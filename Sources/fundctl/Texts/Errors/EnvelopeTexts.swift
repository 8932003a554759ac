import FundLedger

extension ErrorCatalogue {
    /// E-ENV: envelopes and ceilings.
    static let envelopes: [ErrorText] = [
        ErrorText(
            LedgerError.Code.envelopeCodeMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un code d'enveloppe.",
                why: "Un code a de 1 à 64 lettres sans accent, chiffres, points, tirets et soulignés, et commence par une lettre ou un chiffre.",
                next: "Corrigez le code."),
            en: .init(
                what: "\"{found}\" is not the code of an envelope.",
                why: "A code has 1 to 64 plain letters, digits, points, hyphens and underscores, and begins with a letter or digit.",
                next: "Mend the code.")),
        ErrorText(
            LedgerError.Code.envelopeNameLength, .refused,
            fr: .init(
                what: "Le nom de l'enveloppe {envelope} est vide ou trop long : {found} octets.",
                why: "Un nom a de 1 à 200 octets.",
                next: "Raccourcissez-le."),
            en: .init(
                what: "The name of the envelope {envelope} is empty or too long: {found} bytes.",
                why: "A name has 1 to 200 bytes.",
                next: "Make it shorter.")),
        ErrorText(
            LedgerError.Code.attributeMalformed, .usage,
            fr: .init(
                what: "« {attribute} » n'est pas un attribut qui convienne[? ({found})].",
                why: "Un attribut s'écrit nom=valeur : un nom de 1 à 32 lettres minuscules, chiffres et tirets, une valeur comme un code; il ne vient qu'une fois, et ne se nomme ni envelope, ni year, ni parent.",
                next: "Corrigez l'attribut, ou le nom de la colonne."),
            en: .init(
                what: "\"{attribute}\" is not an attribute that will do[? ({found})].",
                why: "An attribute is name=value: a name of 1 to 32 small letters, digits and hyphens, a value like a code; it comes once only, and is not named envelope, year or parent.",
                next: "Mend the attribute, or the column's name.")),
        ErrorText(
            LedgerError.Code.yearUncontrolled, .refused,
            fr: .init(
                what: "L'exercice {year} du fonds {fund} est sans contrôle budgétaire.",
                why: "Il a été ouvert avec --without-budget : il n'a ni enveloppes, ni plafonds, ni engagements.",
                next: "Nommez un exercice sous contrôle budgétaire."),
            en: .init(
                what: "The year {year} of the fund {fund} is without budget control.",
                why: "It was opened with --without-budget: it has no envelopes, ceilings or commitments.",
                next: "Name a year under budget control.")),
        ErrorText(
            LedgerError.Code.envelopeKnown, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} est déjà ouverte en {year}.",
                why: "Un code ne s'ouvre qu'une fois par exercice.",
                next: "Pour changer son montant : fundctl envelope revise {envelope}. Sinon, prenez un autre code."),
            en: .init(
                what: "The envelope {envelope} is open already in {year}.",
                why: "A code is opened once a year.",
                next: "To change its amount: fundctl envelope revise {envelope}. Else take another code.")),
        ErrorText(
            LedgerError.Code.budgetEnvelopeUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas d'enveloppe « {envelope} » en {year} dans le fonds {fund}.",
                why: "Aucune enveloppe de l'exercice ne porte ce code.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]« fundctl envelope list --fund {fund} --year {year} » les montre."),
            en: .init(
                what: "There is no envelope \"{envelope}\" in {year} in the fund {fund}.",
                why: "No envelope of the year has this code.",
                next: "[?Did you mean \"{nearest}\"? ]\"fundctl envelope list --fund {fund} --year {year}\" shows them.")),
        ErrorText(
            LedgerError.Code.parentUnknown, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} relèverait de « {parent} », qui n'existe pas en {year}.",
                why: "Une enveloppe s'ouvre après celle dont elle relève.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Ouvrez d'abord {parent}, ou corrigez le code."),
            en: .init(
                what: "The envelope {envelope} would lie under \"{parent}\", which does not exist in {year}.",
                why: "An envelope is opened after the one above it.",
                next: "[?Did you mean \"{nearest}\"? ]Open {parent} first, or mend the code.")),
        ErrorText(
            LedgerError.Code.expiryBeforeYear, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} expirerait le {expires}, avant l'exercice {year}.",
                why: "Elle ne servirait jamais.",
                next: "Corrigez la date."),
            en: .init(
                what: "The envelope {envelope} would expire on {expires}, before the year {year}.",
                why: "It would never be used.",
                next: "Mend the date.")),
        ErrorText(
            LedgerError.Code.attributeRefused, .refused,
            fr: .init(
                what: "L'attribut {attribute} de l'enveloppe {envelope} ne peut être « {found} ».",
                why: "Les règles en vigueur n'admettent que : {expected}.",
                next: "Corrigez l'attribut."),
            en: .init(
                what: "The attribute {attribute} of the envelope {envelope} cannot be \"{found}\".",
                why: "The rules in force take only: {expected}.",
                next: "Mend the attribute.")),
        ErrorText(
            LedgerError.Code.budgetOverflow, .refused,
            fr: .init(
                what: "Une somme du budget dépasse ce qui se compte en cents sur 64 bits[? (enveloppe {envelope})].",
                why: "Aucun fonds n'en est là : un montant est sans doute faux.",
                next: "Vérifiez les montants. Rien n'a été écrit."),
            en: .init(
                what: "A sum of the budget goes beyond what 64 bits of cents can count[? (envelope {envelope})].",
                why: "No fund is there: an amount is probably wrong.",
                next: "Check the amounts. Nothing was written.")),
        ErrorText(
            LedgerError.Code.insufficientAvailable, .refused,
            fr: .init(
                what: "Il manque {shortfall_cents} à l'enveloppe {envelope} ({year}) : {asked_cents} demandés, {available_cents} disponibles.",
                why: "Disponible = autorisé {authorised_cents} − préengagé {reserved_cents} − engagé {committed_cents} − dépensé {spent_cents}.",
                next: "Demandez moins, libérez un engagement (fundctl commitment release), imputez la dépense à une autre enveloppe, ou révisez celle-ci (fundctl envelope revise) si le budget l'autorise. Rien n'a été écrit."),
            en: .init(
                what: "The envelope {envelope} ({year}) lacks {shortfall_cents}: {asked_cents} asked, {available_cents} available.",
                why: "Available = authorised {authorised_cents} − reserved {reserved_cents} − committed {committed_cents} − spent {spent_cents}.",
                next: "Ask for less, release a commitment (fundctl commitment release), charge the spending to another envelope, or revise this one (fundctl envelope revise) if the budget allows it. Nothing was written.")),
        ErrorText(
            LedgerError.Code.amountBelowZero, .refused,
            fr: .init(
                what: "Un montant de l'enveloppe {envelope} ({year}) passerait sous zéro : {amount}, {before_cents} moins {asked_cents}.",
                why: "Il manquerait {shortfall_cents}; aucun des cinq montants d'une enveloppe n'est négatif.",
                next: "Vérifiez l'enveloppe et le montant. Rien n'a été écrit."),
            en: .init(
                what: "An amount of the envelope {envelope} ({year}) would fall below zero: {amount}, {before_cents} less {asked_cents}.",
                why: "It would lack {shortfall_cents}; none of the five amounts of an envelope is negative.",
                next: "Check the envelope and the amount. Nothing was written.")),
        ErrorText(
            LedgerError.Code.envelopeExpired, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} a expiré le {expires}; l'écriture est du {date}.",
                why: "Passé cette date, elle n'est plus ni engagée ni dépensée.",
                next: "Imputez la dépense à une autre enveloppe, ou vérifiez la date. Rien n'a été écrit."),
            en: .init(
                what: "The envelope {envelope} expired on {expires}; the entry is of {date}.",
                why: "After that day it is neither committed nor spent.",
                next: "Charge the spending to another envelope, or check the date. Nothing was written.")),
        ErrorText(
            LedgerError.Code.overCeiling, .refused,
            fr: .init(
                what: "Le plafond de l'exercice {year} serait dépassé de {excess_cents} : {before_cents} déjà, {asked_cents} de plus, plafond {ceiling_cents}.",
                why: "Un fonds spécial n'autorise, n'engage ni ne paie au-delà ({basis}, {sum}); aucune dérogation ne le permet (A-6.001, art. 46 à 52).",
                next: "Demandez moins, ou faites fixer un plafond plus haut par qui en a le pouvoir (fundctl ceiling set). Rien n'a été écrit."),
            en: .init(
                what: "The ceiling of the year {year} would be passed by {excess_cents}: {before_cents} already, {asked_cents} more, ceiling {ceiling_cents}.",
                why: "A special fund neither authorises, commits nor pays beyond it ({basis}, {sum}); no override allows it (A-6.001, ss. 46 to 52).",
                next: "Ask for less, or have a higher ceiling set by those who may (fundctl ceiling set). Nothing was written.")),
        ErrorText(
            LedgerError.Code.envelopeFileRefused, .refused,
            fr: .init(
                what: "Le fichier {file} n'a pas été chargé; lignes refusées : {problems}.",
                why: "Un fichier d'enveloppes se charge tout entier ou pas du tout.",
                next: "Corrigez les lignes nommées, puis relancez la commande. Rien n'a été écrit."),
            en: .init(
                what: "The file {file} was not loaded; rows refused: {problems}.",
                why: "A file of envelopes is loaded whole or not at all.",
                next: "Mend the rows named, then run the command again. Nothing was written.")),
        ErrorText(
            LedgerError.Code.envelopeCycle, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} relèverait d'elle-même (par {parent}).",
                why: "Les enveloppes forment un arbre.",
                next: "Corrigez le parent."),
            en: .init(
                what: "The envelope {envelope} would lie under itself (by {parent}).",
                why: "Envelopes form a tree.",
                next: "Mend the parent.")),
        ErrorText(
            LedgerError.Code.envelopeAmountNegative, .refused,
            fr: .init(
                what: "Le montant de l'enveloppe {envelope} est négatif : {amount_cents}.",
                why: "Ce qui est autorisé n'est jamais sous zéro.",
                next: "Corrigez le montant."),
            en: .init(
                what: "The amount of the envelope {envelope} is negative: {amount_cents}.",
                why: "What is authorised is never below zero.",
                next: "Mend the amount.")),
    ]
}
