import ArgumentParser
import EmployerServices
import Glibc
import Storage

/// `fundctl slip begin CONTEXT --committee C -o FILE`.
struct SlipBegin: FundctlCommand {
    static let help = CommandHelp(
        "begin", summary: Message(fr: "Commence un bordereau, sans le livre", en: "Begins a slip, without the book"),
        examples: [
            .init("fundctl slip begin contexte.txt --committee metallurgie -o ententes.slip"),
            .init(
                "fundctl agreement sign … --slip ententes.slip",
                Message(fr: "y inscrit une entente", en: "enters an agreement into it")),
        ])
    static let outputIsOwn = true

    @Argument(help: .init(fr: "Le contexte (fundctl slip context).", en: "The context (fundctl slip context).", value: ("fichier", "file")))
    var context: String

    @Option(help: .init(fr: "Le comité pour lequel vous agissez.", en: "The committee that you act for.", value: ("code", "code")))
    var committee: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let file = try SlipFiles.output(global, "slip begin")
        guard ServiceGrammar.isSlug(committee) else {
            throw CommandLineError(.invalidValue, ["value": committee, "option": "--committee", "choices": "a-z 0-9 -"])
        }
        // A slip that was begun may hold a day's work: nothing replaces it.
        guard access(file, F_OK) != 0 else { throw StorageError(.alreadyExists, ["path": file]) }
        let draft = SlipDraft(try SlipContext(parsing: call.readFile(context)), committee: committee)
        try OutputFile.write(draft.text(), to: file, mode: 0o600)
        return CommandResult(
            json: ["file": .string(file), "committee": .string(committee), "lines": .integer(0)],
            text: [
                .paragraph(
                    Message(
                        fr: "Le bordereau « \(file) » est commencé pour le comité \(committee).",
                        en: "The slip \"\(file)\" is begun for the committee \(committee)."))
            ],
            notes: [Self.personal(file)],
            next: [
                .init(
                    command: "fundctl agreement sign … --slip \(file)",
                    purpose: Message(fr: "y inscrit une entente", en: "enters an agreement into it"))
            ])
    }

    /// Said of each file that holds names.
    static func personal(_ file: String) -> Message {
        Message(
            fr: "« \(file) » contient, ou contiendra, des renseignements personnels : gardez-le pour vous.",
            en: "\"\(file)\" holds, or will hold, personal information: keep it to yourself.")
    }
}
