/// What a command hands back. It prints nothing itself; the renderer shows the part that `--format` asks for.
struct CommandResult {
    /// A command that undoes or continues what was done, and what it is for.
    struct NextStep: Sendable {
        let command: String
        let purpose: Message
    }

    /// The members after `schema`, which is `fundctl/NOUN-VERB/vN`.
    var json: [(name: String, value: JSONValue)]
    var schemaVersion = 1
    var text: [TextBlock]
    /// Commands that set this name `.csv` in their `formats`.
    var csv: CSVTable?
    /// Bytes that stand for the text, whatever the format: an export that has a grammar of its own.
    var raw: [UInt8]?
    /// Writes the result piece by piece where it may be larger than memory, in the asked-for form; returns remarks that
    /// only its end can tell.
    var stream: ((TextWriter, any ByteSink) throws -> [Message])?
    var html: ((Language) -> [UInt8])?
    /// Remarks on standard error, silenced by `--quiet`.
    var notes: [Message]
    /// Shown after the text, on standard error, silenced by `--quiet`.
    var next: [NextStep]
    /// `done`, or for a command whose result is a verdict: `refused`, `integrityBroken`.
    var exit: ExitStatus

    init(
        json: KeyValuePairs<String, JSONValue>, text: [TextBlock], csv: CSVTable? = nil, notes: [Message] = [],
        next: [NextStep] = [], exit: ExitStatus = .done
    ) {
        self.json = json.map { (name: $0.key, value: $0.value) }
        self.text = text
        self.csv = csv
        self.notes = notes
        self.next = next
        self.exit = exit
    }
}

/// What `--format` may ask for.
enum OutputFormat: String, CaseIterable, Sendable {
    case text, json, csv, html
}
