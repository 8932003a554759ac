import ArgumentParser
import AuditTrail
import EmployerServices
import TabularImport

/// `fundctl establishment import FILE --map MAP`.
struct EstablishmentImportCommand: FundctlCommand {
    static let help = CommandHelp(
        "import", summary: Message(fr: "Inscrit et met à jour des établissements d'un fichier CSV", en: "Enters and updates establishments from a CSV file"),
        examples: [
            .init(
                "fundctl establishment import lieux.csv --map maps/establishments.yaml --dry-run",
                Message(fr: "dit ce qui est nouveau, changé, pareil", en: "says what is new, changed, the same")),
            .init("fundctl establishment import lieux.csv --map maps/establishments.yaml"),
        ],
        details: [
            Message(
                fr: """
                    Un établissement se connaît par le NEQ de son employeur et son numéro. Celui que le registre n'a pas est \
                    inscrit, ce qui diffère est changé, le reste est laissé; une case vide ne dit rien. Sans région, il est de \
                    celle de l'employeur. Tout ou rien; les employeurs sont déjà inscrits (fundctl employer import).
                    """,
                en: """
                    An establishment is known by its employer's NEQ and its number. One that the register has not is entered, \
                    what differs is changed, the rest is left; a blank cell says nothing. Without a region it is in that of its \
                    employer. All or nothing; the employers are there before (fundctl employer import).
                    """)
        ])

    @OptionGroup var input: ServiceImportOptions
    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let date = try day.day(call)
        let done = try input.run(EstablishmentImport.target, "establishment-import", write, call) {
            reading, source, session, tell in
            try EstablishmentImport(reading, on: date).run(source, in: session, progress: tell)
        }
        guard let outcome = done.outcome else { return input.repeated(done.receipts, write) }
        let title =
            write.dryRun
            ? Message(fr: "« \(done.file) » serait importé.", en: "\"\(done.file)\" would be imported.")
            : Message(fr: "« \(done.file) » est importé.", en: "\"\(done.file)\" is imported.")
        var result = CommandResult(
            json: [
                "file": .string(done.file), "rows": .integer(outcome.rows), "new": .integer(outcome.new),
                "changed": .integer(outcome.changed), "same": .integer(outcome.same),
                "skipped": .integer(outcome.skipped), "repeated": .bool(false), "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (Message(fr: "Rangées lues", en: "Rows read"), .integer(outcome.rows)),
                    (Message(fr: "Nouveaux", en: "New"), .integer(outcome.new)),
                    (Message(fr: "Changés", en: "Changed"), .integer(outcome.changed)),
                    (Message(fr: "Pareils", en: "The same"), .integer(outcome.same)),
                    (Message(fr: "Rangées ignorées", en: "Rows skipped"), .integer(outcome.skipped)),
                ]),
            ])
        result.tell(isDryRun: write.dryRun, isRepeated: false)
        return result
    }
}
