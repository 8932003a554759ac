import ArgumentParser
import AuditTrail

/// `fundctl approval list`.
struct ApprovalList: FundctlCommand {
    static let help = CommandHelp(
        "list",
        summary: Message(fr: "Montre ce qui attend une deuxième personne", en: "Shows what waits for a second person"),
        examples: [.init("fundctl approval list")],
        details: [
            Message(
                fr: "Avant d'approuver, lisez de près ce qui est proposé : « fundctl approval show ».",
                en: "Before you approve, read closely what is proposed: \"fundctl approval show\".")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let waiting = try call.openBookToRead().read(WaitingProposal.all)
        let none = Message(fr: "Rien n'attend une deuxième personne.", en: "Nothing waits for a second person.")
        let next: [CommandResult.NextStep] = waiting.first.map { first in
            [
                .init(
                    command: "fundctl approval show \(first.id.text)",
                    purpose: Message(fr: "montre de près ce qui est proposé", en: "shows closely what is proposed")),
                .init(
                    command: first.command,
                    purpose: Message(fr: "approuve et exécute", en: "approves and carries out")),
                .init(
                    command: "fundctl approval refuse \(first.id.text) --reason \"…\"",
                    purpose: Message(fr: "refuse, ou retire votre proposition", en: "refuses, or withdraws your own proposal")),
            ]
        } ?? []
        return CommandResult(
            json: ["waiting": .array(waiting.map(\.json))],
            text: waiting.isEmpty ? [.paragraph(none)] : [.table(WaitingProposal.table(waiting))],
            csv: CSVTable(
                columns: ["id", "register", "sequence", "kind", "proposed_by", "since", "may_approve", "authorities"],
                rows: waiting.map {
                    [
                        $0.id.text, $0.id.register, String($0.id.sequence), $0.kind, $0.proposer, $0.since,
                        $0.approvers.joined(separator: " "), $0.authorities.joined(separator: " "),
                    ]
                }),
            next: next)
    }
}
