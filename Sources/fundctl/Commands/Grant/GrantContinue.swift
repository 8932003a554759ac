import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant continue ID --year Y --envelope E`.
struct GrantContinue: FundctlCommand {
    static let help = CommandHelp(
        "continue", summary: Message(fr: "Engage la part d'un exercice ouvert depuis la signature", en: "Commits the part of a year opened since the agreement"),
        examples: [.init("fundctl grant continue FNF-G-000002 --year 2027-2028 --envelope FORM-06")],
        details: [
            Message(
                fr: """
                    Ce qu'une convention prévoit pour un exercice qui n'était pas ouvert est une obligation contractuelle; il n'engage \
                    le budget de cet exercice qu'ici.
                    """,
                en: """
                    What an agreement plans for a year that was not open is a contractual obligation; it commits that year's \
                    budget only here.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "L'exercice.", en: "The fiscal year.", value: ("exercice", "year")))
    var year: String

    @Option(help: .init(fr: "L'enveloppe de cet exercice.", en: "The envelope of that year.", value: ("code", "code")))
    var envelope: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let year = try FiscalYear(parsing: self.year)
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-continue", content: ["envelope": envelope, "grant": id.text, "year": year.text], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.continueYear(id, year, envelope: envelope, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "L'exercice \(year.text) serait engagé.", en: "The year \(year.text) would be committed.")
                : Message(fr: "L'exercice \(year.text) est engagé.", en: "The year \(year.text) is committed."))
    }
}
