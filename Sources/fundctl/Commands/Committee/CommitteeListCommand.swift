import ArgumentParser
import EmployerServices

/// `fundctl committee list`.
struct CommitteeListCommand: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les comités sectoriels", en: "Shows the sector committees"),
        examples: [.init("fundctl committee list"), .init("fundctl committee list --format csv -o comites.csv")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let rows = try call.services { try $0.committees() }
        let none = Message(
            fr: "Aucun comité. « fundctl services load --template quebec » inscrit ceux du milieu des années 2000.",
            en: "No committee. \"fundctl services load --template quebec\" enters those of the mid-2000s.")
        let table = TextTable(
            [.left(ServiceWords.code), .left(ServiceWords.name, flexible: true), .left(ServiceWords.industry)],
            rows: rows.map { row in
                [
                    .text(row.committee), .message(Message(fr: "\(row.name)", en: "\(row.nameEnglish ?? row.name)")),
                    .text(row.scian.map(\.text).joined(separator: ", ")),
                ]
            })
        return CommandResult(
            json: ["committees": .array(rows.map { .object(CommitteeView.json($0)) })],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["committee", "name", "name_en", "sector", "scian", "neq"],
                rows: rows.map {
                    [
                        $0.committee, $0.name, $0.nameEnglish ?? "", $0.sector,
                        $0.scian.map(\.text).joined(separator: " "), $0.neq?.text ?? "",
                    ]
                }))
    }
}

/// `fundctl committee show CODE`.
struct CommitteeShowCommand: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre un comité, ses membres, son plan, son financement", en: "Shows a committee, its members, plan and funding"),
        examples: [.init("fundctl committee show tourisme")])

    @OptionGroup var committee: CommitteeArgument
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let view = try call.services { try CommitteeView($0.committee(committee.committee), in: $0) }
        return CommandResult(json: ["committee": view.json], text: view.text)
    }
}

/// The committee that a command is about.
struct CommitteeArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le code du comité.", en: "The committee's code.", value: ("code", "code")))
    var committee: String
}

/// `fundctl committee`: employers and unions of a sector.
enum CommitteeNoun {
    static let noun = Noun(
        "committee", summary: Message(fr: "Les comités sectoriels : membres, plans, financement", en: "Sector committees: members, plans, funding"),
        [
            CommitteeListCommand.self, CommitteeShowCommand.self, CommitteeAddCommand.self, CommitteeUpdateCommand.self,
            CommitteeMemberCommand.self, CommitteeUnseatCommand.self, CommitteePlanCommand.self,
            CommitteeActivityCommand.self, CommitteeFundCommand.self,
        ])
}
