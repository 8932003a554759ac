import FundLedger

extension ErrorCatalogue {
    /// E-TRF: rule sets adopted, and transfers.
    static let transfers: [ErrorText] = adopting + approving + [
        ErrorText(
            LedgerError.Code.transferRecordDiffers, .refused,
            fr: .init(
                what: "L'enregistrement dit autre chose que les règles en vigueur : {member}[? est « {found} »][?, devrait être « {expected} »].",
                why: "Une issue ne s'invente pas : les règles la donnent, et chaque vérificateur la refait.",
                next: "Refaites l'opération avec fundctl transfer propose."),
            en: .init(
                what: "The record says other than the rules in force: {member}[? is \"{found}\"][?, should be \"{expected}\"].",
                why: "An outcome is not made up: the rules give it, and every verifier works it out again.",
                next: "Do the operation again with fundctl transfer propose.")),
        ErrorText(
            LedgerError.Code.transferNotPermitted, .refused,
            fr: .init(
                what: "La proposition {record} n'est pas permise au moment de la comptabiliser : {outcome}.",
                why: "Un virement est jugé de nouveau juste avant que le budget se déplace.",
                next: "Voyez pourquoi : fundctl transfer explain {record}."),
            en: .init(
                what: "The proposal {record} is not permitted when it is to be posted: {outcome}.",
                why: "A transfer is judged again just before budget moves.",
                next: "See why: fundctl transfer explain {record}.")),
        ErrorText(
            LedgerError.Code.postedUnapproved, .notAllowed,
            fr: .init(
                what: "Votre clé ne peut pas comptabiliser la proposition {record}.",
                why: "Qui ne fait qu'approuver ne comptabilise que ce que le même lot approuve.",
                next: "Un agent ou une agente des finances s'en charge."),
            en: .init(
                what: "Your key may not post the proposal {record}.",
                why: "One who may only approve posts only what the same batch approves.",
                next: "A finance officer does it.")),
        ErrorText(
            LedgerError.Code.notTemporary, .refused,
            fr: .init(
                what: "L'enregistrement {record} n'est pas un virement temporaire comptabilisé.",
                why: "Seul ce qui fut prêté se rend.",
                next: "Voyez les virements : fundctl transfer list."),
            en: .init(
                what: "The record {record} is no temporary transfer that was posted.",
                why: "Only what was lent is given back.",
                next: "See the transfers: fundctl transfer list.")),
        ErrorText(
            LedgerError.Code.returnExceeded, .refused,
            fr: .init(
                what: "C'est {excess_cents} de trop : il reste {left_cents} à rendre du virement {record}, et vous rendez {asked_cents}.",
                why: "On ne rend pas plus que ce qui fut prêté.",
                next: "Rendez au plus {left_cents}."),
            en: .init(
                what: "That is {excess_cents} too much: {left_cents} is left to give back of the transfer {record}, and you give back {asked_cents}.",
                why: "No more is given back than was lent.",
                next: "Give back at most {left_cents}.")),
        ErrorText(
            LedgerError.Code.transferEntries, .refused,
            fr: .init(
                what: "Le virement annonce {found} écriture(s) au lieu de {expected}.",
                why: "Il y a une écriture par exercice touché.",
                next: "Refaites l'opération avec fundctl transfer propose."),
            en: .init(
                what: "The transfer announces {found} entries instead of {expected}.",
                why: "There is one entry for each fiscal year touched.",
                next: "Do the operation again with fundctl transfer propose.")),
    ]

    private static let adopting: [ErrorText] = [
        ErrorText(
            LedgerError.Code.ruleSetOfOtherFund, .refused,
            fr: .init(
                what: "Les règles {ruleset} sont celles du fonds {other}, pas du fonds {fund}.",
                why: "Chaque fonds a ses règles, à moins que le fichier dise « any ».",
                next: "Adoptez-les avec --fund {other}."),
            en: .init(
                what: "The rules {ruleset} are those of the fund {other}, not of the fund {fund}.",
                why: "Each fund has its rules, unless the file says \"any\".",
                next: "Adopt them with --fund {other}.")),
        ErrorText(
            LedgerError.Code.ruleSetKnown, .refused,
            fr: .init(
                what: "Les règles {ruleset} sont déjà adoptées, par l'enregistrement {record}.",
                why: "Un nom et une version ne s'adoptent qu'une fois.",
                next: "Donnez une version nouvelle au fichier."),
            en: .init(
                what: "The rules {ruleset} are adopted already, by the record {record}.",
                why: "A name and version is adopted once only.",
                next: "Give the file a new version.")),
        ErrorText(
            LedgerError.Code.ruleSetNotReplaceable, .refused,
            fr: .init(
                what: "Les règles {ruleset} ne peuvent pas remplacer {replaces} ({cause}).",
                why: "On remplace des règles adoptées et non encore remplacées, par d'autres qui commencent après elles.",
                next: "Voyez ce qui est adopté : fundctl rules list --fund F."),
            en: .init(
                what: "The rules {ruleset} cannot replace {replaces} ({cause}).",
                why: "What is replaced was adopted and is not replaced yet, and the new rules begin after it.",
                next: "See what is adopted: fundctl rules list --fund F.")),
        ErrorText(
            LedgerError.Code.ruleSetsOverlap, .refused,
            fr: .init(
                what: "Les règles {ruleset} et {other} vaudraient le même jour : {other} vaut du {from}[? au {until}].",
                why: "Un seul jeu de règles vaut un jour donné.",
                next: "Changez les dates, ou nommez {other} sous « replaces »."),
            en: .init(
                what: "The rules {ruleset} and {other} would rule on the same day: {other} rules from {from}[? to {until}].",
                why: "One rule set alone rules on a day.",
                next: "Change the dates, or name {other} under \"replaces\".")),
        ErrorText(
            LedgerError.Code.ruleSetUnknown, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas adopté les règles « {ruleset} ».",
                why: "On nomme des règles par leur nom et leur version, comme fdmt@2.",
                next: "Voyez ce qui est adopté : fundctl rules list --fund {fund}."),
            en: .init(
                what: "The fund {fund} has not adopted the rules \"{ruleset}\".",
                why: "Rules are named by their name and version, such as fdmt@2.",
                next: "See what is adopted: fundctl rules list --fund {fund}.")),
    ]

    private static let approving: [ErrorText] = [
        ErrorText(
            LedgerError.Code.transferUnknown, .refused,
            fr: .init(
                what: "L'enregistrement {record} du fonds {fund} n'est pas un virement.",
                why: "Un virement se nomme par le numéro de sa proposition, de sa comptabilisation ou de son refus.",
                next: "Voyez les numéros : fundctl transfer list --fund {fund}."),
            en: .init(
                what: "The record {record} of the fund {fund} is no transfer.",
                why: "A transfer is named by the number of its proposal, its posting or its refusal.",
                next: "See the numbers: fundctl transfer list --fund {fund}.")),
        ErrorText(
            LedgerError.Code.transferClosed, .refused,
            fr: .init(
                what: "Le virement {record} n'attend plus rien : {state}.",
                why: "Une proposition se décide une seule fois.",
                next: "Voyez ce qu'il est devenu : fundctl transfer explain {record} --fund FONDS."),
            en: .init(
                what: "The transfer {record} waits for nothing any more: {state}.",
                why: "A proposal is decided once only.",
                next: "See what came of it: fundctl transfer explain {record} --fund FUND.")),
        ErrorText(
            LedgerError.Code.authorityNotAsked, .refused,
            fr: .init(
                what: "Le virement {record} ne demande pas l'approbation de « {authority} ».",
                why: "Les règles demandent celle-ci : {expected}. Une autorité ne vaut pas pour une autre.",
                next: "Nommez une autorité demandée."),
            en: .init(
                what: "The transfer {record} does not ask for the approval of \"{authority}\".",
                why: "The rules ask for this: {expected}. One authority does not stand for another.",
                next: "Name an authority that is asked for.")),
        ErrorText(
            LedgerError.Code.authorityGiven, .refused,
            fr: .init(
                what: "L'approbation de « {authority} » est déjà donnée au virement {record}.",
                why: "Une autorité approuve une fois.",
                next: "Voyez qui manque encore : fundctl approval list."),
            en: .init(
                what: "The approval of \"{authority}\" is given already for the transfer {record}.",
                why: "An authority approves once.",
                next: "See who lacks still: fundctl approval list.")),
        ErrorText(
            LedgerError.Code.ownTransfer, .notAllowed,
            fr: .init(
                what: "Vous avez proposé vous-même le virement {record}.",
                why: "Personne n'approuve ce qu'il a proposé.",
                next: "Une autre personne approuve."),
            en: .init(
                what: "You proposed the transfer {record} yourself.",
                why: "Nobody approves what they proposed.",
                next: "Another person approves.")),
        ErrorText(
            LedgerError.Code.approvalsLacking, .refused,
            fr: .init(
                what: "Il manque au virement {record} l'approbation de : {authorities}.",
                why: "Les règles en vigueur la demandent.",
                next: "Si la proposition ne la demandait pas, retirez-la et proposez de nouveau."),
            en: .init(
                what: "The transfer {record} lacks the approval of: {authorities}.",
                why: "The rules in force ask for it.",
                next: "If the proposal did not ask for it, withdraw it and propose again.")),
    ]
}
