import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip preview SLIP`.
struct SlipPreview: FundctlCommand {
    static let help = CommandHelp(
        "preview", summary: Message(fr: "Montre ce que deviendrait un bordereau, ligne par ligne", en: "Shows what would become of a slip, line by line"),
        examples: [.init("fundctl slip preview bordereau-12.txt")])

    @OptionGroup var slip: SlipArgument
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let hand = try slip.read(call)
        let actor = try call.actingKey()
        let trial = try hand.tryOut(call, as: actor, to: call.openBook(), rejecting: slip.rejecting)
        let outcomes = trial.outcomes
        let others = trial.others(than: actor.name)
        let accepted = outcomes.filter(\.isAccepted).count
        var result = CommandResult(
            json: [:],
            text: [
                .facts(SlipView.facts(hand.slip)), .table(SlipView.table(trial)),
                .paragraph(
                    Message(
                        fr: "\(accepted, "ligne serait acceptée", "lignes seraient acceptées"), \(outcomes.count - accepted, "rejetée", "rejetées").",
                        en: "\(accepted, "line would be accepted", "lines would be accepted"), \(outcomes.count - accepted, "rejected", "rejected").")),
            ],
            notes: others.isEmpty ? [] : [SlipView.others(others)],
            next: trial.isLeft(by: actor.name)
                ? []
                : [
                    .init(
                        command: slip.receiving,
                        purpose: Message(fr: "le reçoit dans le registre", en: "receives it into the register"))
                ])
        result.json = SlipView.head(hand.slip) + [(name: "lines", value: SlipView.json(outcomes))]
        return result
    }
}

/// The slip that a command is about.
struct SlipArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le bordereau.", en: "The slip.", value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "Ses ouvertures; sinon FICHIER.openings.", en: "Its openings; else FILE.openings.", value: ("fichier", "file")))
    var openings: String?

    @Option(name: .customLong("reject"), help: .init(fr: "Une ligne à rejeter; répétable. Ce qui repose sur elle l'est aussi.", en: "A line to reject; may be repeated. What rests on it is rejected too.", value: ("ligne", "line")))
    var rejected: [Int] = []

    var rejecting: Set<Int> { Set(rejected) }

    /// The command that receives it as it was looked at.
    var receiving: String {
        let beside = openings.map { ["--openings", $0] } ?? []
        return (["fundctl slip receive", file] + beside + rejected.map { "--reject \($0)" }).joined(separator: " ")
    }

    /// Refuses: E-SLP codes; E-CLI-007 for a line that the slip has not.
    func read(_ call: Invocation) throws -> SlipInHand {
        let hand = try SlipInHand(file, openings: openings, call)
        for line in rejected where !(1...hand.slip.lines.count).contains(line) {
            throw CommandLineError(
                .invalidValue, ["value": String(line), "option": "--reject", "choices": "1…\(hand.slip.lines.count)"])
        }
        return hand
    }
}
