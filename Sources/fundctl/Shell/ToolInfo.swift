import FoundationEssentials

/// What ArgumentParser says of a command's arguments (`_dumpHelp`), as far as the help page needs it.
struct ToolInfo: Decodable {
    struct Command: Decodable {
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            /// As it is typed.
            var typed: String { kind == "long" ? "--" + name : "-" + name }
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let preferredName: Name?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?

        var isPositional: Bool { kind == "positional" }

        /// `-o, --output <file>`, or `<name>`.
        var label: String {
            if isPositional { return "<\(valueName ?? "")>" }
            let typed = (names ?? []).sorted { $0.kind == "short" && $1.kind != "short" }.map(\.typed)
            return typed.joined(separator: ", ") + (kind == "option" ? " <\(valueName ?? "")>" : "")
        }

        /// In the usage line: `[--from <date>]`, `<name>`, `--debit <posting> …`.
        var synopsis: String {
            let bare = isPositional ? label : (preferredName?.typed ?? "") + (kind == "option" ? " <\(valueName ?? "")>" : "")
            let repeated = isRepeating ? bare + " …" : bare
            return isOptional ? "[\(repeated)]" : repeated
        }
    }

    let command: Command

    static func arguments(of command: any FundctlCommand.Type) -> [Argument] {
        let dump = Array(command._dumpHelp().utf8)
        let info = try? JSONDecoder().decode(ToolInfo.self, from: Data(dump))
        return (info?.command.arguments ?? []).filter(\.shouldDisplay)
    }
}
