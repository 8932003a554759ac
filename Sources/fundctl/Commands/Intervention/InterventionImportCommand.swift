import ArgumentParser
import AuditTrail
import EmployerServices
import TabularImport

/// `fundctl intervention import FILE --map MAP`.
struct InterventionImportCommand: FundctlCommand {
    static let help = CommandHelp(
        "import", summary: Message(fr: "Inscrit des interventions d'un fichier CSV", en: "Enters interventions from a CSV file"),
        examples: [
            .init("fundctl intervention import interventions.csv --map carte.yaml --dry-run"),
            .init("fundctl intervention import interventions.csv --map carte.yaml"),
        ],
        details: [
            Message(
                fr: "Tout ou rien. Si la carte nomme une source unique, un fichier plus long n'apporte que ce qui est nouveau.",
                en: "All or nothing. Where the map names a unique source, a longer file brings only what is new.")
        ])

    @OptionGroup var input: ServiceImportOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let done = try input.run(InterventionImport.target, "intervention-import", write, call) { reading, source, session, tell in
            try InterventionImport(reading).run(source, in: session, progress: tell)
        }
        guard let outcome = done.outcome else { return input.repeated(done.receipts, write) }
        let title =
            write.dryRun
            ? Message(fr: "« \(done.file) » serait importé.", en: "\"\(done.file)\" would be imported.")
            : Message(fr: "« \(done.file) » est importé.", en: "\"\(done.file)\" is imported.")
        let span = outcome.first.map { "\($0.text) … \(outcome.last?.text ?? "")" }
        var result = CommandResult(
            json: [
                "file": .string(done.file), "rows": .integer(outcome.rows), "new": .integer(outcome.new),
                "known": .integer(outcome.known), "skipped": .integer(outcome.skipped),
                "first": .optional(outcome.first?.text), "last": .optional(outcome.last?.text), "repeated": .bool(false),
                "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (Message(fr: "Rangées lues", en: "Rows read"), .integer(outcome.rows)),
                    (Message(fr: "Interventions", en: "Interventions"), .integer(outcome.new)),
                    (Message(fr: "Déjà connues", en: "Known already"), .integer(outcome.known)),
                    (Message(fr: "Rangées ignorées", en: "Rows skipped"), .integer(outcome.skipped)),
                    (Message(fr: "Numéros", en: "Numbers"), span.map { .text($0) } ?? .blank),
                ]),
            ])
        result.tell(isDryRun: write.dryRun, isRepeated: false)
        return result
    }
}

/// `fundctl intervention`: what employers receive.
enum InterventionNoun {
    static let noun = Noun(
        "intervention", summary: Message(fr: "Les interventions auprès des employeurs", en: "Interventions with employers"),
        [
            InterventionListCommand.self, InterventionShowCommand.self, InterventionStartCommand.self,
            InterventionEndCommand.self, InterventionAnnulCommand.self, InterventionImportCommand.self,
        ])
}
