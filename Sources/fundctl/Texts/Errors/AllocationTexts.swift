import FundLedger

extension ErrorCatalogue {
    /// E-ALC: files of allocation criteria, and what is shared out by them.
    static let allocations: [ErrorText] = [
        ErrorText(
            AllocationError.Code.badPercentage, .refused,
            fr: .init(
                what: "« {found} » n'est pas un pourcentage[? ({path})].",
                why: "Par exemple : {expected}; un pourcentage va de 0 à 1000, avec au plus six décimales.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is no percentage[? ({path})].",
                why: "For example: {expected}; a percentage goes from 0 to 1000, with six decimals at most.",
                next: "Mend the value.")),
        ErrorText(
            AllocationError.Code.badNumber, .refused,
            fr: .init(
                what: "« {found} » n'est pas un nombre[? ({path})].",
                why: "Par exemple : {expected}. Ce qui pourrait être deux nombres, comme 1,234, ne se devine pas.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is no number[? ({path})].",
                why: "For example: {expected}. What could be two numbers, such as 1,234, is not guessed.",
                next: "Mend the value.")),
        ErrorText(
            AllocationError.Code.negativeValue, .refused,
            fr: .init(
                what: "« {found} » est négatif[? ({path})].",
                why: "Une mesure, ou ce qu'une enveloppe avait, part de zéro.",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" is below zero[? ({path})].",
                why: "A measure, or what an envelope had, begins at zero.",
                next: "Mend the value.")),
        ErrorText(
            AllocationError.Code.unknownEnvelope, .refused,
            fr: .init(
                what: "L'enveloppe « {found} » n'est pas dans la liste[?; c'est peut-être « {nearest} »].",
                why: "La liste des critères a celles-ci : {expected}.",
                next: "Corrigez le code, ou ajoutez l'enveloppe à la liste."),
            en: .init(
                what: "The envelope \"{found}\" is not on the list[?; perhaps \"{nearest}\" is meant].",
                why: "The list of the criteria has these: {expected}.",
                next: "Mend the code, or add the envelope to the list.")),
        ErrorText(
            AllocationError.Code.missingValues, .refused,
            fr: .init(
                what: "Enveloppes sans valeur[? ({path})], {missing} en tout : {found}.",
                why: "Chaque enveloppe de la liste a une valeur dans chaque mesure; zéro s'écrit.",
                next: "Ajoutez ce qui manque."),
            en: .init(
                what: "Envelopes without a value[? ({path})], {missing} in all: {found}.",
                why: "Each envelope of the list has a value in each measure; a zero is written.",
                next: "Add what is missing.")),
        ErrorText(
            AllocationError.Code.repeatedEnvelope, .refused,
            fr: .init(
                what: "L'enveloppe « {found} » a deux valeurs.",
                why: "Rien ne dit laquelle compte.",
                next: "N'en gardez qu'une."),
            en: .init(
                what: "The envelope \"{found}\" has two values.",
                why: "Nothing says which one counts.",
                next: "Keep one of them.")),
        ErrorText(
            AllocationError.Code.unknownColumn, .refused,
            fr: .init(
                what: "Le fichier CSV n'a pas de colonne « {found} »[? ({path})][?; c'est peut-être « {nearest} »].",
                why: "Ses colonnes sont celles-ci : {expected}.",
                next: "Corrigez le nom, ou le délimiteur (delimiter)."),
            en: .init(
                what: "The CSV file has no column \"{found}\"[? ({path})][?; perhaps \"{nearest}\" is meant].",
                why: "Its columns are these: {expected}.",
                next: "Mend the name, or the delimiter.")),
        ErrorText(
            AllocationError.Code.badRow, .refused,
            fr: .init(
                what: "La ligne ne se lit pas ({cause}).",
                why: "Une ligne que l'on saute changerait la répartition.",
                next: "Corrigez la ligne."),
            en: .init(
                what: "The row cannot be read ({cause}).",
                why: "A row passed over would change the allocation.",
                next: "Mend the row.")),
        ErrorText(
            AllocationError.Code.measureIsZero, .refused,
            fr: .init(
                what: "Les valeurs de la mesure « {found} » font zéro en tout.",
                why: "Rien ne se partage en proportion de zéro.",
                next: "Corrigez les valeurs, ou retirez la mesure."),
            en: .init(
                what: "The values of the measure \"{found}\" sum to zero.",
                why: "Nothing is shared in proportion to zero.",
                next: "Mend the values, or take the measure out.")),
        ErrorText(
            AllocationError.Code.weightsAreZero, .refused,
            fr: .init(
                what: "Les poids des mesures font zéro en tout.",
                why: "Rien ne se partage en proportion de zéro.",
                next: "Donnez un poids à une mesure au moins."),
            en: .init(
                what: "The weights of the measures sum to zero.",
                why: "Nothing is shared in proportion to zero.",
                next: "Give a weight to one measure at least.")),
        ErrorText(
            AllocationError.Code.weightsNotWhole, .refused,
            fr: .init(
                what: "Les poids font {found} et non 100 %.",
                why: "Des poids en pourcentage le sont tous, et font 100 % en tout.",
                next: "Corrigez les poids, ou écrivez-les sans « % » : seule leur proportion compte alors."),
            en: .init(
                what: "The weights make {found}, not 100%.",
                why: "Where weights are percentages all of them are, and they make 100% in all.",
                next: "Mend the weights, or write them without \"%\": then their proportion alone counts.")),
        ErrorText(
            AllocationError.Code.fileRefused, .refused,
            fr: .init(
                what: "Les critères {file} ont des fautes : {problems}.",
                why: "Des critères lus en partie donneraient une autre répartition que celle qui est écrite.",
                next: "Corrigez chaque faute, puis recommencez."),
            en: .init(
                what: "The criteria {file} have faults: {problems}.",
                why: "Criteria read in part would give another allocation than the one written.",
                next: "Mend each fault, then try again.")),
        ErrorText(
            AllocationError.Code.amountNotPositive, .refused,
            fr: .init(
                what: "Le montant à répartir est de {amount_cents}.",
                why: "On répartit plus que zéro.",
                next: "Donnez un autre montant, ou une enveloppe où il y a du disponible."),
            en: .init(
                what: "The amount to share out is {amount_cents}.",
                why: "More than zero is shared out.",
                next: "Give another amount, or an envelope that has something available.")),
        ErrorText(
            AllocationError.Code.floorAboveCeiling, .refused,
            fr: .init(
                what: "L'enveloppe {envelope} devrait avoir au moins {least_cents} ({bound}) et au plus {most_cents}.",
                why: "Un plancher (floor) ou une garantie (guarantee) ne dépasse pas le plafond de la même enveloppe.",
                next: "Corrigez l'un ou l'autre."),
            en: .init(
                what: "The envelope {envelope} should have at least {least_cents} ({bound}) and at most {most_cents}.",
                why: "A floor or a guarantee is not above the ceiling of the same envelope.",
                next: "Mend one or the other.")),
        ErrorText(
            AllocationError.Code.floorsAboveAmount, .refused,
            fr: .init(
                what: "Les planchers et les garanties font {least_cents}, {excess_cents} de plus que le montant.",
                why: "Le montant à répartir est de {amount_cents}.",
                next: "Baissez les planchers ou la garantie, ou répartissez davantage."),
            en: .init(
                what: "Floors and guarantees make {least_cents}, {excess_cents} more than the amount.",
                why: "The amount to share out is {amount_cents}.",
                next: "Lower the floors or the guarantee, or share out more.")),
        ErrorText(
            AllocationError.Code.ceilingsBelowAmount, .refused,
            fr: .init(
                what: "Les plafonds laissent {excess_cents} à personne : les enveloppes ne peuvent recevoir que {most_cents}.",
                why: "Le montant à répartir est de {amount_cents}; une enveloppe dont toutes les mesures sont à zéro n'a que son plancher.",
                next: "Haussez les plafonds, ou répartissez moins."),
            en: .init(
                what: "The ceilings leave {excess_cents} to no one: the envelopes can have {most_cents} only.",
                why: "The amount to share out is {amount_cents}; an envelope whose measures are all zero has its floor alone.",
                next: "Raise the ceilings, or share out less.")),
        ErrorText(
            AllocationError.Code.tooLarge, .refused,
            fr: .init(
                what: "La garantie de l'enveloppe {envelope} est trop grande.",
                why: "Un montant tient dans 64 bits de cents.",
                next: "Corrigez ce qu'elle avait, ou la part garantie."),
            en: .init(
                what: "The guarantee of the envelope {envelope} is too large.",
                why: "An amount fits in 64 bits of cents.",
                next: "Mend what it had, or the share guaranteed.")),
        ErrorText(
            AllocationError.Code.unknownAllocation, .refused,
            fr: .init(
                what: "Le fonds {fund} n'a pas de répartition {allocation}.",
                why: "Une répartition porte le numéro de son écriture.",
                next: "Cherchez-la : « fundctl envelope show CODE --fund {fund} --year … »."),
            en: .init(
                what: "The fund {fund} has no allocation {allocation}.",
                why: "An allocation has the number of its entry.",
                next: "Look for it: \"fundctl envelope show CODE --fund {fund} --year …\".")),
    ]
}
