import EmployerServices

extension ErrorCatalogue {
    /// E-ITK-008 on, E-LST-010 … E-LST-013: agreements of a file, catalogues of measures.
    static let serviceImports: [ErrorText] = agreementRows + catalogues

    private static let agreementRows: [ErrorText] = [
        ErrorText(
            IntakeError.Code.fieldMissing, .refused,
            fr: .init(
                what: "La rangée ne donne pas « {field} ».",
                why: "Une entente se reprend étape par étape : une étape suppose ce qui la précède[?, et la rangée donne « {given} »].",
                next: "Remplissez la case, ou retirez de la carte ce qui la suppose."),
            en: .init(
                what: "The row does not give \"{field}\".",
                why: "An agreement is taken over step by step: a step supposes what comes before it[?, and the row gives \"{given}\"].",
                next: "Fill the cell, or take out of the map what supposes it.")),
        ErrorText(
            IntakeError.Code.stepAhead, .refused,
            fr: .init(
                what: "« {field} » est le {found}, après le {most}.",
                why: "Une entente se reprend telle qu'elle est au jour de l'importation : une étape à venir n'a pas eu lieu.",
                next: "Vérifiez la date et la colonne que la carte nomme; la fin prévue va dans « ends »."),
            en: .init(
                what: "\"{field}\" is {found}, after {most}.",
                why: "An agreement is taken over as it stands on the day of the import: a step to come has not been taken.",
                next: "Check the date and the column that the map names; the planned end goes into \"ends\".")),
        ErrorText(
            IntakeError.Code.twoEndings, .refused,
            fr: .init(
                what: "La rangée donne « {other} » et « {field} ».",
                why: "Une entente finit d'une seule façon : certificat, attestation ou fin anticipée.",
                next: "Videz l'une des deux cases."),
            en: .init(
                what: "The row gives \"{other}\" and \"{field}\".",
                why: "An agreement ends in one way: a certificate, an attestation or an early end.",
                next: "Empty one of the two cells.")),
        ErrorText(
            IntakeError.Code.personNamed, .refused,
            fr: .init(
                what: "Le nom d'une personne de la rangée se trouve là où les enregistrements le garderaient ({part}).",
                why: "Le motif (reason), le numéro d'attestation (paper), la source, le nom du fichier (file) et la carte (map) sont inscrits pour toujours; un nom doit pouvoir s'effacer.",
                next: "Ôtez le nom de là."),
            en: .init(
                what: "The name of a person of the row stands where the records would keep it ({part}).",
                why: "The reason, the number of a paper, the source, the file's name and the map are recorded for ever; a name must be erasable.",
                next: "Take the name out.")),
        ErrorText(
            IntakeError.Code.sourceNeeded, .usage,
            fr: .init(
                what: "La carte (cible « {target} ») ne nomme pas de source unique.",
                why: "Aucune empreinte d'un fichier de personnes n'est gardée : c'est la source qui empêche d'inscrire deux fois.",
                next: "Ajoutez à la carte la clé « unique_source », avec la colonne du numéro de l'entente dans l'ancien registre."),
            en: .init(
                what: "The map (target \"{target}\") names no unique source.",
                why: "No hash of a file of persons is kept: the source is what prevents entering twice.",
                next: "Add the key \"unique_source\" to the map, with the column of the agreement's number in the old register.")),
    ]

    private static let catalogues: [ErrorText] = [
        ErrorText(
            ServiceListError.Code.catalogueMalformed, .usage,
            fr: .init(
                what: "« {file} » n'est pas un catalogue en YAML : {found}.",
                why: "Un catalogue a les clés catalogue, from, citation et measures.",
                next: "Voyez l'exemple de docs/catalogues.fr.md."),
            en: .init(
                what: "\"{file}\" is no catalogue in YAML: {found}.",
                why: "A catalogue has the keys catalogue, from, citation and measures.",
                next: "See the example in docs/catalogues.en.md.")),
        ErrorText(
            ServiceListError.Code.catalogueKey, .usage,
            fr: .init(
                what: "« {file} », ligne {line} : la clé « {key} » est de trop.",
                why: "Ce qui n'est pas compris n'est pas ignoré. Clés permises : {known}.",
                next: "[?Vouliez-vous dire {nearest} ? ]Corrigez la clé, ou ôtez-la."),
            en: .init(
                what: "\"{file}\", line {line}: the key \"{key}\" is one too many.",
                why: "What is not understood is not passed over. Keys allowed: {known}.",
                next: "[?Did you mean {nearest}? ]Mend the key, or take it out.")),
        ErrorText(
            ServiceListError.Code.catalogueValue, .usage,
            fr: .init(
                what: "« {file} », ligne {line} : « {key} » manque ou n'est pas comme il le faut[? ({found})].",
                why: "Attendu : {expected}.",
                next: "Corrigez la valeur; l'exemple de docs/catalogues.fr.md les montre toutes."),
            en: .init(
                what: "\"{file}\", line {line}: \"{key}\" is missing or not as it must be[? ({found})].",
                why: "Expected: {expected}.",
                next: "Mend the value; the example in docs/catalogues.en.md shows them all.")),
        ErrorText(
            ServiceListError.Code.catalogueUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas de catalogue[? de code « {catalogue} »].",
                why: "Un catalogue vaut à partir d'un jour; avant le premier, il n'y en a pas.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl catalogue list » les montre."),
            en: .init(
                what: "There is no catalogue[? with the code \"{catalogue}\"].",
                why: "A catalogue counts from a day on; before the first, there is none.",
                next: "[?Did you mean {nearest}? ]\"fundctl catalogue list\" shows them.")),
    ]
}
