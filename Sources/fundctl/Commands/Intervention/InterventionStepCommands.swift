import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// The intervention that a command is about.
struct InterventionArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le numéro de l'intervention.", en: "The intervention's number.", value: ("numéro", "id")))
    var intervention: String

    /// Refuses: E-REF-035.
    func id() throws -> InterventionID { try InterventionID(parsing: intervention) }
}

/// `fundctl intervention end ID --result R`.
struct InterventionEndCommand: FundctlCommand {
    static let help = CommandHelp(
        "end", summary: Message(fr: "Termine une intervention", en: "Ends an intervention"),
        examples: [.init("fundctl intervention end INT-2026-000012 --result achieved --date 2026-09-30")])

    @OptionGroup var intervention: InterventionArgument

    @Option(
        help: .init(
            fr: "achieved, partly-achieved, not-achieved ou abandoned.",
            en: "achieved, partly-achieved, not-achieved or abandoned.", value: ("résultat", "result")))
    var result: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try intervention.id(), outcome = try InterventionResultOption.read(result), date = try step.day(call)
        let request = ServiceRequest(
            command: "intervention-end", asked: ["intervention": id.text, "result": result, "date": step.date],
            options: write)
        let done = try call.record(request, documents: step.documents) { _, hashes in
            InterventionEnded(id, outcome, on: date, documents: hashes)
        } view: { try InterventionView($1.intervention($0.intervention), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "L'intervention \(id.text) serait finie.", en: "The intervention \(id.text) would end.")
            : Message(fr: "L'intervention \(id.text) est finie.", en: "The intervention \(id.text) has ended.")
        return done.value.result(title, done)
    }
}

/// `fundctl intervention annul ID --reason R`.
struct InterventionAnnulCommand: FundctlCommand {
    static let help = CommandHelp(
        "annul", summary: Message(fr: "Annule une intervention : elle ne compte plus", en: "Annuls an intervention: it counts no more"),
        examples: [.init("fundctl intervention annul INT-2026-000012 --reason \"inscrite deux fois\"")])

    @OptionGroup var intervention: InterventionArgument

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try intervention.id(), date = try step.day(call)
        try TypedText.check(reason, option: "--reason", bytes: ServiceGrammar.reason)
        let request = ServiceRequest(
            command: "intervention-annul", asked: ["intervention": id.text, "reason": reason, "date": step.date],
            options: write)
        let done = try call.record(request, documents: step.documents) { _, hashes in
            InterventionAnnulled(id, reason: reason, on: date, documents: hashes)
        } view: { try InterventionView($1.intervention($0.intervention), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "L'intervention \(id.text) serait annulée.", en: "The intervention \(id.text) would be annulled.")
            : Message(fr: "L'intervention \(id.text) est annulée.", en: "The intervention \(id.text) is annulled.")
        return done.value.result(title, done)
    }
}

/// `fundctl intervention show ID`.
struct InterventionShowCommand: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une intervention", en: "Shows an intervention"),
        examples: [.init("fundctl intervention show INT-2026-000012")])

    @OptionGroup var intervention: InterventionArgument
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try intervention.id()
        let view = try call.services { try InterventionView($0.intervention(id), in: $0) }
        return CommandResult(json: ["intervention": view.json], text: [.facts(view.facts)])
    }
}
