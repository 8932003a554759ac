import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl transfer check`: judges, writes nothing.
struct TransferCheck: FundctlCommand {
    static let help = CommandHelp(
        "check",
        summary: Message(
            fr: "Dit si un virement serait permis, et pourquoi; n'écrit rien",
            en: "Says whether a transfer would be permitted, and why; writes nothing"),
        examples: [
            .init("fundctl transfer check --fund FDMT --from 06-AIDE --to 07-AIDE --amount \"5 000,00\""),
            .init(
                "fundctl transfer check --fund FDMT --operation carry-over --from 06-AIDE --to 06-AIDE --amount 900",
                Message(fr: "un report de l'exercice précédent", en: "a carry-over from the year before")),
        ],
        details: [
            Message(
                fr: "Code de sortie 0 où c'est permis ou à approuver, 3 autrement.",
                en: "Exits 0 where it is permitted or needs approval, 3 otherwise.")
        ])

    @OptionGroup var options: TransferOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, operation) = try options.read(call)
        let finding = try call.openBookToRead().read { try Transfers($0.register(fund.rawValue)).check(operation) }
        let isLawful = finding.judgement.outcome.isLawful
        let propose = CommandResult.NextStep(
            command: "fundctl transfer propose \(options.typed)",
            purpose: Message(fr: "le propose", en: "proposes it"))
        var result = CommandResult(
            json: [:], text: [.facts(TransferView.facts(operation, finding.set))] + RuleTraceText(finding.explanation).blocks,
            next: isLawful ? [propose] : [], exit: isLawful ? .done : .refused)
        result.json = TransferView.json(finding, fund: fund)
        return result
    }
}
