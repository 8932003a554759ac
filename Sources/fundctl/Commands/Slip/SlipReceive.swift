import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip receive SLIP`.
struct SlipReceive: FundctlCommand {
    static let help = CommandHelp(
        "receive", summary: Message(fr: "Reçoit un bordereau dans le registre", en: "Receives a slip into the register"),
        examples: [
            .init("fundctl slip receive bordereau-12.txt"),
            .init("fundctl slip receive bordereau-12.txt --reject 4", Message(fr: "sans la ligne 4", en: "without line 4")),
        ],
        details: [
            Message(
                fr: """
                    Chaque ligne est acceptée ou rejetée, et un bordereau ne se reçoit qu'une fois. Une ligne d'une autre \
                    région que la vôtre est rejetée; si elles le sont toutes, le bordereau reste à qui de droit. Le registre \
                    garde la signature du coordonnateur et celle de l'agent.
                    """,
                en: """
                    Each line is accepted or rejected, and a slip is received once. A line of another region than yours is \
                    rejected; where all are, the slip is left to whom it concerns. The register keeps the signature of the \
                    coordinator and that of the agent.
                    """)
        ])

    @OptionGroup var slip: SlipArgument
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let hand = try slip.read(call)
        let (book, actor) = (try call.openBook(), try call.actingKey())
        let trial = try hand.tryOut(call, as: actor, to: book, rejecting: slip.rejecting)
        try trial.requireSomething(for: actor.name)
        let outcomes = trial.outcomes
        let accepted = outcomes.filter(\.isAccepted).map(\.line)
        let rejected = outcomes.compactMap { outcome in
            outcome.refusal.map { SlipReceived.Rejected(line: outcome.line, code: ErrorMessage.code($0)) }
        }
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: ["command": "slip-receive", "slip": .string(SHA256.hash(hand.slip.text).hex)], options: write)
        // An idempotency key is not asked for: nothing is received twice.
        let written = try call.write(request, to: book, as: actor) { transaction in
            try Slips(transaction.register(RegisterName.employers)).receive(
                hand.slip, hand.openings, accepting: accepted, rejected: rejected)
        }
        switch written {
        case .done(_, let receipts): return result(hand.slip, trial, receipts, isRepeated: false)
        case .repeated(let receipts): return result(hand.slip, trial, receipts, isRepeated: true)
        }
    }

    private func result(
        _ slip: Slip, _ trial: SlipTried, _ receipts: [BatchReceipt], isRepeated: Bool
    ) -> CommandResult {
        let outcomes = trial.outcomes
        let (accepted, rejected) = (outcomes.filter(\.isAccepted).count, outcomes.filter { !$0.isAccepted }.count)
        let counts = Message(
            fr: "\(accepted, "ligne acceptée", "lignes acceptées"), \(rejected, "rejetée", "rejetées")",
            en: "\(accepted, "line accepted", "lines accepted"), \(rejected, "rejected", "rejected")")
        let title =
            write.dryRun
            ? Message(fr: "Le bordereau \(slip.head.number) de \(slip.head.person) serait reçu : \(counts).", en: "The slip \(slip.head.number) of \(slip.head.person) would be received: \(counts).")
            : Message(fr: "Le bordereau \(slip.head.number) de \(slip.head.person) est reçu : \(counts).", en: "The slip \(slip.head.number) of \(slip.head.person) is received: \(counts).")
        var result = CommandResult(
            json: [:], text: [.paragraph(title), .table(SlipView.table(trial))],
            next: [
                .init(
                    command: "fundctl slip answer \(slip.head.person) \(slip.head.number) -o …",
                    purpose: Message(fr: "écrit la réponse au coordonnateur", en: "writes the answer to the coordinator"))
            ])
        result.json =
            SlipView.head(slip) + [
                (name: "accepted", value: .integer(Int64(accepted))), (name: "rejected", value: .integer(Int64(rejected))),
                (name: "lines", value: SlipView.json(outcomes)), (name: "repeated", value: .bool(isRepeated)),
                (name: "dry_run", value: .bool(write.dryRun)), (name: "batches", value: .array(receipts.map(\.json))),
            ]
        result.tell(isDryRun: write.dryRun, isRepeated: isRepeated)
        return result
    }
}
