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
        let draft = try SlipDraft(parsing: InputFile.read(file))
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
        let before = draft.made
        draft.noteMade(number)
        try OutputFile.write(draft.text(), to: file, mode: 0o600)
        return CommandResult(
            json: [
                "file": .string(output), "openings": .string(openings), "committee": .string(head.committee),
                "person": .string(head.person), "number": .integer(number), "lines": .integer(Int64(slip.lines.count)),
                "key": .string(head.key.hex),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "Le bordereau \(number) est signé par \(head.person) : \(SlipWords.holding(slip.lines)).",
                        en: "The slip \(number) is signed by \(head.person): \(SlipWords.holding(slip.lines)).")),
                .facts([
                    (Message(fr: "Bordereau", en: "Slip"), .text(output)), (Message(fr: "Ouvertures", en: "Openings"), .text(openings)),
                ]),
            ],
            notes: [
                Message(
                    fr: "« \(openings) » contient des renseignements personnels : envoyez-le à l'agent seul, par une voie sûre.",
                    en: "\"\(openings)\" holds personal information: send it to the agent alone, by a safe way.")
            ] + [again(before, number, slip.lines.count)].compactMap { $0 }, next: next(draft.committee, output))
    }

    /// Both files go to an agent; the answer comes back; what comes next goes into another slip.
    private func next(_ committee: String, _ output: String) -> [CommandResult.NextStep] {
        [
            .init(
                command: "fundctl slip receive \(output)",
                purpose: Message(
                    fr: "chez l'agent, à qui vous envoyez les deux fichiers", en: "at the agent's, to whom you send both files")),
            .init(
                command: "fundctl slip begin … --committee \(committee) -o …",
                purpose: Message(
                    fr: "commence le bordereau suivant : celui-ci renverrait tout", en: "begins the next slip: this one would send all again")),
            .init(
                command: "fundctl slip read-answer … --slip \(file)",
                purpose: Message(fr: "lit la réponse, quand elle revient", en: "reads the answer when it comes back")),
        ]
    }

    /// What to know where the same file was signed before.
    private func again(_ before: [SlipDraft.Made], _ number: Int64, _ lines: Int) -> Message? {
        let others = before.filter { $0.number != number }.map { String($0.number) }
        if !others.isEmpty {
            let list = others.joined(separator: ", ")
            return Message(
                fr: "Ses lignes sont aussi dans un bordereau signé avant (numéro \(list)). N'en envoyez qu'un : reçus tous deux, ils inscriraient deux fois les mêmes personnes.",
                en: "Its lines are in a slip signed before, too (number \(list)). Send only one: both received, they would enter the same persons twice.")
        }
        guard before.contains(where: { $0.number == number }) else { return nil }
        return before.contains { $0.number == number && $0.lines == lines }
            ? Message(
                fr: "Le bordereau \(String(number)) avait déjà été signé, avec les mêmes lignes : il remplace le premier.",
                en: "The slip \(String(number)) was signed before, with the same lines: it takes the place of the first.")
            : Message(
                fr: "Le bordereau \(String(number)) avait déjà été signé, avec d'autres lignes. Si le premier est parti, le registre refusera celui-ci : prenez un autre numéro, dans un bordereau qui n'a que le reste.",
                en: "The slip \(String(number)) was signed before, with other lines. If the first was sent, the register will refuse this one: take another number, in a slip that has only the rest.")
    }
}
