import FundLedger

extension ErrorCatalogue {
    /// E-GRT-030 … E-GRT-067: the money of a grant, undoing and correcting.
    static let grantMoney: [ErrorText] = [
        ErrorText(
            GrantError.Code.aboveAgreement, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} demande {asked_cents}; il reste {left_cents}.",
                why: "La convention fait {agreement_cents} : {accepted_cents} acceptés, {advances_cents} d'avances ouvertes, {accrued_cents} de charges à payer, {recoverable_cents} à récupérer. C'est {excess_cents} de trop.",
                next: "Réduisez le montant, ou modifiez la convention (grant amend)."),
            en: .init(
                what: "The step \"{step}\" of {grant} asks for {asked_cents}; {left_cents} are left.",
                why: "The agreement makes {agreement_cents}: {accepted_cents} accepted, {advances_cents} of advances open, {accrued_cents} accrued, {recoverable_cents} to be recovered. That is {excess_cents} too much.",
                next: "Lower the amount, or amend the agreement (grant amend).")),
        ErrorText(
            GrantError.Code.claimNumber, .refused,
            fr: .init(
                what: "La demande de versement {claim} de {grant} n'a pas le bon numéro.",
                why: "La prochaine est la {expected}.",
                next: "Recommencez : le registre donne le numéro."),
            en: .init(
                what: "The claim {claim} of {grant} has not the right number.",
                why: "The next one is {expected}.",
                next: "Try again: the register gives the number.")),
        ErrorText(
            GrantError.Code.claimDays, .refused,
            fr: .init(
                what: "La demande de versement de {grant} va du {from} au {to}, et est datée du {date}.",
                why: "Le travail réclamé va d'un jour à un autre, et il est fait.",
                next: "Corrigez les dates."),
            en: .init(
                what: "The claim of {grant} goes from {from} to {to}, and is dated {date}.",
                why: "The work claimed goes from one day to another, and is done.",
                next: "Mend the dates.")),
        ErrorText(
            GrantError.Code.claimUnknown, .refused,
            fr: .init(
                what: "La subvention {grant} n'a pas de demande de versement {claim}.",
                why: "[?Celles-ci attendent : {open}. ]Une demande se présente avant d'être acceptée.",
                next: "Enregistrez-la : « fundctl grant claim {grant} … »."),
            en: .init(
                what: "The grant {grant} has no claim {claim}.",
                why: "[?These wait: {open}. ]A claim is made before it is accepted.",
                next: "Record it: \"fundctl grant claim {grant} …\".")),
        ErrorText(
            GrantError.Code.claimAccepted, .refused,
            fr: .init(
                what: "La demande de versement {claim} de {grant} est déjà acceptée, pour {eligible_cents}.",
                why: "C'est l'enregistrement {record} : rien ne se paie deux fois.",
                next: "Corrigez l'acceptation s'il le faut : « fundctl grant correct »."),
            en: .init(
                what: "The claim {claim} of {grant} is accepted already, for {eligible_cents}.",
                why: "That is record {record}: nothing is paid twice.",
                next: "Correct the acceptance if need be: \"fundctl grant correct\".")),
        ErrorText(
            GrantError.Code.eligibleAboveClaim, .refused,
            fr: .init(
                what: "Demande {claim} de {grant} : {asked_cents} seraient admissibles, {claimed_cents} sont réclamés.",
                why: "C'est {excess_cents} de trop.",
                next: "Réduisez le montant admissible."),
            en: .init(
                what: "Claim {claim} of {grant}: {asked_cents} would be eligible, {claimed_cents} are claimed.",
                why: "That is {excess_cents} too much.",
                next: "Lower the eligible amount.")),
        ErrorText(
            GrantError.Code.claimReason, .refused,
            fr: .init(
                what: "Demande {claim} de {grant} : le motif du refus manque, ou est de trop ({cause}).",
                why: "{refused_cents} sont refusés; un motif accompagne tout ce qui est refusé, et cela seul.",
                next: "Donnez le motif (--reason), ou retirez-le."),
            en: .init(
                what: "Claim {claim} of {grant}: the reason of the refusal is missing, or needless ({cause}).",
                why: "{refused_cents} are refused; a reason goes with all that is refused, and with that alone.",
                next: "Give the reason (--reason), or take it out.")),
        ErrorText(
            GrantError.Code.advanceExceeded, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} prendrait {asked_cents} d'avances; il en reste {left_cents}.",
                why: "{paid_cents} sont payés, {used_cents} utilisés, {recovered_cents} récupérés. C'est {excess_cents} de trop.",
                next: "Réduisez le montant; une avance compte une fois payée."),
            en: .init(
                what: "The step \"{step}\" of {grant} would take {asked_cents} of advances; {left_cents} are left.",
                why: "{paid_cents} are paid, {used_cents} used, {recovered_cents} recovered. That is {excess_cents} too much.",
                next: "Lower the amount; an advance counts once it is paid.")),
        ErrorText(
            GrantError.Code.deductionsAboveEligible, .refused,
            fr: .init(
                what: "Avance de {advance_cents} et retenue de {holdback_cents} sur {eligible_cents} admissibles ({grant}).",
                why: "C'est {excess_cents} de trop : rien ne reste à payer sous zéro.",
                next: "Réduisez l'avance utilisée, ou la retenue."),
            en: .init(
                what: "Advance of {advance_cents} and holdback of {holdback_cents} on {eligible_cents} eligible ({grant}).",
                why: "That is {excess_cents} too much: nothing payable goes below zero.",
                next: "Lower the advance used, or the holdback.")),
        ErrorText(
            GrantError.Code.aboveHoldback, .refused,
            fr: .init(
                what: "On libérerait {asked_cents} de la retenue de {grant}; elle est de {held_back_cents}.",
                why: "C'est {excess_cents} de trop.",
                next: "Réduisez le montant."),
            en: .init(
                what: "The holdback of {grant} is {held_back_cents}; {asked_cents} would be released.",
                why: "That is {excess_cents} too much.",
                next: "Lower the amount.")),
        ErrorText(
            GrantError.Code.accrualDay, .refused,
            fr: .init(
                what: "La charge à payer de {grant} pour {year} est datée du {date}.",
                why: "Elle porte le dernier jour de l'exercice : {expected}.",
                next: "Donnez cette date."),
            en: .init(
                what: "The accrual of {grant} for {year} is dated {date}.",
                why: "It has the last day of the year: {expected}.",
                next: "Give that date.")),
        ErrorText(
            GrantError.Code.accrualYear, .refused,
            fr: .init(
                what: "L'exercice {year} n'est pas ouvert : la charge à payer de {grant} s'y contrepasse.",
                why: "La contre-passation est du 1er avril.",
                next: "Ouvrez l'exercice : « fundctl year open {year} »."),
            en: .init(
                what: "The year {year} is not opened: the accrual of {grant} is reversed there.",
                why: "The reversal is of 1 April.",
                next: "Open the year: \"fundctl year open {year}\".")),
        ErrorText(
            GrantError.Code.accrualKnown, .refused,
            fr: .init(
                what: "La subvention {grant} a déjà une charge à payer pour {year}.",
                why: "Il y en a une par exercice.",
                next: "Corrigez celle qui existe : « fundctl grant correct »."),
            en: .init(
                what: "The grant {grant} has an accrual for {year} already.",
                why: "There is one for each year.",
                next: "Correct the one that exists: \"fundctl grant correct\".")),
        ErrorText(
            GrantError.Code.recoveryYear, .refused,
            fr: .init(
                what: "Récupération de {grant} : l'exercice manque, est de trop, ou est à venir ({cause})[? : {year}].",
                why: "Ce qui est récupéré d'une demande nomme l'exercice où elle fut acceptée, au plus tard celui du {date}; une avance n'en nomme pas.",
                next: "Donnez l'exercice de l'acceptation (--year), ou retirez-le."),
            en: .init(
                what: "Recovery of {grant}: the year is missing, needless, or yet to come ({cause})[?: {year}].",
                why: "What is recovered of a claim names the year in which it was accepted, that of {date} at the latest; an advance names none.",
                next: "Give the year of the acceptance (--year), or take it out.")),
        ErrorText(
            GrantError.Code.recoveryAboveAccepted, .refused,
            fr: .init(
                what: "On récupérerait {asked_cents} de {year} ({grant}); il en reste {left_cents}.",
                why: "{accepted_cents} y furent acceptés, {recovered_cents} en sont récupérés. C'est {excess_cents} de trop.",
                next: "Réduisez le montant, ou nommez un autre exercice."),
            en: .init(
                what: "{asked_cents} of {year} would be recovered ({grant}); {left_cents} are left.",
                why: "{accepted_cents} were accepted there, {recovered_cents} of it are recovered. That is {excess_cents} too much.",
                next: "Lower the amount, or name another year.")),
        ErrorText(
            GrantError.Code.recoveryAbovePaid, .refused,
            fr: .init(
                what: "On récupérerait {asked_cents} de {grant}; le bénéficiaire en a reçu {left_cents} de plus que ce qui est récupéré.",
                why: "{paid_cents} sont payés, {used_cents} d'avances utilisés, {recovered_cents} récupérés. C'est {excess_cents} de trop.",
                next: "Ce qui n'est pas payé ne se récupère pas : annulez l'acceptation, ou corrigez-la (grant correct)."),
            en: .init(
                what: "{asked_cents} of {grant} would be recovered; the recipient has had {left_cents} more than is recovered.",
                why: "{paid_cents} are paid, {used_cents} of advances used, {recovered_cents} recovered. That is {excess_cents} too much.",
                next: "What is not paid is not recovered: undo the acceptance, or correct it (grant correct).")),
        ErrorText(
            GrantError.Code.aboveRecoverable, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} porte sur {asked_cents}; {recoverable_cents} restent à récupérer.",
                why: "C'est {excess_cents} de trop.",
                next: "Réduisez le montant."),
            en: .init(
                what: "The step \"{step}\" of {grant} is about {asked_cents}; {recoverable_cents} are still owed.",
                why: "That is {excess_cents} too much.",
                next: "Lower the amount.")),
        ErrorText(
            GrantError.Code.payableUnknown, .refused,
            fr: .init(
                what: "Rien n'est à payer par l'enregistrement {payable} du fonds {fund}.",
                why: "Un montant à payer porte le numéro de l'avance, de l'acceptation, de la libération ou de l'importation qui l'a fait, tant qu'elle n'est pas annulée.",
                next: "Voyez ce qui est dû : « fundctl payment list --fund {fund} »."),
            en: .init(
                what: "Nothing is payable by record {payable} of the fund {fund}.",
                why: "A payable has the number of the advance, acceptance, release or import that made it, while that is not undone.",
                next: "See what is due: \"fundctl payment list --fund {fund}\".")),
        ErrorText(
            GrantError.Code.payableOfOther, .refused,
            fr: .init(
                what: "Le montant à payer {payable} est au bénéficiaire {recipient}.",
                why: "On ne compense qu'entre les subventions d'un même bénéficiaire, ici {expected}.",
                next: "Nommez un montant à payer de {expected}."),
            en: .init(
                what: "The payable {payable} is the recipient {recipient}'s.",
                why: "Set-off is between grants of one recipient, here {expected}.",
                next: "Name a payable of {expected}.")),
        ErrorText(
            GrantError.Code.payableExceeded, .refused,
            fr: .init(
                what: "On prendrait {asked_cents} sur le montant à payer {payable}; il en reste {left_cents}.",
                why: "C'est {excess_cents} de trop, ou rien : rien ne se paie deux fois.",
                next: "Réduisez le montant."),
            en: .init(
                what: "{asked_cents} would be taken of the payable {payable}; {left_cents} are left.",
                why: "That is {excess_cents} too much, or nothing: nothing is paid twice.",
                next: "Lower the amount.")),
        ErrorText(
            GrantError.Code.stepEnvelope, .refused,
            fr: .init(
                what: "L'étape « {step} » de {grant} : l'enveloppe de {year} manque, ou est de trop ({cause}).",
                why: "Une enveloppe est nommée si, et seulement si, l'exercice de la date est sous contrôle budgétaire.",
                next: "Donnez l'enveloppe (--envelope), ou retirez-la."),
            en: .init(
                what: "The step \"{step}\" of {grant}: the envelope of {year} is missing, or needless ({cause}).",
                why: "An envelope is named if, and only if, the year of the date is under budget control.",
                next: "Give the envelope (--envelope), or take it out.")),
        ErrorText(
            GrantError.Code.notFinished, .refused,
            fr: .init(
                what: "La subvention {grant} n'est pas finie.",
                why: "Avances ouvertes : {advances_cents}; retenues : {held_back_cents}; à payer : {payable_cents}[?; demandes ouvertes : {claims}].",
                next: "Acceptez ou récupérez, libérez, payez; puis fermez."),
            en: .init(
                what: "The grant {grant} is not finished.",
                why: "Advances open: {advances_cents}; held back: {held_back_cents}; payable: {payable_cents}[?; claims open: {claims}].",
                next: "Accept or recover, release, pay; then close.")),
        ErrorText(
            GrantError.Code.moneyMoved, .refused,
            fr: .init(
                what: "La subvention {grant} ne s'annule plus.",
                why: "Acceptés : {accepted_cents}; avances ouvertes : {advances_cents}; charges à payer : {accrued_cents}; à récupérer : {recoverable_cents}; à payer : {payable_cents}[?; demandes ouvertes : {claims}].",
                next: "Menez-la à son terme (grant report, grant close), ou défaites ces étapes d'abord."),
            en: .init(
                what: "The grant {grant} is not cancelled any more.",
                why: "Accepted: {accepted_cents}; advances open: {advances_cents}; accrued: {accrued_cents}; recoverable: {recoverable_cents}; payable: {payable_cents}[?; claims open: {claims}].",
                next: "Bring it to its end (grant report, grant close), or undo these steps first.")),
        ErrorText(
            GrantError.Code.nothingToContinue, .refused,
            fr: .init(
                what: "Le plan de {grant} n'a rien qui attende une enveloppe en {year} ({cause}).",
                why: "On continue une ligne du plan, d'un montant au-dessus de zéro, dont l'exercice vient d'être ouvert avec contrôle budgétaire.",
                next: "Voyez le plan : « fundctl grant show {grant} »."),
            en: .init(
                what: "The plan of {grant} has nothing that waits for an envelope in {year} ({cause}).",
                why: "A line of the plan is continued, of more than zero, whose year has been opened since with budget control.",
                next: "See the plan: \"fundctl grant show {grant}\".")),
        ErrorText(
            GrantError.Code.paymentUnknown, .refused,
            fr: .init(
                what: "On rejetterait {asked_cents} du montant à payer {payable}; {paid_cents} en sont payés.",
                why: "Seul un paiement fait peut revenir.",
                next: "Voyez les paiements : « fundctl payment list »."),
            en: .init(
                what: "{asked_cents} of the payable {payable} would be rejected; {paid_cents} of it are paid.",
                why: "A payment that was made alone can come back.",
                next: "See the payments: \"fundctl payment list\".")),
        ErrorText(
            GrantError.Code.stepUnknown, .refused,
            fr: .init(
                what: "L'enregistrement {record} n'est pas une étape en vigueur de {grant}.",
                why: "Il est d'une autre subvention, ou il est déjà annulé.",
                next: "Voyez les étapes : « fundctl grant show {grant} »."),
            en: .init(
                what: "The record {record} is no step in force of {grant}.",
                why: "It is of another grant, or undone already.",
                next: "See the steps: \"fundctl grant show {grant}\".")),
        ErrorText(
            GrantError.Code.stepNotUndone, .refused,
            fr: .init(
                what: "L'étape « {step} » (enregistrement {record}) de {grant} ne s'annule pas ici.",
                why: "Une demande, une importation, un paiement et la compensation d'une autre subvention ont leurs propres voies.",
                next: "Refusez la demande, rejetez le paiement, ou annulez la compensation par la subvention qu'elle nomme."),
            en: .init(
                what: "The step \"{step}\" (record {record}) of {grant} is not undone here.",
                why: "An application, an import, a payment and another grant's set-off have ways of their own.",
                next: "Refuse the application, reject the payment, or undo the set-off by the grant that it names.")),
        ErrorText(
            GrantError.Code.undoneBefore, .refused,
            fr: .init(
                what: "L'étape {record} de {grant} serait annulée le {date}.",
                why: "Elle, ses écritures ou les paiements rejetés qu'elle emporte sont du {expected}, ou plus tard.",
                next: "Donnez une date à partir du {expected}."),
            en: .init(
                what: "The step {record} of {grant} would be undone on {date}.",
                why: "It, its entries or the rejected payments that go with it are of {expected}, or later.",
                next: "Give a date from {expected} on.")),
        ErrorText(
            GrantError.Code.laterStepRests, .refused,
            fr: .init(
                what: "L'enregistrement {record} de {grant} ne s'annule pas seul : l'étape « {step} » ({later}) repose sur lui.",
                why: "Sans lui, elle serait refusée, ou aurait d'autres écritures ({cause}).",
                next: "Annulez d'abord {later}, ou laissez faire « fundctl grant correct »."),
            en: .init(
                what: "The record {record} of {grant} is not undone alone: the step \"{step}\" ({later}) rests on it.",
                why: "Without it, that step would be refused, or have other entries ({cause}).",
                next: "Undo {later} first, or let \"fundctl grant correct\" do it.")),
        ErrorText(
            GrantError.Code.correctionBlocked, .refused,
            fr: .init(
                what: "La correction de {record} ({grant}) bute sur l'étape « {step} » ({later}).",
                why: "Un paiement fait, une compensation ou une radiation ne se refait pas d'un trait.",
                next: "Payé de trop, récupérez l'écart (grant recover); trop peu, acceptez une autre demande. Une compensation s'annule d'abord. Un paiement revenu de la banque n'empêche rien, une fois rejeté (payment reject)."),
            en: .init(
                what: "The correction of {record} ({grant}) meets the step \"{step}\" ({later}).",
                why: "A payment made, a set-off or a write-off is not redone at a stroke.",
                next: "Paid too much, recover the difference (grant recover); too little, accept another claim. A set-off is undone first. A payment that the bank sent back hinders nothing, once it is rejected (payment reject).")),
        ErrorText(
            GrantError.Code.importMisplaced, .integrityBroken,
            fr: .init(
                what: "La subvention {grant}, reprise d'un registre avec une rangée ou une source, n'est pas dans une importation.",
                why: "Un tel lot finit par l'enregistrement de l'importation.",
                next: "Gardez le livre tel qu'il est et signalez-le : fundctl ne l'écrit pas ainsi."),
            en: .init(
                what: "The grant {grant}, taken over with a row or a source, is not in an import.",
                why: "Such a batch ends with the record of the import.",
                next: "Keep the book as it is and report it: fundctl does not write it so.")),
        ErrorText(
            GrantError.Code.nothingCorrected, .refused,
            fr: .init(
                what: "La correction de {record} ({grant}) ne change rien.",
                why: "Les montants sont ceux de l'étape.",
                next: "Donnez le montant juste."),
            en: .init(
                what: "The correction of {record} ({grant}) changes nothing.",
                why: "The amounts are those of the step.",
                next: "Give the right amount.")),
        ErrorText(
            GrantError.Code.correctionPart, .refused,
            fr: .init(
                what: "L'étape « {step} » ({record}) de {grant} n'a pas cela à corriger[? : {part}].",
                why: "Une acceptation a un montant admissible, une avance et une retenue; une décision a un plan; les autres étapes ont un montant.",
                next: "Donnez ce que l'étape a."),
            en: .init(
                what: "The step \"{step}\" ({record}) of {grant} has no such thing to correct[?: {part}].",
                why: "An acceptance has an eligible amount, an advance and a holdback; a decision has a plan; other steps have an amount.",
                next: "Give what the step has.")),
        ErrorText(
            GrantError.Code.correctionRoles, .refused,
            fr: .init(
                what: "La correction de {record} ({grant}) demande un rôle que vous n'avez pas : {lacking}.",
                why: "Elle se scelle d'un coup, par une seule personne : il lui faut {roles}[?, car l'étape « {step} » est refaite].",
                next: "Faites-la faire par quelqu'un qui a ces rôles et n'a pas évalué; ou à deux : « fundctl grant undo » de la dernière étape à la première, puis chaque étape par qui la fait d'ordinaire."),
            en: .init(
                what: "The correction of {record} ({grant}) takes a role that you lack: {lacking}.",
                why: "It is sealed at once, by one person, who needs {roles}[?, as the step \"{step}\" is done again].",
                next: "Have it done by someone who holds these roles and did not assess; or by two: \"fundctl grant undo\" from the last step to the first, then each step by who takes it ordinarily.")),
    ]
}
