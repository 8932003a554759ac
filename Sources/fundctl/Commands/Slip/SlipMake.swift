import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip make FILE -o SLIP`.
struct SlipMake: FundctlCommand {
    static let help = CommandHelp(
        "make", summary: Message(fr: "Signe un bordereau avec votre clé", en: "Signs a slip with your key"),
        examples: [
            .init("fundctl slip make ententes.slip -o bordereau-12.txt --number 12 --as coordo"),
            .init(
                "fundctl slip preview bordereau-12.txt",
                Message(fr: "ce qu'un agent en verra", en: "what an agent will see of it")),
        ],
        details: [
            Message(
                fr: "Deux fichiers : le bordereau, et à côté, .openings, qui a les noms. Envoyez les deux; le second est confidentiel. Un numéro ne sert qu'une fois; sans --number, c'est l'heure.",
                en: "Two files: the slip, and beside it, .openings, which has the names. Send both; the second is confidential. A number serves once; without --number, it is the time.")
        ])
    static let outputIsOwn = true

    @Argument(help: .init(fr: "Le bordereau commencé.", en: "The slip that was begun.", value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "Votre numéro, qui ne sert qu'une fois.", en: "Your number, which serves once.", value: ("n", "n")))
    var number: Int64?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let output = try SlipFiles.output(global, "slip make")
        let draft = try SlipDraft(parsing: call.readFile(file))
        let actor = try call.actingKey()
        let now = call.edge.clock.now()
        guard let number = number ?? Int64(now.filter(\.isNumber)), number >= 1 else {
            throw CommandLineError(.invalidValue, ["value": String(number ?? 0), "option": "--number", "choices": "1…"])
        }
        let head = SlipHead(
            committee: draft.committee, person: actor.name, key: actor.key.publicKey, number: number, time: now)
        let slip = try Slip(
            register: draft.context.register, origin: draft.context.origin, head: head, lines: draft.lines,
            signedBy: actor.key)
        let openings = SlipFiles.openings(of: output)
        try OutputFile.write(draft.openings.text(), to: openings, mode: 0o600)
        try OutputFile.write(slip.text, to: output, mode: 0o600)
        return CommandResult(
            json: [
                "file": .string(output), "openings": .string(openings), "committee": .string(head.committee),
                "person": .string(head.person), "number": .integer(number), "lines": .integer(Int64(slip.lines.count)),
                "key": .string(head.key.hex),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le bordereau \(number) est signé par \(head.person) : \(slip.lines.count, "ligne", "lignes").",
                        en: "The slip \(number) is signed by \(head.person): \(slip.lines.count, "line", "lines").")),
                .facts([
                    (Message(fr: "Bordereau", en: "Slip"), .text(output)), (Message(fr: "Ouvertures", en: "Openings"), .text(openings)),
                ]),
            ],
            notes: [
                Message(
                    fr: "« \(openings) » contient des renseignements personnels : envoyez-le à l'agent seul, par une voie sûre.",
                    en: "\"\(openings)\" holds personal information: send it to the agent alone, by a safe way."),
                Message(
                    fr: "commencez le prochain bordereau à neuf (fundctl slip begin) : celui-ci enverrait encore les mêmes lignes.",
                    en: "begin the next slip anew (fundctl slip begin): this one would send the same lines again."),
            ])
    }
}
