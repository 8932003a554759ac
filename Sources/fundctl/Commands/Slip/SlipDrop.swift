import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip drop FILE`.
struct SlipDrop: FundctlCommand {
    static let help = CommandHelp(
        "drop", summary: Message(fr: "Retire la dernière entrée d'un bordereau commencé", en: "Takes the last entry out of a slip that was begun"),
        examples: [
            .init("fundctl slip drop ententes.slip"),
            .init("fundctl slip show ententes.slip", Message(fr: "ce qu'il contient", en: "what it holds")),
        ],
        details: [
            Message(
                fr: "Ce que la dernière commande a inscrit, avec les personnes qu'elle a ajoutées; d'un groupe, la dernière rangée. Répétez-la pour remonter plus loin.",
                en: "What the last command entered, with the persons whom it added; of a group, the last row. Repeat it to go further back.")
        ])

    @Argument(help: .init(fr: "Le bordereau commencé.", en: "The slip that was begun.", value: ("fichier", "file")))
    var file: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let draft = try SlipDraft(parsing: InputFile.read(file))
        let last = SlipEntry.all(of: draft).last
        let (left, dropped) = try draft.withoutLastEntry()
        try OutputFile.write(left.text(), to: file, mode: 0o600)
        let (agreements, participations) = SlipContents.counts(left.lines)
        let what = [last?.id, last?.name].compactMap { $0 }.joined(separator: ", ")
        return CommandResult(
            json: [
                "file": .string(file), "id": .optional(last?.id), "dropped": .integer(Int64(dropped.count)),
                "agreements": .integer(Int64(agreements)), "participations": .integer(Int64(participations)),
                "lines": .integer(Int64(left.lines.count)),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Retiré de « \(file) » : \(what) (\(last?.what ?? AgreementWords.person)). Il y reste : \(SlipWords.holding(left.lines)).",
                        en: "Taken out of \"\(file)\": \(what) (\(last?.what ?? AgreementWords.person)). Left in it: \(SlipWords.holding(left.lines)).")
                )
            ],
            notes: [SlipWords.madeBefore(left.made, file)].compactMap { $0 },
            next: [
                .init(command: "fundctl slip show \(file)", purpose: Message(fr: "montre ce qu'il contient", en: "shows what it holds"))
            ])
    }
}
