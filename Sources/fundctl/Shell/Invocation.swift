/// One call of a command: what was asked for beside its own arguments, and the edge of the world.
struct Invocation {
    let edge: Edge
    let language: Language
    let global: GlobalOptions
    /// `["key", "create"]`.
    let path: [String]

    /// `--book`, FUNDCTL_BOOK, `./fundctl.book`.
    var bookPath: String { global.book ?? edge.setting("FUNDCTL_BOOK") ?? "fundctl.book" }

    /// `--keys`, FUNDCTL_KEYS, `$XDG_CONFIG_HOME/fundctl/keys`, `~/.config/fundctl/keys`.
    var keysFolder: String {
        if let folder = global.keys ?? edge.setting("FUNDCTL_KEYS") { return folder }
        if let folder = edge.setting("XDG_CONFIG_HOME") { return folder + "/fundctl/keys" }
        return (edge.setting("HOME") ?? ".") + "/.config/fundctl/keys"
    }

    /// `--as`, FUNDCTL_AS; nil where neither is given.
    var actingName: String? { global.actingName ?? edge.setting("FUNDCTL_AS") }

    var waitMilliseconds: Int { global.wait * 1000 }

    var prompter: Prompter { Prompter(edge: edge, language: language, isAllowed: !global.noInput) }

    func progress(_ label: Message) -> Progress {
        Progress(label, edge: edge, language: language, isAllowed: !global.quiet)
    }

    /// A file of input; `-` is standard input. Small files only: imports stream theirs.
    func readFile(_ path: String) throws -> [UInt8] {
        path == "-" ? try edge.input.rest() : try InputFile.read(path)
    }

    /// The passphrase of `--passphrase-file`: its first line, without the line's end.
    func passphraseFromFile() throws -> [UInt8]? {
        guard let path = global.passphraseFile else { return nil }
        let line = try readFile(path).prefix { $0 != UInt8(ascii: "\n") }
        return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
}
