import AuditTrail

extension ErrorCatalogue {
    /// E-BUN-020 to 063: what a bundle under trial fails by, and why a verdict was not checked.
    static let bundles: [ErrorText] = [
        ErrorText(
            AuditError.Code.bundleAbsent, .failed,
            fr: .init(
                what: "« {path} » n'est pas un dossier qui se lit.",
                why: "Un export est un dossier.",
                next: "Vérifiez le chemin."),
            en: .init(
                what: "\"{path}\" is no folder that can be read.",
                why: "An export is a folder.",
                next: "Check the path.")),
        ErrorText(
            AuditError.Code.bundleUnreadable, .integrityBroken,
            fr: .init(
                what: "« {file} » ne se lit pas, ou change pendant la lecture.",
                why: "Un vérificateur lit des fichiers stables.",
                next: "Copiez l'export à un endroit sûr, puis recommencez."),
            en: .init(
                what: "\"{file}\" cannot be read, or changes while it is read.",
                why: "A verifier reads files that stand still.",
                next: "Copy the export to a safe place, then try again.")),
        ErrorText(
            AuditError.Code.bundleFileForeign, .integrityBroken,
            fr: .init(
                what: "« {file} » n'a pas sa place dans un export.",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" has no place in an export.",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.bundleFileMissing, .integrityBroken,
            fr: .init(
                what: "« {file} » manque.",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" is missing.",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.bundleFileName, .integrityBroken,
            fr: .init(
                what: "Le nom « {file} » n'est pas admis.",
                why: "Les noms sont en ASCII, sans rien de caché.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "The name \"{file}\" is not allowed.",
                why: "Names are in ASCII, with nothing hidden.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.bundleFileKind, .integrityBroken,
            fr: .init(
                what: "« {file} » n'est pas un fichier ordinaire ({found}).",
                why: "Ni lien, ni dossier, ni périphérique n'est suivi.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" is no regular file ({found}).",
                why: "No link, folder or device is followed.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.bundleFileTooLarge, .integrityBroken,
            fr: .init(
                what: "« {file} » a {size_bytes} octets, plus que les {limit_bytes} admis.",
                why: "Chaque taille est vérifiée avant la lecture.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" has {size_bytes} bytes, more than the {limit_bytes} allowed.",
                why: "Every size is checked before reading.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.bundleTooManyFiles, .integrityBroken,
            fr: .init(
                what: "L'export a plus de {limit} fichiers.",
                why: "Leur nombre est borné.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "The export has more than {limit} files.",
                why: "Their number is bounded.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.statementMalformed, .integrityBroken,
            fr: .init(
                what: "STATEMENT est mal formé à la ligne {line}[? (attendu « {field} »)].",
                why: "Il n'a qu'une forme : des champs fixes, chacun une fois, dans l'ordre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "STATEMENT is malformed at line {line}[? (expected \"{field}\")].",
                why: "It has one form: fixed fields, each once, in order.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.manifestMalformed, .integrityBroken,
            fr: .init(
                what: "MANIFEST.sha256 est mal formé à la ligne {line}.",
                why: "Ses lignes sont triées, uniques, et ne nomment que l'intérieur de l'export.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "MANIFEST.sha256 is malformed at line {line}.",
                why: "Its lines are sorted, unique, and name only the inside of the export.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.bundleFileHash, .integrityBroken,
            fr: .init(
                what: "« {file} » a changé : son empreinte n'est plus celle du manifeste.",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" changed: its hash is no longer that of the manifest.",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.statementField, .integrityBroken,
            fr: .init(
                what: "STATEMENT annonce « {declared} » pour « {field} »; on trouve « {found} ».",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "STATEMENT declares \"{declared}\" for \"{field}\"; \"{found}\" is found.",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.segmentShape, .integrityBroken,
            fr: .init(
                what: "« {file} » n'a pas les lignes voulues (ligne {line} : {reason}).",
                why: "Chaque segment a 65 536 lignes, sauf le dernier.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" does not have the lines it should (line {line}: {reason}).",
                why: "Each segment has 65,536 lines, but the last.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.checkpointDiffers, .integrityBroken,
            fr: .init(
                what: "Le point de contrôle n'a pas la forme voulue, ou diffère de STATEMENT : {member}.",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "The checkpoint does not have its form, or differs from STATEMENT: {member}.",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.keyFileDiffers, .integrityBroken,
            fr: .init(
                what: "« {file} » n'est pas la clé que nomment les enregistrements.",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" is not the key that the records name.",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.documentForeign, .integrityBroken,
            fr: .init(
                what: "« {file} » n'est pas un document des enregistrements.",
                why: "Un document est nommé par son empreinte, qu'un enregistrement a retenue.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" is no document of the records.",
                why: "A document is named by its hash, which a record holds.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.statementSignature, .integrityBroken,
            fr: .init(
                what: "STATEMENT n'est pas signé par la clé {key}.",
                why: "Seule la clé du registre, reçue à part, fait foi.",
                next: "Vérifiez que la clé est la bonne; si elle l'est, ne vous fiez pas à cet export."),
            en: .init(
                what: "STATEMENT is not signed by the key {key}.",
                why: "Only the register's key, received apart, counts.",
                next: "See that the key is the right one; if it is, do not rely on this export.")),
        ErrorText(
            AuditError.Code.registerOther, .integrityBroken,
            fr: .init(
                what: "L'export est d'un autre registre : {found}, et non {expected}.",
                why: "L'identifiant d'un registre est l'empreinte de son premier enregistrement.",
                next: "Comparez avec l'identifiant reçu à part."),
            en: .init(
                what: "The export is of another register: {found}, not {expected}.",
                why: "A register's id is the hash of its first record.",
                next: "Compare with the id received apart.")),
        ErrorText(
            AuditError.Code.ledgerKeyOther, .integrityBroken,
            fr: .init(
                what: "La clé en vigueur du registre est {found}, et non {expected}.",
                why: "La clé a pu être remplacée depuis que vous l'avez reçue.",
                next: "Demandez à part la clé en vigueur."),
            en: .init(
                what: "The register's key in force is {found}, not {expected}.",
                why: "The key may have been replaced since you received it.",
                next: "Ask for the key in force, apart.")),
        ErrorText(
            AuditError.Code.checkpointOfOther, .integrityBroken,
            fr: .init(
                what: "Le point de contrôle est de « {found} », et non de « {expected} ».",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "The checkpoint is of \"{found}\", not of \"{expected}\".",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.recordsEnd, .integrityBroken,
            fr: .init(
                what: "Les enregistrements ne finissent pas par l'export {export}.",
                why: "Un export finit par le sceau qui l'ouvre : rien n'est coupé.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "The records do not end with export {export}.",
                why: "An export ends with the seal that opens it: nothing is cut off.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.exportTooOld, .integrityBroken,
            fr: .init(
                what: "C'est l'export {export}; vous attendez au moins le {least}.",
                why: "Un vieil export peut passer pour le plus récent.",
                next: "Demandez le dernier."),
            en: .init(
                what: "This is export {export}; you expect {least} at least.",
                why: "An old export can pass for the newest.",
                next: "Ask for the last one.")),
        ErrorText(
            AuditError.Code.keptOfOtherRegister, .integrityBroken,
            fr: .init(
                what: "Le STATEMENT gardé est d'un autre registre : {found}, et non {expected}.",
                why: "On ne compare que deux exports d'un même registre.",
                next: "Prenez le STATEMENT gardé de ce registre."),
            en: .init(
                what: "The kept STATEMENT is of another register: {found}, not {expected}.",
                why: "Only exports of one register are compared.",
                next: "Take the STATEMENT kept of this register.")),
        ErrorText(
            AuditError.Code.keptNotOlder, .integrityBroken,
            fr: .init(
                what: "Le STATEMENT gardé porte le numéro {kept}, et l'export le numéro {export}.",
                why: "Deux STATEMENT différents du même numéro, ou un export plus vieux que celui que vous avez gardé.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "The kept STATEMENT is number {kept}, and the export number {export}.",
                why: "Two different STATEMENTs of one number, or an export older than the one you kept.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.historyRewritten, .integrityBroken,
            fr: .init(
                what: "L'histoire a été récrite : les {size} premiers enregistrements ne sont plus ceux du STATEMENT gardé ({member}).",
                why: "Un registre ne fait que s'allonger.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "History was rewritten: the first {size} records are no longer those of the kept STATEMENT ({member}).",
                why: "A register only ever grows longer.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.predecessorOther, .integrityBroken,
            fr: .init(
                what: "L'export {export} nomme un autre prédécesseur que le STATEMENT gardé.",
                why: "Attendu : {expected}; trouvé : {found}. Deux histoires ont été montrées.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "Export {export} names another predecessor than the kept STATEMENT.",
                why: "Expected: {expected}; found: {found}. Two histories were shown.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.derivedDiffers, .integrityBroken,
            fr: .init(
                what: "« {file} » n'est pas ce que donnent les enregistrements (ligne {line}).",
                why: "Chaque fichier d'un export se déduit des enregistrements et de la clé du registre.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "\"{file}\" is not what the records give (line {line}).",
                why: "Every file of an export follows from the records and the register's key.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.siblingNotMutual, .integrityBroken,
            fr: .init(
                what: "Le lot {batch} de {register} nomme un lot frère qui ne le nomme pas ({sibling}).",
                why: "Une commande qui écrit dans deux registres y laisse deux lots qui se nomment.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "Batch {batch} of {register} names a sibling batch that does not name it ({sibling}).",
                why: "A command that writes to two registers leaves two batches there that name each other.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.pairNotMirrored, .integrityBroken,
            fr: .init(
                what: "L'écriture {entry} n'a pas en {other} sa contrepartie exacte.",
                why: "Un mouvement entre fonds a deux moitiés, de même date et de sommes opposées.",
                next: "Ne vous fiez pas à cet export; demandez-le de nouveau, et gardez celui-ci."),
            en: .init(
                what: "Entry {entry} does not have its exact counterpart in {other}.",
                why: "A movement between funds has two halves, of one date and opposite sums.",
                next: "Do not rely on this export; ask for it again, and keep this one.")),
        ErrorText(
            AuditError.Code.namedMissing, .integrityBroken,
            fr: .init(
                what: "Une intervention ou un comité nomme {name}, et le fonds n'a pas cette subvention.",
                why: "Le dossier du fonds n'est pas plus ancien : ce qui est nommé devrait s'y trouver.",
                next: "Demandez d'où vient ce numéro; annulez l'intervention, et inscrivez-la de nouveau."),
            en: .init(
                what: "An intervention or a committee names {name}, and the fund has no such grant.",
                why: "The fund's bundle is not the older one: what is named should be in it.",
                next: "Ask where the number comes from; annul the intervention, and enter it again.")),
        ErrorText(
            AuditError.Code.namedOther, .integrityBroken,
            fr: .init(
                what: "La subvention {name} est de {recipient}, l'intervention qui la nomme est de {employer}.",
                why: "Une entreprise qui reçoit une subvention est celle de l'intervention, fusions comprises.",
                next: "Voyez les deux fiches; annulez l'intervention, et inscrivez-la de nouveau."),
            en: .init(
                what: "The grant {name} is of {recipient}, the intervention that names it is of {employer}.",
                why: "A firm that receives a grant is the intervention's, mergers counted.",
                next: "Look at both files; annul the intervention, and enter it again.")),
        ErrorText(
            AuditError.Code.notCheckedRestsOn, .integrityBroken,
            fr: .init(
                what: "repose sur « {verdict} », qui ne tient pas.",
                why: "Ce qui ne tient pas ne porte rien d'autre.",
                next: "Voyez d'abord ce verdict."),
            en: .init(
                what: "rests on \"{verdict}\", which does not hold.",
                why: "What does not hold carries nothing else.",
                next: "See to that verdict first.")),
        ErrorText(
            AuditError.Code.notCheckedNotGiven, .integrityBroken,
            fr: .init(
                what: "--{needed} n'est pas donné.",
                why: "Ce verdict compare l'export à ce que l'auditeur a reçu à part.",
                next: "Donnez --{needed}, si vous l'avez."),
            en: .init(
                what: "--{needed} is not given.",
                why: "This verdict compares the export with what the auditor received apart.",
                next: "Give --{needed}, if you have it.")),
        ErrorText(
            AuditError.Code.notCheckedNoMatter, .integrityBroken,
            fr: .init(
                what: "rien de tel à juger dans ce registre.",
                why: "Aucun genre d'enregistrement de cette version n'y donne matière.",
                next: "Rien à faire."),
            en: .init(
                what: "nothing of the kind to judge in this register.",
                why: "No kind of record of this version gives it matter.",
                next: "Nothing to do.")),
        ErrorText(
            AuditError.Code.notCheckedOtherBundle, .integrityBroken,
            fr: .init(
                what: "l'export « {path} » ne tient pas par lui-même[? ({verdict})].",
                why: "Un appariement se juge entre deux exports sûrs.",
                next: "Vérifiez d'abord cet export-là."),
            en: .init(
                what: "the export \"{path}\" does not hold by itself[? ({verdict})].",
                why: "Pairing is judged between two sound exports.",
                next: "Check that export first.")),
    ]
}
