import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl employer update NEQ`.
struct EmployerUpdateCommand: FundctlCommand {
    static let help = CommandHelp(
        "update", summary: Message(fr: "Change ce que le registre dit d'un employeur", en: "Changes what the register says of an employer"),
        examples: [
            .init("fundctl employer update 1144556677 --employees 57"),
            .init(
                "fundctl employer update 1144556677 --region 09 --office R09 --date 2026-07-01",
                Message(fr: "un déménagement; ce qui fut fait avant reste où c'était", en: "a move; what was done before stays where it was")),
        ])

    @OptionGroup var employer: EmployerArgument
    @OptionGroup var options: EmployerOptions
    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq()
        _ = try options.details()
        let date = try day.day(call)
        let request = ServiceRequest(
            command: "employer-update",
            asked: options.asked.merging(["employer": neq.text, "date": day.date]) { $1 }, options: write,
            persons: [options.person, options.contact].compactMap { $0 })
        let done = try call.record(request) { session, _ in
            EmployerChanged(neq, try options.details(in: session, call), on: date)
        } view: { try EmployerView($1.employer($0.employer.text), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "L'employeur \(neq.text) serait changé.", en: "The employer \(neq.text) would be changed.")
            : Message(fr: "L'employeur \(neq.text) est changé.", en: "The employer \(neq.text) is changed.")
        return done.value.result(title, done)
    }
}
