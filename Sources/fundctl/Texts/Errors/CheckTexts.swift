import AuditTrail

extension ErrorCatalogue {
    /// E-CHK: what `check` finds in a book.
    static let checks: [ErrorText] = [
        ErrorText(
            AuditError.Code.storeUnsound, .integrityBroken,
            fr: .init(
                what: "Le fichier du livre est endommagé : {message}.",
                why: "SQLite n'en reconnaît pas la structure.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore », et vérifiez le disque."),
            en: .init(
                what: "The book's file is damaged: {message}.",
                why: "SQLite does not find its structure sound.",
                next: "Go back to the last good backup with \"fundctl restore\", and check the disk.")),
        ErrorText(
            AuditError.Code.schemaDiffers, .integrityBroken,
            fr: .init(
                what: "L'objet {name} ({type}) du fichier n'est pas celui de fundctl ({change}).",
                why: "Un autre programme a changé la structure du livre.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The object {name} ({type}) of the file is not fundctl's ({change}).",
                why: "Another program changed the structure of the book.",
                next: "Go back to the last good backup with \"fundctl restore\".")),
        ErrorText(
            AuditError.Code.rowDiffers, .integrityBroken,
            fr: .init(
                what: "La ligne {key} de la table {table} n'est pas ce que donnent les enregistrements[?; {column} : « {stored} » au lieu de « {replayed} »][? ({change})].",
                why: "Les enregistrements font foi; un autre programme a changé cette table.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The row {key} of the table {table} is not what the records give[?; {column}: \"{stored}\" instead of \"{replayed}\"][? ({change})].",
                why: "The records alone hold; another program changed this table.",
                next: "Go back to the last good backup with \"fundctl restore\".")),
        ErrorText(
            AuditError.Code.recordsMissing, .integrityBroken,
            fr: .init(
                what: "Il manque des enregistrements au registre {register}, à partir du n° {record}[?; le suivant qui y soit est le n° {next}].",
                why: "Un registre n'a pas de trou : quelque chose les a retirés.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore », et comparez avec la dernière exportation."),
            en: .init(
                what: "Records of the register {register} are missing, from no. {record} on[?; the next one there is no. {next}].",
                why: "A register has no gap: something took them away.",
                next: "Go back to the last good backup with \"fundctl restore\", and compare with the last export.")),
        ErrorText(
            AuditError.Code.recordForeign, .integrityBroken,
            fr: .init(
                what: "L'enregistrement de clé {id} n'est d'aucun registre.",
                why: "Un autre programme l'a ajouté au fichier.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The record of key {id} is of no register.",
                why: "Another program added it to the file.",
                next: "Go back to the last good backup with \"fundctl restore\".")),
        ErrorText(
            AuditError.Code.headDiffers, .integrityBroken,
            fr: .init(
                what: "Le registre {register} compte {found} enregistrements, et sa tête en annonce {size}.",
                why: "Des enregistrements ont été ajoutés ou retirés sans passer par fundctl.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore », et comparez avec la dernière exportation."),
            en: .init(
                what: "The register {register} has {found} records, and its head says {size}.",
                why: "Records were added or taken away without fundctl.",
                next: "Go back to the last good backup with \"fundctl restore\", and compare with the last export.")),
        ErrorText(
            AuditError.Code.genesisUnreadable, .integrityBroken,
            fr: .init(
                what: "Le premier enregistrement du registre {register} ne se lit pas.",
                why: "Sans lui, rien du reste ne peut être jugé.",
                next: "Reprenez la dernière bonne sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The first record of the register {register} cannot be read.",
                why: "Without it, nothing of the rest can be judged.",
                next: "Go back to the last good backup with \"fundctl restore\".")),
        ErrorText(
            AuditError.Code.storedStatementForeign, .integrityBroken,
            fr: .init(
                what: "Le STATEMENT n° {number} gardé pour le registre {register} n'est d'aucune exportation.",
                why: "Aucun enregistrement n'ouvre une exportation de ce numéro.",
                next: "Comparez avec les exportations remises à l'auditeur."),
            en: .init(
                what: "The STATEMENT no. {number} kept for the register {register} is of no export.",
                why: "No record opens an export of that number.",
                next: "Compare with the exports handed to the auditor.")),
        ErrorText(
            AuditError.Code.storedStatementSignature, .integrityBroken,
            fr: .init(
                what: "Le STATEMENT n° {number} gardé pour le registre {register} est mal signé.",
                why: "La clé du registre qui était en vigueur ne l'a pas signé.",
                next: "Comparez avec l'exportation remise à l'auditeur."),
            en: .init(
                what: "The STATEMENT no. {number} kept for the register {register} is wrongly signed.",
                why: "The ledger key that was in force did not sign it.",
                next: "Compare with the export handed to the auditor.")),
        ErrorText(
            AuditError.Code.storedStatementDiffers, .integrityBroken,
            fr: .init(
                what: "Le STATEMENT n° {number} gardé pour le registre {register} n'est pas celui que donnent les enregistrements ({field}).",
                why: "Lui ou les enregistrements ont changé depuis l'exportation.",
                next: "Comparez avec l'exportation remise à l'auditeur."),
            en: .init(
                what: "The STATEMENT no. {number} kept for the register {register} is not what the records give ({field}).",
                why: "It or the records changed since the export.",
                next: "Compare with the export handed to the auditor.")),
        ErrorText(
            AuditError.Code.storedStatementOther, .integrityBroken,
            fr: .init(
                what: "Le STATEMENT n° {number} gardé pour le registre {register} n'est pas celui que nomme l'exportation suivante.",
                why: "Chaque exportation porte l'empreinte de la précédente.",
                next: "Comparez avec les exportations remises à l'auditeur."),
            en: .init(
                what: "The STATEMENT no. {number} kept for the register {register} is not the one that the next export names.",
                why: "Each export holds the hash of the one before.",
                next: "Compare with the exports handed to the auditor.")),
        ErrorText(
            AuditError.Code.secretDiffers, .integrityBroken,
            fr: .init(
                what: "La valeur « {field} » de la personne concernée {subject} (registre {register}) n'est pas celle qui a été engagée.",
                why: "Son empreinte n'est pas celle de l'enregistrement.",
                next: "Reprenez la valeur d'une sauvegarde."),
            en: .init(
                what: "The value \"{field}\" of the subject {subject} (register {register}) is not the one committed to.",
                why: "Its hash is not that of the record.",
                next: "Take the value from a backup.")),
        ErrorText(
            AuditError.Code.secretMissing, .integrityBroken,
            fr: .init(
                what: "La valeur « {field} » de la personne concernée {subject} (registre {register}) a disparu.",
                why: "Aucun enregistrement ne l'efface.",
                next: "Reprenez la valeur d'une sauvegarde."),
            en: .init(
                what: "The value \"{field}\" of the subject {subject} (register {register}) is gone.",
                why: "No record erases it.",
                next: "Take the value from a backup.")),
        ErrorText(
            AuditError.Code.secretKept, .integrityBroken,
            fr: .init(
                what: "La valeur « {field} » de la personne concernée {subject} (registre {register}) est encore gardée.",
                why: "Cette personne a été effacée, ou n'a jamais été inscrite.",
                next: "Refaites l'effacement."),
            en: .init(
                what: "The value \"{field}\" of the subject {subject} (register {register}) is still kept.",
                why: "That subject was erased, or was never opened.",
                next: "Erase again.")),
    ]
}
