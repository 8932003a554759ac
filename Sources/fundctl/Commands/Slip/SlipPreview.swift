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
        let outcomes = try hand.tryOut(call, as: actor, to: call.openBook(), rejecting: slip.rejecting, showingOthers: true)
        let others = outcomes.filter { ($0.refusal as? ScopeError)?.parameters["person"] == actor.name }.map(\.line)
        let accepted = outcomes.filter(\.isAccepted).count
        var result = CommandResult(
            json: [:],
            text: [
                .facts(SlipView.facts(hand.slip)), .table(SlipView.preview(outcomes, hand)),
                .paragraph(
                    Message(
                        fr: "\(accepted, "ligne serait acceptée", "lignes seraient acceptées"), \(outcomes.count - accepted, "rejetée", "rejetées").",
                        en: "\(accepted, "line would be accepted", "lines would be accepted"), \(outcomes.count - accepted, "rejected", "rejected").")),
            ],
            notes: others.isEmpty ? [] : [Self.others(others)],
            next: [
                .init(
                    command: slip.receiving(rejecting: slip.rejected + others),
                    purpose: Message(fr: "le reçoit dans le registre", en: "receives it into the register"))
            ])
        result.json = SlipView.head(hand.slip) + [(name: "lines", value: SlipView.json(outcomes))]
        return result
    }

    /// Lines that another agent has to receive.
    private static func others(_ lines: [Int]) -> Message {
        let list = lines.map(String.init).joined(separator: ", ")
        return Message(
            fr: "hors de votre portée (\(list)) : qui la détient peut recevoir tout le bordereau; ou rejetez-les, et elles suivront dans un autre bordereau.",
            en: "beyond your scope (\(list)): whoever holds it can receive the whole slip; or reject them, and they will follow in another slip.")
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
    func receiving(rejecting lines: [Int]) -> String {
        let beside = openings.map { ["--openings", $0] } ?? []
        return (["fundctl slip receive", file] + beside + lines.map { "--reject \($0)" }).joined(separator: " ")
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
