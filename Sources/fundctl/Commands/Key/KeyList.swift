import ArgumentParser
import AuditTrail

/// `fundctl key list`.
struct KeyList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les clés du dossier des clés", en: "Shows the keys of the key folder"),
        examples: [.init("fundctl key list"), .init("fundctl key list --format csv")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let folder = call.keyFolder
        let keys = try folder.names().map { name in
            (name: name, key: try folder.publicKey(name).hex, isEncrypted: try KeyFile.isEncrypted(folder.privatePath(name)))
        }
        let table = TextTable(
            [.left(KeyTexts.name), .left(KeyTexts.publicKey), .left(KeyTexts.passphrase)],
            rows: keys.map { [.text($0.name), .text($0.key), .message(KeyTexts.yesOrNo($0.isEncrypted))] })
        let none = Message(fr: "Aucune clé dans \(folder.path).", en: "No key in \(folder.path).")
        let rows = keys.map { key -> JSONValue in
            ["name": .string(key.name), "public_key": .string(key.key), "encrypted": .bool(key.isEncrypted)]
        }
        return CommandResult(
            json: ["folder": .string(folder.path), "keys": .array(rows)],
            text: keys.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["name", "public_key", "encrypted"],
                rows: keys.map { [$0.name, $0.key, $0.isEncrypted ? "true" : "false"] }))
    }
}
