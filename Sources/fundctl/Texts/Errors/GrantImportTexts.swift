import FundLedger

extension ErrorCatalogue {
    /// E-GRI: rows of a register of grants.
    static let grantImports: [ErrorText] = [
        ErrorText(
            GrantImportError.Code.recipientMalformed, .refused,
            fr: .init(
                what: "« {found} » n'identifie aucun bénéficiaire.",
                why: "Un NEQ a dix chiffres, dont les deux premiers sont 11, 22, 33 ou 88; après X- viennent de 1 à 60 lettres sans accent, chiffres, points, tirets ou traits de soulignement.",
                next: "Corrigez le fichier; si c'est le numéro d'un autre registre, écrivez le nom de ce registre devant, par un gabarit dans la carte (template)."),
            en: .init(
                what: "\"{found}\" identifies no recipient.",
                why: "A NEQ has ten digits, the first two 11, 22, 33 or 88; after X- come 1 to 60 unaccented letters, digits, dots, dashes or underscores.",
                next: "Mend the file; if it is a number of another register, put that register's name before it by a template in the map.")),
        ErrorText(
            GrantImportError.Code.personNotEntered, .refused,
            fr: .init(
                what: "Le bénéficiaire {recipient} est une personne : inscrivez-le d'abord par « fundctl recipient add {recipient} --fund {fund} --person … ».",
                why: "Le nom d'une personne n'entre dans aucun enregistrement : un import ne peut donc pas l'inscrire.",
                next: "Inscrivez la personne, puis recommencez l'import : la rangée n'a plus besoin de son nom."),
            en: .init(
                what: "The recipient {recipient} is a person: enter them first by \"fundctl recipient add {recipient} --fund {fund} --person …\".",
                why: "A person's name enters no record: so an import cannot enter it.",
                next: "Enter the person, then import again: the row needs no name then.")),
        ErrorText(
            GrantImportError.Code.personNamed, .refused,
            fr: .init(
                what: "Le nom de la personne {recipient} se trouve là où les enregistrements le garderaient ({part}).",
                why: "L'objet (title), la source, le nom du fichier (file) et la carte (map) sont inscrits pour toujours; un nom doit pouvoir s'effacer.",
                next: "Ôtez le nom de là : un objet ou une source sans nom, un fichier ou une carte qui ne nomme personne."),
            en: .init(
                what: "The name of the person {recipient} stands where the records would keep it ({part}).",
                why: "The title, the source, the file's name and the map are recorded for ever; a name must be erasable.",
                next: "Take the name out: a title or source without it, a file or map that names nobody.")),
        ErrorText(
            GrantImportError.Code.nameMissing, .refused,
            fr: .init(
                what: "Le bénéficiaire {recipient} n'est pas connu, et la rangée ne le nomme pas.",
                why: "Un bénéficiaire est inscrit sous son nom.",
                next: "Donnez son nom dans le fichier (champ name de la carte), ou inscrivez-le d'abord : fundctl recipient add {recipient}."),
            en: .init(
                what: "The recipient {recipient} is not known, and the row does not name it.",
                why: "A recipient is entered under a name.",
                next: "Give its name in the file (field name of the map), or enter it first: fundctl recipient add {recipient}.")),
    ]
}
