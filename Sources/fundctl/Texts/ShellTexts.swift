/// The words of the shell itself: headings of help, of errors, of notes.
enum ShellTexts {
    static let example = Message(fr: "Exemple", en: "Example")
    static let examples = Message(fr: "Exemples", en: "Examples")
    static let usage = Message(fr: "Utilisation", en: "Usage")
    static let arguments = Message(fr: "Arguments", en: "Arguments")
    static let options = Message(fr: "Options", en: "Options")
    static let commonOptions = Message(fr: "Options communes", en: "Common options")
    static let commands = Message(fr: "Commandes", en: "Commands")
    static let showHelp = Message(fr: "Montre cette aide.", en: "Shows this help.")
    static let showVersion = Message(fr: "Montre la version.", en: "Shows the version.")
    static let optionsPlace = Message(fr: "options", en: "options")
    static let commandPlace = Message(fr: "commande", en: "command")

    static let why = Message(fr: "Pourquoi", en: "Why")
    static let whatNext = Message(fr: "Que faire", en: "What next")
    static let remark = Message(fr: "Remarque", en: "Note")
    static let next = Message(fr: "Ensuite", en: "Next")

    static let testSettings = Message(
        fr: "horloge ou hasard de test (\("FUNDCTL_TEST_NOW, FUNDCTL_TEST_SEED")) : ce livre n'est pas un vrai livre.",
        en: "test clock or test randomness (\("FUNDCTL_TEST_NOW, FUNDCTL_TEST_SEED")): this is not a real book.")

    static func byDefault(_ value: String) -> Message { Message(fr: "par défaut : \(value)", en: "default: \(value)") }
    static func values(_ values: [String]) -> Message {
        let list = values.joined(separator: ", ")
        return Message(fr: "valeurs : \(list)", en: "values: \(list)")
    }
    static func moreHelp(_ line: String) -> Message {
        Message(
            fr: "« \(line) <commande> --help » dit tout d'une commande.",
            en: "\"\(line) <command> --help\" tells all about a command.")
    }
    static func written(_ path: String) -> Message { Message(fr: "Écrit dans \(path).", en: "Written to \(path).") }
}
