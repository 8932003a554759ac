extension ErrorCatalogue {
    /// E-RUN: commands of the user's own that fundctl runs.
    static let outsideCommands: [ErrorText] = [
        ErrorText(
            OutsideCommandError.Code.notStarted, .failed,
            fr: .init(
                what: "La commande n'a pas pu être lancée ({errno}).",
                why: "/bin/sh doit être là, et le système permettre un processus de plus.",
                next: "Voyez ce que dit le système, puis recommencez."),
            en: .init(
                what: "The command could not be started ({errno}).",
                why: "/bin/sh must be there, and the system must allow one more process.",
                next: "See what the system says, then try again.")),
        ErrorText(
            OutsideCommandError.Code.failed, .failed,
            fr: .init(
                what: "La commande « {command} » a échoué (code de sortie {status}).",
                why: "Ses propres messages, s'il y en a, sont au-dessus.",
                next: "Essayez-la seule, puis recommencez."),
            en: .init(
                what: "The command \"{command}\" failed (exit status {status}).",
                why: "Its own messages, if any, are above.",
                next: "Try it by itself, then try again.")),
        ErrorText(
            OutsideCommandError.Code.killed, .failed,
            fr: .init(
                what: "La commande « {command} » a été arrêtée par le signal {signal}.",
                why: "Quelqu'un ou le système y a mis fin.",
                next: "Essayez-la seule, puis recommencez."),
            en: .init(
                what: "The command \"{command}\" was stopped by signal {signal}.",
                why: "Someone or the system ended it.",
                next: "Try it by itself, then try again.")),
        ErrorText(
            OutsideCommandError.Code.silent, .failed,
            fr: .init(
                what: "La commande « {command} » n'a rien répondu.",
                why: "La réponse est attendue sur sa sortie.",
                next: "Voyez si elle n'écrit pas dans un fichier."),
            en: .init(
                what: "The command \"{command}\" answered nothing.",
                why: "The answer must come on its output.",
                next: "See whether it writes to a file.")),
        ErrorText(
            OutsideCommandError.Code.tooMuch, .failed,
            fr: .init(
                what: "La commande « {command} » a répondu plus de {limit_bytes} octets; elle a été arrêtée.",
                why: "Aucune réponse attendue n'est aussi longue.",
                next: "Essayez-la seule et voyez ce qu'elle écrit."),
            en: .init(
                what: "The command \"{command}\" answered more than {limit_bytes} bytes; it was stopped.",
                why: "No answer that is expected is that long.",
                next: "Try it by itself and see what it writes.")),
        ErrorText(
            OutsideCommandError.Code.tooLong, .failed,
            fr: .init(
                what: "La commande « {command} » n'a pas fini en {limit_ms} ms; elle a été arrêtée.",
                why: "Une réponse vient d'ordinaire en quelques secondes.",
                next: "Voyez si le réseau est là, puis recommencez."),
            en: .init(
                what: "The command \"{command}\" did not end within {limit_ms} ms; it was stopped.",
                why: "An answer usually comes within seconds.",
                next: "See whether the network is there, then try again.")),
    ]
}
