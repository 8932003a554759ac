import AuditTrail

extension ErrorCatalogue {
    /// E-BUN-001 to 009: writing bundles.
    static let exports: [ErrorText] = [
        ErrorText(
            AuditError.Code.bundleTargetExists, .refused,
            fr: .init(
                what: "« {path} » existe déjà et n'est pas un dossier vide.",
                why: "Un export n'écrase rien.",
                next: "Donnez un autre dossier à -o."),
            en: .init(
                what: "\"{path}\" exists already and is no empty folder.",
                why: "An export overwrites nothing.",
                next: "Give -o another folder.")),
        ErrorText(
            AuditError.Code.bundleUnwritable, .failed,
            fr: .init(
                what: "« {path} » ne peut être écrit ou lu ({step}, erreur {errno}).",
                why: "Le système l'a refusé.",
                next: "Voyez les droits du dossier, puis recommencez."),
            en: .init(
                what: "\"{path}\" cannot be written or read ({step}, error {errno}).",
                why: "The system refused it.",
                next: "See to the folder's permissions, then try again.")),
        ErrorText(
            AuditError.Code.bundleDiskFull, .failed,
            fr: .init(
                what: "Le disque est plein : « {path} » n'est pas écrit.",
                why: "Aucun export à moitié écrit n'est laissé.",
                next: "Faites de la place, puis recommencez : le même export sera écrit."),
            en: .init(
                what: "The disk is full: \"{path}\" is not written.",
                why: "No half-written export is left.",
                next: "Make room, then try again: the same export will be written.")),
        ErrorText(
            AuditError.Code.ledgerKeyNeeded, .notAllowed,
            fr: .init(
                what: "La clé du registre {register} n'est pas dans le dossier des clés.",
                why: "Elle seule signe les exports; celle qu'il faut est {key}.",
                next: "Agissez depuis le dossier de clés qui a ledgers/ (--keys)."),
            en: .init(
                what: "The key of the register {register} is not in the key folder.",
                why: "It alone signs exports; the one needed is {key}.",
                next: "Act from the key folder that has ledgers/ (--keys).")),
        ErrorText(
            AuditError.Code.exportUnknown, .refused,
            fr: .init(
                what: "Le registre {register} n'a pas d'export {number}.",
                why: "Les exports portent les numéros 1, 2, 3 et ainsi de suite, dans l'ordre de leur ouverture.",
                next: "« fundctl status » nomme le dernier."),
            en: .init(
                what: "The register {register} has no export {number}.",
                why: "Exports are numbered 1, 2, 3 and so on, in the order of their opening.",
                next: "\"fundctl status\" names the last.")),
        ErrorText(
            AuditError.Code.exportDiffers, .integrityBroken,
            fr: .init(
                what: "L'export {number} du registre {register} ne serait plus celui qui a été signé : « {field} » diffère.",
                why: "Le livre ou le programme a changé depuis.",
                next: "Lancez « fundctl check », et comparez avec une copie sûre."),
            en: .init(
                what: "Export {number} of the register {register} would no longer be the one that was signed: \"{field}\" differs.",
                why: "The book or the program changed since.",
                next: "Run \"fundctl check\", and compare with a safe copy.")),
        ErrorText(
            AuditError.Code.exportTooLarge, .refused,
            fr: .init(
                what: "L'export dépasse une limite du format : {limit}.",
                why: "Les vérificateurs bornent ce qu'ils lisent.",
                next: "Voyez audit/FORMAT.md, section 13."),
            en: .init(
                what: "The export goes beyond a limit of the format: {limit}.",
                why: "The verifiers bound what they read.",
                next: "See audit/FORMAT.md, section 13.")),
        ErrorText(
            AuditError.Code.exportSoftware, .failed,
            fr: .init(
                what: "« {software} » ne peut nommer le programme.",
                why: "Un export porte le nom et la version du programme : de 1 à 64 caractères ASCII.",
                next: "Signalez cette erreur."),
            en: .init(
                what: "\"{software}\" cannot name the program.",
                why: "An export bears the program's name and version: 1 to 64 ASCII characters.",
                next: "Report this error.")),
        ErrorText(
            AuditError.Code.documentDiffers, .integrityBroken,
            fr: .init(
                what: "Le fichier « {path} » n'est pas le document {sha256}.",
                why: "Son contenu a changé depuis son ajout.",
                next: "Remettez le fichier d'une copie sûre, ou exportez sans --documents."),
            en: .init(
                what: "The file \"{path}\" is not the document {sha256}.",
                why: "Its content changed since it was added.",
                next: "Put the file back from a safe copy, or export without --documents.")),
    ]
}
