import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl committee plan CODE --year Y --activity A:TITLE`.
struct CommitteePlanCommand: FundctlCommand {
    static let help = CommandHelp(
        "plan", summary: Message(fr: "Inscrit le plan d'un exercice, ou le remplace", en: "Enters the plan of a fiscal year, or replaces it"),
        examples: [
            .init("fundctl committee plan tourisme --year 2026-2027 --activity \"A1:Diagnostic sectoriel\" --activity \"A2:Norme de guide=une norme adoptée\"")
        ],
        details: [
            Message(
                fr: "Une activité s'écrit CODE:TITRE ou CODE:TITRE=RÉSULTAT ATTENDU. Celle dont on a rendu compte reste au plan.",
                en: "An activity is written CODE:TITLE or CODE:TITLE=EXPECTED RESULT. One that was reported on stays in the plan.")
        ])

    @OptionGroup var committee: CommitteeArgument

    @Option(help: .init(fr: "L'exercice.", en: "The fiscal year.", value: ("exercice", "year")))
    var year: String

    @Option(
        name: .customLong("activity"),
        help: .init(fr: "Une activité : CODE:TITRE[=ATTENDU].", en: "An activity: CODE:TITLE[=EXPECTED].", value: ("activité", "activity")))
    var activities: [String]

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let planned = try activities.map(Self.activity), fiscal = try FiscalYear(parsing: year)
        guard Set(planned.map(\.activity)).count == planned.count, (1...200).contains(planned.count) else {
            throw CommandLineError(
                .invalidValue, ["value": activities.joined(separator: ", "), "option": "--activity", "choices": "1…200"])
        }
        let date = try step.day(call), code = committee.committee
        let request = ServiceRequest(
            command: "committee-plan",
            asked: [
                "committee": code, "year": year, "activities": activities.joined(separator: "\u{2063}"),
                "date": step.date,
            ], options: write)
        let done = try call.record(request, documents: step.documents) { _, hashes in
            CommitteePlanned(CommitteeHead(code, on: date, documents: hashes), year: fiscal, activities: planned)
        } view: { try CommitteeView($1.committee($0.committee), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "Le plan \(fiscal.text) serait inscrit.", en: "The plan \(fiscal.text) would be entered.")
            : Message(fr: "Le plan \(fiscal.text) est inscrit.", en: "The plan \(fiscal.text) is entered.")
        return done.value.result(title, done)
    }

    /// Refuses: E-CLI-007.
    private static func activity(_ typed: String) throws -> CommitteePlanned.Activity {
        let parts = typed.split(separator: ":", maxSplits: 1).map(String.init)
        let words = parts.last?.split(separator: "=", maxSplits: 1).map(String.init) ?? []
        guard parts.count == 2, ServiceGrammar.isCode(parts[0]), let title = words.first,
            ServiceGrammar.name.contains(title.utf8.count)
        else {
            throw CommandLineError(
                .invalidValue, ["value": typed, "option": "--activity", "choices": "A1:Diagnostic sectoriel"])
        }
        return CommitteePlanned.Activity(activity: parts[0], title: title, expected: words.count == 2 ? words[1] : "")
    }
}

/// `fundctl committee activity CODE --year Y --activity A --state S --result R`.
struct CommitteeActivityCommand: FundctlCommand {
    static let help = CommandHelp(
        "activity", summary: Message(fr: "Rend compte d'une activité du plan", en: "Reports on an activity of the plan"),
        examples: [
            .init("fundctl committee activity tourisme --year 2026-2027 --activity A1 --state done --result \"Diagnostic publié\"")
        ])

    @OptionGroup var committee: CommitteeArgument

    @Option(help: .init(fr: "L'exercice.", en: "The fiscal year.", value: ("exercice", "year")))
    var year: String

    @Option(help: .init(fr: "L'activité.", en: "The activity.", value: ("code", "code")))
    var activity: String

    @Option(help: .init(fr: "under-way, done ou abandoned.", en: "under-way, done or abandoned.", value: ("état", "state")))
    var state: String

    @Option(help: .init(fr: "Ce qui en est sorti.", en: "What came of it.", value: ("texte", "text")))
    var result: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try CodeOption.code(activity, "--activity")
        guard let stage = CommitteeReported.State(rawValue: state) else {
            throw CommandLineError(
                .invalidValue, ["value": state, "option": "--state", "choices": "under-way, done, abandoned"])
        }
        try TypedText.check(result, option: "--result", bytes: CommitteeReported.resultBytes)
        let fiscal = try FiscalYear(parsing: year), date = try step.day(call), code = committee.committee
        let request = ServiceRequest(
            command: "committee-activity",
            asked: [
                "committee": code, "year": year, "activity": activity, "state": state, "result": result,
                "date": step.date,
            ], options: write)
        let done = try call.record(request, documents: step.documents) { _, hashes in
            CommitteeReported(
                CommitteeHead(code, on: date, documents: hashes), year: fiscal, activity: activity, state: stage,
                result: result)
        } view: { try CommitteeView($1.committee($0.committee), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "Il serait rendu compte de l'activité \(activity).", en: "The activity \(activity) would be reported on.")
            : Message(fr: "Il est rendu compte de l'activité \(activity).", en: "The activity \(activity) is reported on.")
        return done.value.result(title, done)
    }
}

/// `fundctl committee fund CODE --grant ID`.
struct CommitteeFundCommand: FundctlCommand {
    static let help = CommandHelp(
        "fund", summary: Message(fr: "Inscrit la subvention qui finance un comité", en: "Enters the grant that funds a committee"),
        examples: [.init("fundctl committee fund tourisme --grant FDMT-G-000003")])

    @OptionGroup var committee: CommitteeArgument

    @Option(help: .init(fr: "Le numéro de la subvention.", en: "The grant's number.", value: ("numéro", "id")))
    var grant: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let grant = try GrantID(parsing: grant), date = try step.day(call), code = committee.committee
        let request = ServiceRequest(
            command: "committee-fund", asked: ["committee": code, "grant": grant.text, "date": step.date], options: write)
        let done = try call.record(request, documents: step.documents) { _, hashes in
            CommitteeFunded(CommitteeHead(code, on: date, documents: hashes), grant: grant)
        } view: { try CommitteeView($1.committee($0.committee), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "La subvention \(grant.text) financerait le comité.", en: "The grant \(grant.text) would fund the committee.")
            : Message(fr: "La subvention \(grant.text) finance le comité.", en: "The grant \(grant.text) funds the committee.")
        var shown = done.value.result(title, done)
        if let remark = try NamedGrant.remark(grant, call) { shown.notes.append(remark) }
        return shown
    }
}
