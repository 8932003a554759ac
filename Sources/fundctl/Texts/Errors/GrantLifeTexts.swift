import FundLedger

extension ErrorCatalogue {
    /// E-GRT-001 … E-GRT-027: the life of a grant, its plan, who decides.
    static let grantLives: [ErrorText] = [
        ErrorText(
            GrantError.Code.grantUnknown, .refused,
            fr: .init(
                what: "La subvention {grant} n'existe pas dans le fonds {fund}.",
                why: "Un numéro est donné à la demande et ne change plus.",
                next: "Cherchez-la : « fundctl grant list --fund {fund} »."),
            en: .init(
                what: "The fund {fund} has no grant {grant}.",
                why: "A number is given at the application and stays.",
                next: "Look for it: \"fundctl grant list --fund {fund}\".")),
        ErrorText(
            GrantError.Code.stepNotOpen, .refused,
            fr: .init(
                what: "La subvention {grant} est dans l'état « {state} » : l'étape « {step} » n'y est pas ouverte.",
                why: "[?Ici sont ouvertes (fundctl grant …) : {open}. ]Chaque état n'ouvre que certaines étapes.",
                next: "Voyez où elle en est : « fundctl grant show {grant} »."),
            en: .init(
                what: "The grant {grant} is in the state \"{state}\": the step \"{step}\" is not open there.",
                why: "[?Open here (fundctl grant …): {open}. ]Each state opens some steps only.",
                next: "See where it stands: \"fundctl grant show {grant}\".")),
        ErrorText(
            GrantError.Code.dateBeforeStep, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} est datée du {date}, avant la précédente.",
                why: "La dernière étape, « {last} », est du {last_date}.",
                next: "Donnez une date à partir du {last_date}."),
            en: .init(
                what: "The step \"{step}\" of {grant} is dated {date}, before the one before it.",
                why: "The last step, \"{last}\", is of {last_date}.",
                next: "Give a date from {last_date} on.")),
        ErrorText(
            GrantError.Code.grantNumber, .refused,
            fr: .init(
                what: "La subvention porterait le numéro {grant}.",
                why: "Le prochain numéro du fonds est {expected}.",
                next: "Recommencez : le numéro est donné par le registre."),
            en: .init(
                what: "The grant would have the number {grant}.",
                why: "The next number of the fund is {expected}.",
                next: "Try again: the register gives the number.")),
        ErrorText(
            GrantError.Code.entryCount, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} annonce {found} écritures.",
                why: "Elle en a {expected}.",
                next: "Recommencez : les écritures se calculent."),
            en: .init(
                what: "The step \"{step}\" of {grant} announces {found} entries.",
                why: "It has {expected}.",
                next: "Try again: entries are computed.")),
        ErrorText(
            GrantError.Code.textLength, .refused,
            fr: .init(
                what: "Le texte --{part} de {grant} a {bytes} octets.",
                why: "Il en faut au moins un là où il est exigé, et au plus {limit}. Une convention dit les cinq choses que le Vérificateur général y cherche.",
                next: "Complétez le texte, ou raccourcissez-le."),
            en: .init(
                what: "The text --{part} of {grant} has {bytes} bytes.",
                why: "It has one at least where it is asked for, and {limit} at most. An agreement says the five things that the Auditor General looks for.",
                next: "Complete the text, or shorten it.")),
        ErrorText(
            GrantError.Code.amountNotPositive, .refused,
            fr: .init(
                what: "Le montant de l'étape « {step} » de {grant} est de {amount_cents}.",
                why: "Une étape porte sur plus que zéro.",
                next: "Corrigez le montant."),
            en: .init(
                what: "The amount of the step \"{step}\" of {grant} is {amount_cents}.",
                why: "A step is about more than zero.",
                next: "Mend the amount.")),
        ErrorText(
            GrantError.Code.documentUnknown, .refused,
            fr: .init(
                what: "Le document {document} n'est pas dans le registre, ou n'est pas à sa place.",
                why: "Une étape ne cite que des documents déjà versés, en ordre croissant et une fois chacun.",
                next: "Versez-le d'abord : « fundctl document add »."),
            en: .init(
                what: "The document {document} is not in the register, or not in its place.",
                why: "A step names documents that were added before, ascending, each once.",
                next: "Add it first: \"fundctl document add\".")),
        ErrorText(
            GrantError.Code.overflow, .refused,
            fr: .init(
                what: "Un montant de {grant} ne tient plus dans 64 bits de cents.",
                why: "Aucune somme n'est tronquée.",
                next: "Corrigez le montant."),
            en: .init(
                what: "A figure of {grant} no longer fits in 64 bits of cents.",
                why: "No sum is cut off.",
                next: "Mend the amount.")),
        ErrorText(
            GrantError.Code.planShape, .refused,
            fr: .init(
                what: "Le plan de {grant} n'a pas sa forme ({cause}) : {lines} lignes.",
                why: "Un plan a de 1 à 21 exercices, croissants et différents, des montants de zéro ou plus, et plus que zéro en tout.",
                next: "Corrigez le plan."),
            en: .init(
                what: "The plan of {grant} has not its form ({cause}): {lines} lines.",
                why: "A plan has 1 to 21 fiscal years, ascending and different, amounts of zero or more, and more than zero in all.",
                next: "Mend the plan.")),
        ErrorText(
            GrantError.Code.planYearPast, .refused,
            fr: .init(
                what: "Le plan de {grant} commence en {year}, avant le {date}.",
                why: "On n'approuve ni ne signe pour un exercice déjà passé.",
                next: "Corrigez le plan, ou la date."),
            en: .init(
                what: "The plan of {grant} begins in {year}, before {date}.",
                why: "Nothing is approved or signed for a year that is over.",
                next: "Mend the plan, or the date.")),
        ErrorText(
            GrantError.Code.planEnvelope, .refused,
            fr: .init(
                what: "Plan de {grant}, exercice {year} : l'enveloppe est de trop, ou manque ({cause})[?; trouvé : {envelope}].",
                why: "Une ligne nomme une enveloppe si, et seulement si, son exercice est ouvert avec contrôle budgétaire.",
                next: "Nommez l'enveloppe de l'exercice, ou retirez-la."),
            en: .init(
                what: "Plan of {grant}, year {year}: the envelope is needless, or missing ({cause})[?; found: {envelope}].",
                why: "A line names an envelope if, and only if, its year is opened with budget control.",
                next: "Name the year's envelope, or take it out.")),
        ErrorText(
            GrantError.Code.instalmentsDiffer, .refused,
            fr: .init(
                what: "Les versements de {year} font {instalments_cents}; le plan de {grant} y a {planned_cents}.",
                why: "L'écart est de {difference_cents}. Les versements de chaque exercice font ce que le plan lui donne.",
                next: "Corrigez les versements, ou le plan."),
            en: .init(
                what: "The instalments of {year} make {instalments_cents}; the plan of {grant} has {planned_cents} there.",
                why: "They differ by {difference_cents}. The instalments of each year make what the plan gives it.",
                next: "Mend the instalments, or the plan.")),
        ErrorText(
            GrantError.Code.planBelowSpent, .refused,
            fr: .init(
                what: "Le plan de {grant} laisse {planned_cents} à {year}, où {spent_cents} sont dépensés.",
                why: "Il manque {shortfall_cents} : un plan ne descend pas sous ce qui est dépensé.",
                next: "Laissez au moins {spent_cents} à cet exercice."),
            en: .init(
                what: "The plan of {grant} leaves {planned_cents} to {year}, where {spent_cents} are spent.",
                why: "It lacks {shortfall_cents}: a plan does not go below what is spent.",
                next: "Leave {spent_cents} at least to that year.")),
        ErrorText(
            GrantError.Code.planEnvelopeSpent, .refused,
            fr: .init(
                what: "Le plan de {grant} change l'enveloppe de {year}[? pour {envelope}].",
                why: "Il y a {spent_cents} de dépensés de l'enveloppe {expected} : elle reste.",
                next: "Gardez l'enveloppe {expected} pour cet exercice."),
            en: .init(
                what: "The plan of {grant} changes the envelope of {year}[? to {envelope}].",
                why: "There are {spent_cents} spent of the envelope {expected}: it stays.",
                next: "Keep the envelope {expected} for that year.")),
        ErrorText(
            GrantError.Code.planYearMissing, .refused,
            fr: .init(
                what: "Le plan de {grant} n'a pas d'enveloppe pour {year} (étape « {step} »).",
                why: "L'exercice est sous contrôle budgétaire : sa dépense se prend à une enveloppe.",
                next: "Donnez-lui une ligne, même de zéro, par « fundctl grant amend {grant} --plan … » (toutes les lignes du plan et {year}:0@ENVELOPPE). Si le plan l'a déjà sans enveloppe, avec un montant : « fundctl grant continue »."),
            en: .init(
                what: "The plan of {grant} has no envelope for {year} (step \"{step}\").",
                why: "The year is under budget control: its spending is taken from an envelope.",
                next: "Give it a line, of zero even, by \"fundctl grant amend {grant} --plan …\" (all lines of the plan and {year}:0@ENVELOPE). If the plan has it already without envelope, with an amount: \"fundctl grant continue\".")),
        ErrorText(
            GrantError.Code.heldExceeded, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} prendrait {asked_cents} à {year}; {held_cents} y sont engagés.",
                why: "Il manque {shortfall_cents} à l'enveloppe {envelope} pour cet exercice.",
                next: "Déplacez du plan vers cet exercice (grant amend), ou réduisez le montant."),
            en: .init(
                what: "The step \"{step}\" of {grant} would take {asked_cents} of {year}; {held_cents} are committed there.",
                why: "The envelope {envelope} lacks {shortfall_cents} for that year.",
                next: "Move some of the plan to that year (grant amend), or lower the amount.")),
        ErrorText(
            GrantError.Code.termsShape, .refused,
            fr: .init(
                what: "« {part} » de {grant} n'a pas sa forme ({cause}) : {lines} lignes.",
                why: "Les versements (1 à 200) sont en ordre de date et au-dessus de zéro; les contributions (1 à 50) nomment chacune une partie.",
                next: "Corrigez cette partie de la convention."),
            en: .init(
                what: "\"{part}\" of {grant} has not its form ({cause}): {lines} lines.",
                why: "Instalments (1 to 200) are in the order of dates and above zero; contributions (1 to 50) name a party each.",
                next: "Mend that part of the agreement.")),
        ErrorText(
            GrantError.Code.agreementEnds, .refused,
            fr: .init(
                what: "La convention de {grant} va du {begins} au {ends}.",
                why: "Elle finirait avant de commencer.",
                next: "Corrigez l'une des deux dates."),
            en: .init(
                what: "The agreement of {grant} goes from {begins} to {ends}.",
                why: "It would end before it begins.",
                next: "Mend one of the two dates.")),
        ErrorText(
            GrantError.Code.authorityTooLow, .refused,
            fr: .init(
                what: "« {authority} » ne peut approuver {total_cents} ({grant}).",
                why: "Ce montant demande « {required} » (normes du programme : {norms}; A-6.01, r. 6, art. 3).",
                next: "Faites approuver par « {required} », ou plus haut."),
            en: .init(
                what: "\"{authority}\" cannot approve {total_cents} ({grant}).",
                why: "That amount asks for \"{required}\" (norms of the programme: {norms}; A-6.01, r. 6, s. 3).",
                next: "Have it approved by \"{required}\", or higher.")),
        ErrorText(
            GrantError.Code.authorityOfOtherFund, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas d'autorité « {authority} » ({grant}).",
                why: "La commission approuve pour le FNF, le ministre pour le FDMT.",
                next: "Nommez l'autorité du fonds."),
            en: .init(
                what: "The fund {fund} has no authority \"{authority}\" ({grant}).",
                why: "The commission approves for the FNF, the minister for the FDMT.",
                next: "Name the authority of the fund.")),
        ErrorText(
            GrantError.Code.ownAssessment, .refused,
            fr: .init(
                what: "La personne qui a évalué {grant} ne peut ni l'approuver, ni en relever le montant approuvé.",
                why: "L'évaluation est l'enregistrement {record}; une autre personne, par une autre clé, approuve.",
                next: "Faites approuver par une autre personne."),
            en: .init(
                what: "The person who assessed {grant} can neither approve it nor raise what is approved.",
                why: "The assessment is record {record}; another person, by another key, approves.",
                next: "Have another person approve it.")),
        ErrorText(
            GrantError.Code.aboveApproved, .refused,
            fr: .init(
                what: "La convention de {grant} ferait {asked_cents}; {approved_cents} sont approuvés.",
                why: "C'est {excess_cents} de trop.",
                next: "Réduisez le plan, ou faites approuver davantage."),
            en: .init(
                what: "The agreement of {grant} would make {asked_cents}; {approved_cents} are approved.",
                why: "That is {excess_cents} too much.",
                next: "Lower the plan, or have more approved.")),
        ErrorText(
            GrantError.Code.amendmentAuthority, .refused,
            fr: .init(
                what: "Modification de {grant} à {total_cents} : l'autorité et l'acte manquent, ou sont de trop ({cause}).",
                why: "{approved_cents} sont approuvés; au-delà seulement, une autorité décide, ici « {required} ».",
                next: "Donnez l'autorité et l'acte au-delà de ce qui est approuvé, et là seulement."),
            en: .init(
                what: "Amendment of {grant} to {total_cents}: authority and instrument are missing, or needless ({cause}).",
                why: "{approved_cents} are approved; above that alone an authority decides, here \"{required}\".",
                next: "Give authority and instrument above what is approved, and there alone.")),
        ErrorText(
            GrantError.Code.amendmentApprover, .refused,
            fr: .init(
                what: "La modification de {grant} dépasse ce qui est approuvé.",
                why: "Une personne qui a le rôle d'approbation la scelle.",
                next: "Faites-la faire par cette personne."),
            en: .init(
                what: "The amendment of {grant} goes above what is approved.",
                why: "A person who holds the role approver seals it.",
                next: "Have that person do it.")),
        ErrorText(
            GrantError.Code.partyNaming, .refused,
            fr: .init(
                what: "La convention de {grant} ne peut nommer ainsi {recipient}.",
                why: "Une entreprise individuelle (NEQ 22) est une personne : elle est un sujet, jamais un nom.",
                next: "Ouvrez un sujet : « fundctl subject open »."),
            en: .init(
                what: "The agreement of {grant} cannot name {recipient} so.",
                why: "A sole proprietor (NEQ 22) is a person: a subject, never a name.",
                next: "Open a subject: \"fundctl subject open\".")),
        ErrorText(
            GrantError.Code.partySubject, .refused,
            fr: .init(
                what: "Le sujet {subject} de {grant} n'est pas ouvert.",
                why: "Il n'a jamais été ouvert, ou il est effacé.",
                next: "Ouvrez un sujet : « fundctl subject open »."),
            en: .init(
                what: "The subject {subject} of {grant} is not open.",
                why: "It was never opened, or it is erased.",
                next: "Open a subject: \"fundctl subject open\".")),
    ]
}
