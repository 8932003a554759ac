import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl committee member CODE --seat S --side SIDE --person N`.
struct CommitteeMemberCommand: FundctlCommand {
    static let help = CommandHelp(
        "member", summary: Message(fr: "Donne un siège à un membre", en: "Gives a seat to a member"),
        examples: [
            .init("fundctl committee member tourisme --seat E1 --side employers --person \"Jean Roy\" --organisation \"Hôtels réunis\" --chair")
        ],
        details: [
            Message(
                fr: "Employeurs et syndicats coprésident; les ministères siègent sans vote (observers). Le nom est gardé hors des enregistrements et s'efface.",
                en: "Employers and unions co-chair; ministries sit without a vote (observers). The name is kept outside the records and can be erased.")
        ])

    @OptionGroup var committee: CommitteeArgument

    @Option(help: .init(fr: "Le siège.", en: "The seat.", value: ("code", "code")))
    var seat: String

    @Option(help: .init(fr: "employers, unions ou observers.", en: "employers, unions or observers.", value: ("côté", "side")))
    var side: String

    @Option(help: .init(fr: "Le nom de la personne.", en: "The person's name.", value: ("nom", "name")))
    var person: String

    @Option(help: .init(fr: "L'organisme qu'elle représente.", en: "The organisation that the person stands for.", value: ("nom", "name")))
    var organisation: String?

    @Flag(help: .init(fr: "À la coprésidence, pour ce côté.", en: "As co-chair, for this side."))
    var chair = false

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try CodeOption.code(seat, "--seat")
        guard let place = CommitteeSeated.Side(rawValue: side) else {
            throw CommandLineError(
                .invalidValue, ["value": side, "option": "--side", "choices": "employers, unions, observers"])
        }
        try TypedText.check(person, option: "--person", bytes: ServiceGrammar.name)
        let date = try step.day(call), code = committee.committee
        let request = ServiceRequest(
            command: "committee-member",
            asked: [
                "committee": code, "seat": seat, "side": side, "organisation": organisation,
                "chair": chair ? "yes" : nil, "date": step.date,
            ], options: write, persons: [person])
        let done = try call.record(request, documents: step.documents) { session, hashes in
            CommitteeSeated(
                CommitteeHead(code, on: date, documents: hashes), seat: seat, side: place,
                subject: try call.openPerson(person, in: session), organisation: organisation, isChair: chair)
        } view: { try CommitteeView($1.committee($0.committee), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "Le siège \(seat) serait occupé.", en: "The seat \(seat) would be filled.")
            : Message(fr: "Le siège \(seat) est occupé.", en: "The seat \(seat) is filled.")
        return done.value.result(title, done)
    }
}

/// `fundctl committee unseat CODE --seat S`.
struct CommitteeUnseatCommand: FundctlCommand {
    static let help = CommandHelp(
        "unseat", summary: Message(fr: "Libère un siège", en: "Frees a seat"),
        examples: [.init("fundctl committee unseat tourisme --seat E1 --date 2026-06-30")])

    @OptionGroup var committee: CommitteeArgument

    @Option(help: .init(fr: "Le siège.", en: "The seat.", value: ("code", "code")))
    var seat: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try CodeOption.code(seat, "--seat")
        let date = try step.day(call), code = committee.committee
        let request = ServiceRequest(
            command: "committee-unseat", asked: ["committee": code, "seat": seat, "date": step.date], options: write)
        let done = try call.record(request, documents: step.documents) { _, hashes in
            CommitteeUnseated(CommitteeHead(code, on: date, documents: hashes), seat: seat)
        } view: { try CommitteeView($1.committee($0.committee), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "Le siège \(seat) serait libéré.", en: "The seat \(seat) would be freed.")
            : Message(fr: "Le siège \(seat) est libre.", en: "The seat \(seat) is free.")
        return done.value.result(title, done)
    }
}
