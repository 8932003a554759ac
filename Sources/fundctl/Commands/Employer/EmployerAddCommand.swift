import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl employer add NEQ`.
struct EmployerAddCommand: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Inscrit un employeur", en: "Enters an employer"),
        examples: [
            .init("fundctl employer add 1144556677 --name \"Ferronnerie du Nord inc.\" --region 08 --scian 332 --employees 42"),
            .init(
                "fundctl employer add 2244556677 --person \"Luce Roy\" --region 06 --scian 8121",
                Message(fr: "une entreprise individuelle : son nom s'efface", en: "a sole proprietor: the name can be erased")),
        ],
        details: [
            Message(
                fr: """
                    Si un nom presque pareil est déjà au registre, rien n'est écrit : les employeurs qui ressemblent sont \
                    nommés. --distinct dit que c'en est bien un autre.
                    """,
                en: """
                    Where a name nearly the same is in the register already, nothing is written: the employers that are \
                    like it are named. --distinct says that it is another indeed.
                    """)
        ])

    @OptionGroup var employer: EmployerArgument
    @OptionGroup var options: EmployerOptions

    @Flag(help: .init(fr: "C'est un autre employeur, malgré un nom qui ressemble.", en: "It is another employer, in spite of a name like it."))
    var distinct = false

    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq()
        var typed = try options.details()
        typed.form = typed.form ?? EmployerForm.usual(of: neq)
        guard typed.region != nil, typed.scian != nil else {
            let missing = typed.region == nil ? "--region" : "--scian"
            throw CommandLineError(.missingArgument, ["argument": missing, "command": "employer add"])
        }
        guard (typed.name == nil) == (neq.kind == .soleProprietor), (options.person == nil) != (neq.kind == .soleProprietor)
        else { throw EmployerError(.employerNaming, ["employer": neq.text]) }
        let date = try day.day(call)
        let request = ServiceRequest(
            command: "employer-add",
            asked: options.asked.merging(["employer": neq.text, "date": day.date]) { $1 }, options: write,
            persons: [options.person, options.contact].compactMap { $0 })
        let done = try call.record(request) { session, _ in
            if let name = typed.name, !distinct { try refuseLikeness(name, neq, ServicesReader(session)) }
            var details = try options.details(in: session, call)
            details.form = typed.form
            return EmployerAdded(neq, details, on: date)
        } view: { try EmployerView($1.employer($0.employer.text), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "L'employeur \(neq.text) serait inscrit.", en: "The employer \(neq.text) would be entered.")
            : Message(fr: "L'employeur \(neq.text) est inscrit.", en: "The employer \(neq.text) is entered.")
        return done.value.result(title, done)
    }

    /// Refuses: E-EMP-013.
    private func refuseLikeness(_ name: String, _ neq: NEQ, _ services: ServicesReader) throws {
        guard try services.employerIfKnown(neq.text) == nil else { return }
        let like = try services.nearDuplicates(of: name)
        guard !like.isEmpty else { return }
        let found = like.map { "\($0.neq) \($0.name ?? "")" }.joined(separator: "; ")
        throw EmployerError(.employerNearDuplicate, ["employer": neq.text, "name": name, "found": found])
    }
}
