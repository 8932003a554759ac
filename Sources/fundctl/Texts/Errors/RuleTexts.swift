import FundLedger

extension ErrorCatalogue {
    /// E-RUL: rule files, and operations judged by rules.
    static let rules: [ErrorText] = [
        ErrorText(
            RuleError.Code.notYAML, .refused,
            fr: .init(
                what: "Le fichier n'est pas du YAML que l'on puisse lire.",
                why: "Le lecteur YAML répond : {found}.",
                next: "Corrigez le fichier à cet endroit."),
            en: .init(
                what: "The file is not YAML that can be read.",
                why: "The YAML parser says: {found}.",
                next: "Mend the file at that place.")),
        ErrorText(
            RuleError.Code.unknownKey, .refused,
            fr: .init(
                what: "La clé « {found} » n'a pas sa place ici[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Les clés possibles sont celles-ci : {expected}.",
                next: "Corrigez la clé, ou retirez-la. Si c'est la suite d'un nombre à virgule, mettez-le entre guillemets."),
            en: .init(
                what: "The key \"{found}\" has no place here[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "The keys possible are these: {expected}.",
                next: "Mend the key, or take it out. If it is the rest of a number with a comma, put that in quotes.")),
        ErrorText(
            RuleError.Code.missingKey, .refused,
            fr: .init(
                what: "Il manque la clé « {expected} »[? ({path})].",
                why: "Sans elle, le fichier ne dit pas tout.",
                next: "Ajoutez-la."),
            en: .init(
                what: "The key \"{expected}\" is missing[? ({path})].",
                why: "Without it the file does not say all.",
                next: "Add it.")),
        ErrorText(
            RuleError.Code.wrongShape, .refused,
            fr: .init(
                what: "La valeur n'a pas la bonne forme[? ({path})] : {found} au lieu de {expected}.",
                why: "« text » est un texte; « list », une liste, un tiret par élément; « mapping », des clés et leurs valeurs entre accolades.",
                next: "Corrigez la valeur; un texte qui a deux-points, virgule ou % se met entre guillemets."),
            en: .init(
                what: "The value has not the right shape[? ({path})]: {found} instead of {expected}.",
                why: "A list has a dash before each element; a mapping has keys and their values in braces.",
                next: "Mend the value; a text with a colon, a comma or % goes in quotes.")),
        ErrorText(
            RuleError.Code.unknownWord, .refused,
            fr: .init(
                what: "« {found} » n'est pas un mot possible[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Les mots possibles sont ceux-ci : {expected}.",
                next: "Corrigez le mot."),
            en: .init(
                what: "\"{found}\" is not a word possible[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "The words possible are these: {expected}.",
                next: "Mend the word.")),
        ErrorText(
            RuleError.Code.badText, .refused,
            fr: .init(
                what: "Un texte contient un signe invisible ({code_point})[? ({path})].",
                why: "Un signe de commande ou de direction pourrait faire lire autre chose que ce qui est écrit.",
                next: "Retirez ce signe."),
            en: .init(
                what: "A text holds an invisible sign ({code_point})[? ({path})].",
                why: "A control or direction sign could make people read something else than what is written.",
                next: "Take that sign out.")),
        ErrorText(
            RuleError.Code.textLength, .refused,
            fr: .init(
                what: "Un texte n'a pas la bonne longueur[? ({path})] : {found} octets.",
                why: "Attendu : {expected} octets.",
                next: "Complétez le texte, ou raccourcissez-le."),
            en: .init(
                what: "A text is not of the right length[? ({path})]: {found} bytes.",
                why: "Expected: {expected} bytes.",
                next: "Complete the text, or shorten it.")),
        ErrorText(
            RuleError.Code.badForm, .refused,
            fr: .init(
                what: "« {found} » n'a pas la forme voulue[? ({path})].",
                why: "Attendu : {expected}.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is not of the form wanted[? ({path})].",
                why: "Expected: {expected}.",
                next: "Mend the value.")),
        ErrorText(
            RuleError.Code.repeated, .refused,
            fr: .init(
                what: "« {found} » figure deux fois[? ({path})].",
                why: "Chacun ne peut y être qu'une fois.",
                next: "N'en gardez qu'un, ou donnez-lui un autre nom."),
            en: .init(
                what: "\"{found}\" stands twice[? ({path})].",
                why: "Each may be there once only.",
                next: "Keep one of them, or give it another name.")),
        ErrorText(
            RuleError.Code.tooLarge, .refused,
            fr: .init(
                what: "Il y en a trop[? ({path})] : {found}.",
                why: "La limite est de {expected}.",
                next: "Faites plus court, ou partagez le fichier autrement."),
            en: .init(
                what: "There is too much of it[? ({path})]: {found}.",
                why: "The limit is {expected}.",
                next: "Make it shorter, or divide the file otherwise.")),
        ErrorText(
            RuleError.Code.badCap, .refused,
            fr: .init(
                what: "« {found} » n'est ni un pourcentage ni un montant[? ({path})].",
                why: "Par exemple : {expected}; un pourcentage va de 0 à 1000, avec au plus six décimales.",
                next: "Corrigez le plafond."),
            en: .init(
                what: "\"{found}\" is neither a percentage nor an amount[? ({path})].",
                why: "For example: {expected}; a percentage goes from 0 to 1000, with six decimals at most.",
                next: "Mend the cap.")),
        ErrorText(
            RuleError.Code.badAmount, .refused,
            fr: .init(
                what: "« {found} » n'est pas un montant possible ici[? ({path})].",
                why: "Un montant s'écrit 2 500,00 ou 2500.00, sans signe[? ({cause})].",
                next: "Corrigez le montant."),
            en: .init(
                what: "\"{found}\" is not an amount possible here[? ({path})].",
                why: "An amount is written 2500.00 or 2 500,00, without a sign[? ({cause})].",
                next: "Mend the amount.")),
        ErrorText(
            RuleError.Code.badDate, .refused,
            fr: .init(
                what: "« {found} » n'est pas une date possible ici[? ({path})].",
                why: "Attendu, l'année (YYYY), le mois (MM), puis le jour (DD) : {expected}.",
                next: "Corrigez la date."),
            en: .init(
                what: "\"{found}\" is not a date possible here[? ({path})].",
                why: "Expected, the year (YYYY), the month (MM), then the day (DD): {expected}.",
                next: "Mend the date.")),
        ErrorText(
            RuleError.Code.spanReversed, .refused,
            fr: .init(
                what: "La fin ({until}) vient avant le début ({from})[? ({path})].",
                why: "Rien ne tomberait entre les deux; une fenêtre ne passe pas le 1er avril.",
                next: "Corrigez l'une des deux dates."),
            en: .init(
                what: "The end ({until}) comes before the beginning ({from})[? ({path})].",
                why: "Nothing would lie between them; a window does not pass over 1 April.",
                next: "Mend one of the two dates.")),
        ErrorText(
            RuleError.Code.oneOfThese, .refused,
            fr: .init(
                what: "Il faut exactement une de ces clés[? ({path})] : {expected}.",
                why: "Le fichier donne ceci : {found}.",
                next: "N'en gardez qu'une, ou ajoutez celle qui manque."),
            en: .init(
                what: "Exactly one of these keys is needed[? ({path})]: {expected}.",
                why: "The file gives this: {found}.",
                next: "Keep one of them, or add the one that is missing.")),
        ErrorText(
            RuleError.Code.unknownAttribute, .refused,
            fr: .init(
                what: "L'en-tête ne déclare pas l'attribut « {found} »[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Les attributs sont ceux-ci : {expected}.",
                next: "Corrigez le nom, ou déclarez l'attribut."),
            en: .init(
                what: "The heading does not declare the attribute \"{found}\"[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "The attributes are these: {expected}.",
                next: "Mend the name, or declare the attribute.")),
        ErrorText(
            RuleError.Code.unknownAuthority, .refused,
            fr: .init(
                what: "L'en-tête ne déclare pas l'autorité « {found} »[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Les autorités sont celles-ci : {expected}.",
                next: "Corrigez le nom, ou déclarez l'autorité."),
            en: .init(
                what: "The heading does not declare the authority \"{found}\"[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "The authorities are these: {expected}.",
                next: "Mend the name, or declare the authority.")),
        ErrorText(
            RuleError.Code.doesNotApply, .refused,
            fr: .init(
                what: "La clé « {found} » ne va qu'avec autre chose[? ({path})].",
                why: "Elle va avec ceci : {expected}.",
                next: "Corrigez ce qui est à côté : un plafond sans % se lit comme un montant en dollars. Sinon, retirez-la."),
            en: .init(
                what: "The key \"{found}\" goes only with something else[? ({path})].",
                why: "It goes with this: {expected}.",
                next: "Mend what is beside it: a cap without % is read as an amount in dollars. Else take it out.")),
        ErrorText(
            RuleError.Code.unknownReference, .refused,
            fr: .init(
                what: "L'exemple nomme « {found} », qui n'y est pas[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Ce qu'il peut nommer : {expected}.",
                next: "Corrigez l'exemple; une enveloppe de deux exercices se nomme CODE@2027-2028."),
            en: .init(
                what: "The example names \"{found}\", which is not there[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "What it may name: {expected}.",
                next: "Mend the example; an envelope of two years is named CODE@2027-2028.")),
        ErrorText(
            RuleError.Code.undeclaredValue, .refused,
            fr: .init(
                what: "L'en-tête ne donne pas la valeur « {found} »[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Les valeurs sont celles-ci : {expected}.",
                next: "Corrigez l'exemple, ou l'en-tête."),
            en: .init(
                what: "The heading does not list the value \"{found}\"[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "The values are these: {expected}.",
                next: "Mend the example, or the heading.")),
        ErrorText(
            RuleError.Code.badExample, .refused,
            fr: .init(
                what: "L'opération de l'exemple ne peut pas avoir lieu[? ({path})].",
                why: "Raison : {cause}.",
                next: "Corrigez les enveloppes, le montant ou les dates de l'exemple."),
            en: .init(
                what: "The operation of the example could not take place[? ({path})].",
                why: "Reason: {cause}.",
                next: "Mend the example's envelopes, amount or dates.")),
        ErrorText(
            RuleError.Code.fileRefused, .refused,
            fr: .init(
                what: "Le fichier {file} a des fautes : {problems}.",
                why: "Des règles en partie lues diraient autre chose que ce qui est écrit.",
                next: "Corrigez chaque faute, puis recommencez."),
            en: .init(
                what: "The file {file} has faults: {problems}.",
                why: "Rules read in part would say something else than what is written.",
                next: "Mend each fault, then try again.")),
        ErrorText(
            RuleError.Code.compiledMalformed, .refused,
            fr: .init(
                what: "Les règles compilées n'ont pas leur forme unique[? ({member})].",
                why: "Un ordre, une borne ou un nom n'est pas celui que la langue des règles impose.",
                next: "Compilez les règles de nouveau à partir de leur fichier."),
            en: .init(
                what: "The compiled rules have not their one form[? ({member})].",
                why: "An order, a bound or a name is not the one that the rule language asks for.",
                next: "Compile the rules again from their file.")),
        ErrorText(
            RuleError.Code.amountNotPositive, .usage,
            fr: .init(
                what: "Le montant à déplacer n'est pas plus grand que zéro ({amount_cents}).",
                why: "Le sens d'un virement se dit par la source et la cible.",
                next: "Donnez un montant positif."),
            en: .init(
                what: "The amount to move is not above zero ({amount_cents}).",
                why: "Which way a transfer goes is said by its source and target.",
                next: "Give an amount above zero.")),
        ErrorText(
            RuleError.Code.sameEnvelope, .usage,
            fr: .init(
                what: "L'enveloppe {envelope} de {year} ne peut pas se donner à elle-même.",
                why: "La source et la cible sont la même enveloppe du même exercice.",
                next: "Nommez une autre cible."),
            en: .init(
                what: "The envelope {envelope} of {year} cannot give to itself.",
                why: "Source and target are the same envelope of the same fiscal year.",
                next: "Name another target.")),
        ErrorText(
            RuleError.Code.wrongYears, .usage,
            fr: .init(
                what: "Une opération « {operation} » du {date} ne va pas de {from_year}[? à {to_year}].",
                why: "Un virement et une annulation restent dans l'exercice de leur date; un report va à l'exercice suivant, une avance en vient.",
                next: "Corrigez la date, les exercices ou l'opération."),
            en: .init(
                what: "An operation \"{operation}\" of {date} does not go from {from_year}[? to {to_year}].",
                why: "A transfer and a cancellation stay in the fiscal year of their date; a carry-over goes to the next one, an advance comes from it.",
                next: "Mend the date, the years or the operation.")),
        ErrorText(
            RuleError.Code.targetMismatch, .usage,
            fr: .init(
                what: "L'opération « {operation} » n'a pas les enveloppes qu'il faut.",
                why: "Une annulation n'a pas de cible; toutes les autres en ont une.",
                next: "Ajoutez la cible, ou retirez-la."),
            en: .init(
                what: "The operation \"{operation}\" has not the envelopes that it needs.",
                why: "A cancellation has no target; all the others have one.",
                next: "Add the target, or take it out.")),
        ErrorText(
            RuleError.Code.repaymentDay, .usage,
            fr: .init(
                what: "L'opération « {operation} » du {date} n'a pas la date de remboursement qu'il faut[? ({repay_by})].",
                why: "Un virement temporaire se rend dans le même exercice, pas avant sa date; aucune autre opération ne se rend.",
                next: "Corrigez la date de remboursement, ou retirez-la."),
            en: .init(
                what: "The operation \"{operation}\" of {date} has not the day of repayment that it needs[? ({repay_by})].",
                why: "A temporary transfer is given back in the same fiscal year, not before its day; no other operation is given back.",
                next: "Mend the day of repayment, or take it out.")),
    ]
}
