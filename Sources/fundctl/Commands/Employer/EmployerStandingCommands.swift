import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl employer close NEQ --reason R`.
struct EmployerCloseCommand: FundctlCommand {
    static let help = CommandHelp(
        "close", summary: Message(fr: "Dit qu'un employeur a fermé", en: "Says that an employer has closed"),
        examples: [.init("fundctl employer close 1144556677 --reason \"faillite\" --date 2026-06-30")],
        details: [
            Message(
                fr: "Rien de nouveau ne lui est rattaché ensuite; ce qui était commencé se termine.",
                en: "Nothing new is tied to it afterwards; what was begun comes to its end.")
        ])

    @OptionGroup var employer: EmployerArgument
    @OptionGroup var standing: StandingOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq().text
        let title =
            write.dryRun
            ? Message(fr: "L'employeur \(neq) serait fermé.", en: "The employer \(neq) would be closed.")
            : Message(fr: "L'employeur \(neq) est fermé.", en: "The employer \(neq) is closed.")
        return try standing.perform(EmployerClosed.self, "employer-close", employer, write, title, call)
    }
}

/// `fundctl employer reopen NEQ --reason R`.
struct EmployerReopenCommand: FundctlCommand {
    static let help = CommandHelp(
        "reopen", summary: Message(fr: "Dit qu'un employeur fermé a repris ses activités", en: "Says that a closed employer is at work again"),
        examples: [.init("fundctl employer reopen 1144556677 --reason \"relance\"")])

    @OptionGroup var employer: EmployerArgument
    @OptionGroup var standing: StandingOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq().text
        let title =
            write.dryRun
            ? Message(fr: "L'employeur \(neq) serait rouvert.", en: "The employer \(neq) would be opened again.")
            : Message(fr: "L'employeur \(neq) est rouvert.", en: "The employer \(neq) is open again.")
        return try standing.perform(EmployerReopened.self, "employer-reopen", employer, write, title, call)
    }
}

/// What closing and opening again share.
struct StandingOptions: ParsableArguments {
    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var day: ServiceDateOption

    func perform<R: EmployerStanding>(
        _ kind: R.Type, _ command: String, _ employer: EmployerArgument, _ write: WriteOptions, _ title: Message,
        _ call: Invocation
    ) throws -> CommandResult {
        let neq = try employer.neq()
        try TypedText.check(reason, option: "--reason", bytes: ServiceGrammar.reason)
        let date = try day.day(call)
        let request = ServiceRequest(
            command: command, asked: ["employer": neq.text, "reason": reason, "date": day.date], options: write)
        let done = try call.record(request) { _, _ in
            R(neq, reason: reason, on: date)
        } view: { try EmployerView($1.employer($0.employer.text), in: $1) }
        var result = done.value.result(title, done)
        result.next = []
        return result
    }
}
