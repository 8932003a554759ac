import Glibc

/// The system's error numbers in words: the usual ones in both languages, the others as the system says them.
enum SystemReason {
    static func text(_ number: Int32, in language: Language) -> String {
        usual[number]?.text(in: language) ?? String(cString: strerror(number))
    }

    private static let usual: [Int32: Message] = [
        EPERM: Message(fr: "opération interdite", en: "operation not permitted"),
        ENOENT: Message(fr: "aucun fichier ni dossier de ce nom", en: "no such file or folder"),
        EIO: Message(fr: "erreur d'entrée-sortie", en: "input or output error"),
        EACCES: Message(fr: "permission refusée", en: "permission denied"),
        EEXIST: Message(fr: "le fichier existe déjà", en: "the file exists already"),
        ENOTDIR: Message(fr: "ce n'est pas un dossier", en: "not a folder"),
        EISDIR: Message(fr: "c'est un dossier", en: "it is a folder"),
        EMFILE: Message(fr: "trop de fichiers ouverts", en: "too many open files"),
        EFBIG: Message(fr: "fichier trop grand", en: "file too large"),
        ENOSPC: Message(fr: "plus de place sur le disque", en: "no room left on the disk"),
        EROFS: Message(fr: "support en lecture seule", en: "read-only medium"),
        ENAMETOOLONG: Message(fr: "nom trop long", en: "name too long"),
        ELOOP: Message(fr: "trop de liens symboliques", en: "too many symbolic links"),
        EDQUOT: Message(fr: "quota de disque atteint", en: "disk quota reached"),
    ]
}
