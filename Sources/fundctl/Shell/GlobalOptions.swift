import ArgumentParser
import AuditTrail

/// The options that every command has. They may stand before the noun too.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: .init(
            fr: "Le livre (FUNDCTL_BOOK; sinon ./fundctl.book).", en: "The book (FUNDCTL_BOOK; else ./fundctl.book).",
            value: ("chemin", "path")))
    var book: String?

    @Option(
        name: .customLong("as"),
        help: .init(fr: "La clé qui agit (FUNDCTL_AS).", en: "The key that acts (FUNDCTL_AS).", value: ("nom", "name")))
    var actingName: String?

    @Option(
        help: .init(
            fr: "Le dossier des clés (FUNDCTL_KEYS; sinon celui de la personne).",
            en: "The folder of keys (FUNDCTL_KEYS; else the person's own).", value: ("dossier", "folder")))
    var keys: String?

    @Option(
        help: .init(
            fr: "La langue (FUNDCTL_LANG, puis celle du système).", en: "The language (FUNDCTL_LANG, then the system's).",
            value: ("langue", "language")))
    var lang: Language?

    @Option(help: .init(fr: "La forme du résultat.", en: "The form of the result.", value: ("forme", "format")))
    var format: OutputFormat = .text

    @Option(
        name: [.short, .long],
        help: .init(
            fr: "Écrit dans ce fichier plutôt que sur la sortie standard.",
            en: "Writes to this file rather than to standard output.", value: ("fichier", "file")))
    var output: String?

    @Flag(help: .init(fr: "Tait les remarques; les erreurs restent.", en: "Silences remarks; errors stay."))
    var quiet = false

    @Flag(help: .init(fr: "Ne pose aucune question.", en: "Asks no question."))
    var noInput = false

    @Option(
        help: .init(fr: "La couleur sur un terminal (NO_COLOR).", en: "Colour on a terminal (NO_COLOR).", value: ("quand", "when")))
    var color: ColorChoice = .auto

    @Option(
        help: .init(
            fr: "Secondes d'attente d'un livre occupé.", en: "Seconds to wait for a busy book.",
            value: ("secondes", "seconds")))
    var wait: Int = 30

    @Option(
        help: .init(
            fr: "Fichier dont la première ligne est la phrase secrète de la clé.",
            en: "File whose first line is the key's passphrase.", value: ("fichier", "file")))
    var passphraseFile: String?

    /// As typed, and whether a value follows; a test compares with the declarations above.
    static let names: [String: Bool] = [
        "--book": true, "--as": true, "--keys": true, "--lang": true, "--format": true, "-o": true, "--output": true,
        "--quiet": false, "--no-input": false, "--color": true, "--wait": true, "--passphrase-file": true,
    ]
}

/// The options of every command that writes.
struct WriteOptions: ParsableArguments {
    @Flag(
        help: .init(
            fr: "Fait les mêmes vérifications et dit la même chose, sans rien écrire.",
            en: "Makes the same checks and says the same, and writes nothing."))
    var dryRun = false

    @Option(
        help: .init(
            fr: "Nom de cette demande : la même, refaite, n'est pas écrite deux fois.",
            en: "A name for this request: the same again is not written twice.", value: ("clé", "key")))
    var idempotencyKey: String?

    /// Refuses with E-CLI-007 a key that no seal can hold.
    func validate() throws {
        guard let idempotencyKey, !Grammar.isIdempotencyKey(idempotencyKey) else { return }
        throw CommandLineError(
            .invalidValue,
            ["value": idempotencyKey, "option": "--idempotency-key", "choices": "1…128 ! … ~"])
    }
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

extension Language: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}

extension ArgumentHelp {
    /// The help of an argument or option in both languages; `value` names what is to be typed.
    init(fr: Phrase, en: Phrase, value: (fr: String, en: String)? = nil) {
        let language = Language.current
        self.init(
            Message(fr: fr, en: en).text(in: language),
            valueName: value.map { language == .fr ? $0.fr : $0.en })
    }
}
