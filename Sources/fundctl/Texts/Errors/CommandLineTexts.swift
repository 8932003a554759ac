extension ErrorCatalogue {
    /// E-CLI: what fundctl itself refuses.
    static let commandLine: [ErrorText] = usage + files + keys + journalUsage

    private typealias Code = CommandLineError.Code

    private static let usage: [ErrorText] = [
        ErrorText(
            Code.unknownCommand, .usage,
            fr: .init(
                what: "« {word} » n'est pas une commande de « {parent} ».",
                why: "Aucun mot de cette commande ne porte ce nom.",
                next: "[?Vouliez-vous dire « {suggestion} » ? ]« {parent} --help » montre ce qui existe."),
            en: .init(
                what: "\"{word}\" is not a command of \"{parent}\".",
                why: "No word of that command has this name.",
                next: "[?Did you mean \"{suggestion}\"? ]\"{parent} --help\" shows what there is.")),
        ErrorText(
            Code.missingVerb, .usage,
            fr: .init(
                what: "« {parent} » attend un verbe.",
                why: "Ce nom seul ne dit pas ce qu'il faut faire.",
                next: "Ajoutez l'un de ces verbes : {verbs}."),
            en: .init(
                what: "\"{parent}\" needs a verb.",
                why: "This noun alone does not say what is to be done.",
                next: "Add one of these verbs: {verbs}.")),
        ErrorText(
            Code.unknownOption, .usage,
            fr: .init(
                what: "« {command} » n'a pas d'option « {option} ».",
                why: "Une option inconnue est refusée plutôt qu'ignorée.",
                next: "[?Vouliez-vous dire « {suggestion} » ? ]« {command} --help » montre les options."),
            en: .init(
                what: "\"{command}\" has no option \"{option}\".",
                why: "An unknown option is refused rather than ignored.",
                next: "[?Did you mean \"{suggestion}\"? ]\"{command} --help\" shows the options.")),
        ErrorText(
            Code.missingValue, .usage,
            fr: .init(
                what: "Il manque une valeur après « {option} ».",
                why: "Cette option en attend une.",
                next: "Écrivez-la après l'option. Si elle commence par un tiret, écrivez --option=valeur."),
            en: .init(
                what: "A value is missing after \"{option}\".",
                why: "This option needs one.",
                next: "Type it after the option. If it begins with a hyphen, type --option=value.")),
        ErrorText(
            Code.missingArgument, .usage,
            fr: .init(
                what: "Il manque « {argument} » à « {command} ».",
                why: "La commande ne peut rien faire sans lui.",
                next: "« {command} --help » donne un exemple complet."),
            en: .init(
                what: "\"{argument}\" is missing from \"{command}\".",
                why: "The command can do nothing without it.",
                next: "\"{command} --help\" gives a whole example.")),
        ErrorText(
            Code.argumentNotUTF8, .usage,
            fr: .init(
                what: "L'argument « {argument} » n'est pas de l'UTF-8.",
                why: "Ce qui est écrit l'est pour toujours : fundctl ne devine pas un caractère.",
                next: "Réglez le terminal sur UTF-8, puis retapez l'argument."),
            en: .init(
                what: "The argument \"{argument}\" is not UTF-8.",
                why: "What is written is written for ever: fundctl does not guess a character.",
                next: "Set the terminal to UTF-8, then type the argument again.")),
        ErrorText(
            Code.unexpectedArgument, .usage,
            fr: .init(
                what: "« {argument} » est de trop dans « {command} ».",
                why: "La commande a déjà tout ce qu'elle attend.",
                next: "Retirez-le, ou mettez entre guillemets une valeur qui contient des espaces."),
            en: .init(
                what: "\"{argument}\" is one too many in \"{command}\".",
                why: "The command already has all that it expects.",
                next: "Take it out, or put quotes around a value that holds spaces.")),
        ErrorText(
            Code.invalidValue, .usage,
            fr: .init(
                what: "« {value} » ne convient pas à « {option} ».",
                why: "Ce n'est pas une valeur que cette option accepte.",
                next: "[?Valeurs possibles : {choices}. ]L'aide de la commande (--help) dit ce qui est attendu."),
            en: .init(
                what: "\"{value}\" does not suit \"{option}\".",
                why: "It is not a value that this option accepts.",
                next: "[?Possible values: {choices}. ]The command's help (--help) tells what is expected.")),
        ErrorText(
            Code.valueNotTaken, .usage,
            fr: .init(
                what: "« {option} » ne prend pas de valeur, mais « {value} » a été donné.",
                why: "Cette option est un simple choix : présente ou absente.",
                next: "Retirez la valeur."),
            en: .init(
                what: "\"{option}\" takes no value, but \"{value}\" was given.",
                why: "This option is a plain choice: there or not.",
                next: "Take the value out.")),
        ErrorText(
            Code.exclusiveOptions, .usage,
            fr: .init(
                what: "« {option} » et « {other} » ne vont pas ensemble.",
                why: "Chacune dit le contraire de l'autre, ou répète la même chose.",
                next: "N'en gardez qu'une."),
            en: .init(
                what: "\"{option}\" and \"{other}\" do not go together.",
                why: "Each says the contrary of the other, or the same thing again.",
                next: "Keep one of them.")),
        ErrorText(
            Code.otherUsage, .usage,
            fr: .init(
                what: "« {command} » n'a pas été comprise ({detail}).",
                why: "Les mots ne suivent pas la forme de la commande.",
                next: "« {command} --help » en donne la forme et un exemple."),
            en: .init(
                what: "\"{command}\" was not understood ({detail}).",
                why: "The words do not follow the command's form.",
                next: "\"{command} --help\" gives its form and an example.")),
        ErrorText(
            Code.formatNotOffered, .usage,
            fr: .init(
                what: "« {command} » n'a pas de forme « {format} ».",
                why: "Son résultat n'est pas un tableau ou un document de cette forme.",
                next: "Demandez l'une de ces formes : {formats}."),
            en: .init(
                what: "\"{command}\" has no \"{format}\" form.",
                why: "Its result is not a table or a document of that form.",
                next: "Ask for one of these forms: {formats}.")),
        ErrorText(
            Code.answerNeeded, .usage,
            fr: .init(
                what: "Il faut une réponse, et il n'y a personne à qui la demander.",
                why: "Une question n'est posée que sur un terminal, et jamais avec --no-input.",
                next: "Donnez la réponse par {option}."),
            en: .init(
                what: "An answer is needed, and there is nobody to ask.",
                why: "A question is asked on a terminal only, and never with --no-input.",
                next: "Give the answer with {option}.")),
        ErrorText(
            Code.cancelled, .cancelled,
            fr: .init(
                what: "Abandonné à votre demande.", why: "La question n'a pas reçu de réponse favorable.",
                next: "Rien n'a été écrit; refaites la commande quand vous voudrez."),
            en: .init(
                what: "Cancelled at your request.", why: "The question was not answered with a yes.",
                next: "Nothing was written; run the command again when you wish.")),
        ErrorText(
            Code.testSettingInvalid, .usage,
            fr: .init(
                what: "« {value} » ne convient pas à {name}.",
                why: "Cette variable fixe l'horloge des essais; elle attend un instant comme 2026-05-01T14:30:00Z.",
                next: "Corrigez-la, ou retirez-la de l'environnement : un vrai livre s'en passe."),
            en: .init(
                what: "\"{value}\" does not suit {name}.",
                why: "This variable settles the clock of tests; it expects an instant such as 2026-05-01T14:30:00Z.",
                next: "Mend it, or take it out of the environment: a real book does without.")),
        ErrorText(
            Code.unexpected, .failed,
            fr: .init(
                what: "Il s'est passé quelque chose d'imprévu : {detail}.",
                why: "C'est un défaut de fundctl, pas de ce que vous avez fait.",
                next: "Lancez « fundctl check » si un livre était ouvert, et signalez ce message aux auteurs."),
            en: .init(
                what: "Something unforeseen happened: {detail}.",
                why: "It is a defect of fundctl, not of what you did.",
                next: "Run \"fundctl check\" if a book was open, and report this message to the authors.")),
    ]

    private static let files: [ErrorText] = [
        ErrorText(
            Code.outputNotWritten, .failed,
            fr: .init(
                what: "Le fichier {path} n'a pas pu être écrit.",
                why: "Le système répond : {errno}.",
                next: "Vérifiez que le dossier existe, qu'il vous est ouvert et qu'il reste de la place. Un fichier qui était déjà là n'a pas changé."),
            en: .init(
                what: "The file {path} could not be written.",
                why: "The system answers: {errno}.",
                next: "See that the folder exists, that you may write there and that room is left. A file that was there already has not changed.")),
        ErrorText(
            Code.outputIsFolder, .usage,
            fr: .init(
                what: "{path} est un dossier.",
                why: "Le résultat de cette commande est un seul fichier.",
                next: "Nommez un fichier après -o."),
            en: .init(
                what: "{path} is a folder.",
                why: "The result of this command is a single file.",
                next: "Name a file after -o.")),
        ErrorText(
            Code.inputNotRead, .failed,
            fr: .init(
                what: "Le fichier {path} n'a pas pu être lu.",
                why: "Le système répond : {errno}.",
                next: "Vérifiez le chemin et les droits de lecture. « - » désigne l'entrée standard."),
            en: .init(
                what: "The file {path} could not be read.",
                why: "The system answers: {errno}.",
                next: "See to the path and to the right to read it. \"-\" stands for standard input.")),
    ]

    private static let keys: [ErrorText] = [
        ErrorText(
            Code.passphrasesDiffer, .refused,
            fr: .init(
                what: "Les deux phrases secrètes diffèrent.",
                why: "La seconde confirme la première : une faute de frappe rendrait la clé inutilisable.",
                next: "Refaites la commande. Rien n'a été écrit."),
            en: .init(
                what: "The two passphrases differ.",
                why: "The second confirms the first: a slip would make the key useless.",
                next: "Run the command again. Nothing was written.")),
        ErrorText(
            Code.noKey, .usage,
            fr: .init(
                what: "Il n'y a aucune clé dans {folder}.",
                why: "Ce qui s'écrit dans un livre est scellé par la clé d'une personne.",
                next: "Créez la vôtre par « fundctl key create NOM », ou nommez un autre dossier par --keys."),
            en: .init(
                what: "There is no key in {folder}.",
                why: "What is written in a book is sealed with a person's key.",
                next: "Create yours with \"fundctl key create NAME\", or name another folder with --keys.")),
        ErrorText(
            Code.whichKey, .usage,
            fr: .init(
                what: "Plusieurs clés sont dans {folder} : {names}.",
                why: "Aucune ne porte votre nom d'utilisateur, et fundctl ne devine pas qui agit.",
                next: "Nommez la vôtre par --as ou par FUNDCTL_AS."),
            en: .init(
                what: "Several keys are in {folder}: {names}.",
                why: "None bears your user name, and fundctl does not guess who acts.",
                next: "Name yours with --as or with FUNDCTL_AS.")),
        ErrorText(
            Code.keyNotFound, .usage,
            fr: .init(
                what: "La clé « {name} » n'est pas dans {folder}.",
                why: "Aucun fichier de clé n'y porte ce nom.",
                next: "« fundctl key list » montre celles qui y sont; --keys nomme un autre dossier."),
            en: .init(
                what: "The key \"{name}\" is not in {folder}.",
                why: "No key file there has this name.",
                next: "\"fundctl key list\" shows those that are; --keys names another folder.")),
        ErrorText(
            Code.keyNameInvalid, .usage,
            fr: .init(
                what: "« {name} » ne peut pas être le nom d'une clé.",
                why: "Un nom compte de 1 à 64 signes : minuscules sans accent, chiffres, point, trait de soulignement et tiret; le premier est une lettre ou un chiffre. « ledger » est réservé, ainsi que la fin « .pub ».",
                next: "Choisissez un nom comme marie-tremblay."),
            en: .init(
                what: "\"{name}\" cannot be a key's name.",
                why: "A name has 1 to 64 signs: plain lower-case letters, digits, full stop, underscore and hyphen; the first is a letter or a digit. \"ledger\" is reserved, and so is the ending \".pub\".",
                next: "Choose a name such as marie-tremblay.")),
    ]
}
