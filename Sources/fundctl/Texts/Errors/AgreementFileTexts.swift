extension ErrorCatalogue {
    /// E-AGI: files of apprentices.
    static let agreementFiles: [ErrorText] = [
        ErrorText(
            AgreementFileError.Code.columnMissing, .refused,
            fr: .init(
                what: "« {file} » n'a pas de colonne « {column} ».",
                why: "Un fichier d'apprentis a une colonne name et une colonne born, sur sa première ligne.",
                next: "Ajoutez la colonne."),
            en: .init(
                what: "\"{file}\" has no column \"{column}\".",
                why: "A file of apprentices has a column name and a column born, on its first line.",
                next: "Add the column.")),
        ErrorText(
            AgreementFileError.Code.columnUnknown, .refused,
            fr: .init(
                what: "« {file} » a une colonne « {column} ».",
                why: "Un fichier d'apprentis n'a que ces colonnes : {known}.",
                next: "Retirez la colonne, ou corrigez son nom."),
            en: .init(
                what: "\"{file}\" has a column \"{column}\".",
                why: "A file of apprentices has only these columns: {known}.",
                next: "Remove the column, or correct its name.")),
        ErrorText(
            AgreementFileError.Code.fieldBlank, .refused,
            fr: .init(
                what: "La rangée de la ligne {line} n'a pas de nom, ou pas de date de naissance.",
                why: "Une personne se reconnaît aux deux, et l'âge se vérifie à la signature.",
                next: "Remplissez la rangée."),
            en: .init(
                what: "The row of line {line} has no name, or no birth date.",
                why: "A person is known by both, and the age is checked at signing.",
                next: "Fill in the row.")),
        ErrorText(
            AgreementFileError.Code.noneWritten, .refused,
            fr: .init(
                what: "Aucune rangée de « {file} » ne peut être écrite (sur {rows}) : rien ne l'est.",
                why: "Chaque rangée est refusée pour une raison qui lui est propre.",
                next: "Corrigez le fichier, ou la partie commune, et refaites la commande."),
            en: .init(
                what: "No row of \"{file}\" can be written (of {rows}): nothing is.",
                why: "Each row is refused for a reason of its own.",
                next: "Mend the file, or the common part, and give the command again.")),
    ]
}
