import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl employer merge NEQ --into NEQ`.
struct EmployerMergeCommand: FundctlCommand {
    static let help = CommandHelp(
        "merge", summary: Message(fr: "Fusionne un employeur avec un autre", en: "Merges an employer into another"),
        examples: [.init("fundctl employer merge 1144556677 --into 1199887766 --reason \"acquisition\"")],
        details: [
            Message(
                fr: """
                    Les deux NEQ mènent ensuite au même employeur. Ses établissements, interventions, ententes et \
                    participations comptent pour celui qui reste; rien n'est réécrit de ce que les enregistrements disent. \
                    On ne revient pas en arrière : --dry-run montre d'abord ce qui resterait.
                    """,
                en: """
                    Both NEQ lead to the same employer from then on. Its establishments, interventions, agreements and \
                    participations count for the one that stays; nothing of what the records say is written anew. \
                    There is no way back: --dry-run shows first what would stay.
                    """)
        ])

    @OptionGroup var employer: EmployerArgument

    @Option(help: .init(fr: "Le NEQ qui reste.", en: "The NEQ that stays.", value: ("NEQ", "NEQ")))
    var into: String

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (one, other) = (try employer.neq(), try NEQ(parsing: into))
        try TypedText.check(reason, option: "--reason", bytes: ServiceGrammar.reason)
        let date = try day.day(call)
        let request = ServiceRequest(
            command: "employer-merge",
            asked: ["employer": one.text, "into": other.text, "reason": reason, "date": day.date], options: write)
        let done = try call.record(request) { _, _ in
            EmployerMerged(one, into: other, reason: reason, on: date)
        } view: { try EmployerView($1.employer($0.into.text), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "\(one.text) compterait pour \(other.text).", en: "\(one.text) would count as \(other.text).")
            : Message(fr: "\(one.text) compte désormais pour \(other.text).", en: "\(one.text) counts as \(other.text) from now on.")
        return done.value.result(title, done)
    }
}
