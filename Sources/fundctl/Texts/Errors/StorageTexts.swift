import Storage

extension ErrorCatalogue {
    /// E-STO: the file of the book.
    static let storage: [ErrorText] = [
        ErrorText(
            StorageError.Code.busy, .busy,
            fr: .init(
                what: "Le livre {path} est occupé depuis {waited_ms} ms.",
                why: "Un autre processus y écrit; un seul peut écrire à la fois.",
                next: "Refaites la commande dans un moment, ou attendez plus longtemps avec --wait. Rien n'a été écrit."),
            en: .init(
                what: "The book {path} has been busy for {waited_ms} ms.",
                why: "Another process is writing to it; only one may write at a time.",
                next: "Run the command again in a while, or wait longer with --wait. Nothing was written.")),
        ErrorText(
            StorageError.Code.full, .failed,
            fr: .init(
                what: "Il n'y a plus de place pour écrire dans {path}.",
                why: "Le disque, ou l'espace qui vous est accordé, est plein.",
                next: "Libérez de la place, puis refaites la commande. Rien n'a été écrit."),
            en: .init(
                what: "There is no room left to write to {path}.",
                why: "The disk, or the room that you are granted, is full.",
                next: "Make room, then run the command again. Nothing was written.")),
        ErrorText(
            StorageError.Code.readOnly, .failed,
            fr: .init(
                what: "On ne peut pas écrire dans {path}.",
                why: "Le fichier, son dossier ou son support ne s'ouvre qu'en lecture.",
                next: "Vérifiez vos droits sur le fichier et sur son dossier, ou copiez le livre sur un support où l'on peut écrire."),
            en: .init(
                what: "{path} cannot be written to.",
                why: "The file, its folder or its medium opens for reading only.",
                next: "See to your rights on the file and its folder, or copy the book to a medium that can be written to.")),
        ErrorText(
            StorageError.Code.corrupt, .integrityBroken,
            fr: .init(
                what: "Le fichier {path} est endommagé.",
                why: "Le moteur de données l'a constaté : {message} (code {sqlite_code}).",
                next: "N'y écrivez plus. Gardez-en une copie, puis reprenez la dernière sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The file {path} is damaged.",
                why: "The database engine found it so: {message} (code {sqlite_code}).",
                next: "Write to it no more. Keep a copy of it, then go back to the last backup with \"fundctl restore\".")),
        ErrorText(
            StorageError.Code.inputOutput, .failed,
            fr: .init(
                what: "Le système n'a pas pu lire ou écrire {path}.",
                why: "Il répond par une erreur d'entrée-sortie[? ({errno})][? (code {sqlite_code})].",
                next: "Vérifiez l'état du disque, puis lancez « fundctl check » avant de continuer."),
            en: .init(
                what: "The system could not read or write {path}.",
                why: "It answers with an input or output error[? ({errno})][? (code {sqlite_code})].",
                next: "See to the state of the disk, then run \"fundctl check\" before you go on.")),
        ErrorText(
            StorageError.Code.constraint, .refused,
            fr: .init(
                what: "Le livre refuse ce changement : {message}.",
                why: "Une règle inscrite dans le livre lui-même l'interdit ({kind}, code {sqlite_code}); un enregistrement, par exemple, ne change jamais.",
                next: "Rien n'a été écrit. Si vous n'avez rien fait d'inhabituel, c'est un défaut de fundctl : signalez ce message."),
            en: .init(
                what: "The book refuses this change: {message}.",
                why: "A rule laid down in the book itself forbids it ({kind}, code {sqlite_code}); a record, for one, never changes.",
                next: "Nothing was written. If you did nothing unusual, it is a defect of fundctl: report this message.")),
        ErrorText(
            StorageError.Code.tooBig, .refused,
            fr: .init(
                what: "Une valeur est trop grande pour le livre.",
                why: "Le moteur de données fixe une limite à la taille d'un texte.",
                next: "Raccourcissez le texte ou partagez-le, puis refaites la commande."),
            en: .init(
                what: "A value is too large for the book.",
                why: "The database engine limits the size of a text.",
                next: "Shorten the text or split it, then run the command again.")),
        ErrorText(
            StorageError.Code.engine, .failed,
            fr: .init(
                what: "Le moteur de données a refusé une demande : {message}.",
                why: "Il donne le code {sqlite_code}, qui ne tient pas à ce que vous avez écrit.",
                next: "Lancez « fundctl check », puis signalez ce message aux auteurs."),
            en: .init(
                what: "The database engine refused a request: {message}.",
                why: "It gives the code {sqlite_code}, which has nothing to do with what you wrote.",
                next: "Run \"fundctl check\", then report this message to the authors.")),
        ErrorText(
            StorageError.Code.alreadyExists, .refused,
            fr: .init(
                what: "{path} existe déjà.",
                why: "Un fichier existant, ou le journal d'un ancien fichier de ce nom, n'est jamais remplacé.",
                next: "Choisissez un autre chemin, ou déplacez d'abord ce fichier."),
            en: .init(
                what: "{path} exists already.",
                why: "A file that exists, or the log of a former file of that name, is never replaced.",
                next: "Choose another path, or move that file away first.")),
        ErrorText(
            StorageError.Code.notFound, .failed,
            fr: .init(
                what: "Il n'y a pas de livre {path}.",
                why: "Aucun fichier n'est à cet endroit.",
                next: "Nommez le livre par --book ou par FUNDCTL_BOOK, ou créez-en un par « fundctl init »."),
            en: .init(
                what: "There is no book {path}.",
                why: "No file is at that place.",
                next: "Name the book with --book or with FUNDCTL_BOOK, or make one with \"fundctl init\".")),
        ErrorText(
            StorageError.Code.notAFile, .failed,
            fr: .init(
                what: "{path} n'est pas un fichier ordinaire.",
                why: "Un livre est un seul fichier, non un dossier ni un périphérique.",
                next: "Donnez le chemin du fichier."),
            en: .init(
                what: "{path} is not a plain file.",
                why: "A book is one file, not a folder or a device.",
                next: "Give the path of the file.")),
        ErrorText(
            StorageError.Code.unreadable, .failed,
            fr: .init(
                what: "Le livre {path} ne peut pas être ouvert en lecture.",
                why: "Ses droits ne le permettent pas, ou un journal en attente ne peut être repris dans ce dossier ({reason}).",
                next: "Vérifiez vos droits sur le fichier et sur son dossier."),
            en: .init(
                what: "The book {path} cannot be opened for reading.",
                why: "Its permissions do not allow it, or a pending log cannot be taken up in this folder ({reason}).",
                next: "See to your rights on the file and its folder.")),
        ErrorText(
            StorageError.Code.notABook, .failed,
            fr: .init(
                what: "{path} n'est pas un livre de fundctl.",
                why: "Le fichier est d'un autre genre ou d'un autre programme.",
                next: "Vérifiez le chemin donné par --book ou par FUNDCTL_BOOK. Le fichier n'a pas été touché."),
            en: .init(
                what: "{path} is not a fundctl book.",
                why: "The file is of another kind or of another program.",
                next: "See to the path given with --book or with FUNDCTL_BOOK. The file was not touched.")),
        ErrorText(
            StorageError.Code.newerVersion, .failed,
            fr: .init(
                what: "Le livre {path} est d'une version plus récente que ce programme.",
                why: "Il est de la version {found_version}; ce programme connaît jusqu'à la {known_version}.",
                next: "Installez la version de fundctl qui a écrit ce livre, ou une plus récente. Le livre n'a pas été touché."),
            en: .init(
                what: "The book {path} is of a newer version than this program.",
                why: "It is of version {found_version}; this program knows up to {known_version}.",
                next: "Install the version of fundctl that wrote this book, or a newer one. The book was not touched.")),
        ErrorText(
            StorageError.Code.olderVersion, .failed,
            fr: .init(
                what: "Le livre {path} est d'une version plus ancienne, et il n'est ouvert qu'en lecture.",
                why: "Il est de la version {found_version} et doit passer à la {known_version} avant d'être lu.",
                next: "Ouvrez-le une fois là où l'on peut y écrire; une copie de l'ancien est alors gardée."),
            en: .init(
                what: "The book {path} is of an older version, and is open for reading only.",
                why: "It is of version {found_version} and has to be brought to {known_version} before it is read.",
                next: "Open it once where it can be written to; a copy of the old one is then kept.")),
        ErrorText(
            StorageError.Code.networkFileSystem, .refused,
            fr: .init(
                what: "{path} est sur un système de fichiers en réseau ({file_system}).",
                why: "Les verrous n'y sont pas sûrs : deux personnes pourraient écrire à la fois et perdre des écritures.",
                next: "Placez le livre sur un disque local; pour le transmettre, servez-vous de « fundctl backup »."),
            en: .init(
                what: "{path} is on a network file system ({file_system}).",
                why: "Locks are not safe there: two people could write at once and lose entries.",
                next: "Put the book on a local disk; to pass it on, use \"fundctl backup\".")),
        ErrorText(
            StorageError.Code.noFolder, .failed,
            fr: .init(
                what: "Le dossier {path} n'existe pas.",
                why: "fundctl ne crée pas le dossier d'un livre ou d'une sauvegarde.",
                next: "Créez le dossier, ou corrigez le chemin."),
            en: .init(
                what: "The folder {path} does not exist.",
                why: "fundctl does not make the folder of a book or of a backup.",
                next: "Make the folder, or mend the path.")),
        ErrorText(
            StorageError.Code.copyDamaged, .integrityBroken,
            fr: .init(
                what: "La sauvegarde de {path} est endommagée; elle a été supprimée.",
                why: "Le livre lui-même l'est donc : {message}.",
                next: "Lancez « fundctl check », et reprenez la dernière bonne sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The backup of {path} is damaged; it was deleted.",
                why: "So the book itself is: {message}.",
                next: "Run \"fundctl check\", and go back to the last good backup with \"fundctl restore\".")),
        ErrorText(
            StorageError.Code.migrationRefused, .integrityBroken,
            fr: .init(
                what: "Le livre {path} ne peut pas passer à la version {version}.",
                why: "Des lignes de la table {table} renverraient à ce qui n'existe pas : le livre était déjà abîmé.",
                next: "Rien n'a été changé. Reprenez la dernière bonne sauvegarde, et signalez ce message aux auteurs."),
            en: .init(
                what: "The book {path} cannot be brought to version {version}.",
                why: "Rows of the table {table} would point to what does not exist: the book was damaged before.",
                next: "Nothing was changed. Go back to the last good backup, and report this message to the authors.")),
    ]
}
