import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip read-answer FILE [--slip FILE]`.
struct SlipReadAnswer: FundctlCommand {
    static let help = CommandHelp(
        "read-answer", summary: Message(fr: "Lit la réponse à un bordereau, sans le livre", en: "Reads the answer to a slip, without the book"),
        examples: [
            .init("fundctl slip read-answer reponse-12.txt --slip ententes.slip"),
            .init("fundctl slip read-answer reponse-12.txt", Message(fr: "sans les noms ni les employeurs", en: "without names and employers")),
        ],
        details: [
            Message(
                fr: "Les numéros que le registre a donnés, et pourquoi chaque ligne rejetée l'est. Avec le bordereau, commencé ou signé, on lit aussi de qui il s'agit.",
                en: "The numbers that the register gave, and why each rejected line is rejected. With the slip, begun or signed, one reads whom it is about, too.")
        ])

    @Argument(help: .init(fr: "La réponse (fundctl slip answer).", en: "The answer (fundctl slip answer).", value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "Le bordereau, tel que commencé ou tel qu'envoyé.", en: "The slip, as begun or as sent.", value: ("fichier", "file")))
    var slip: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let answer = try SlipAnswerText(parsing: call.readFile(file))
        let sent = try slip.map { try AnsweredSlip($0, answer, call) }
        let reading = SlipAnswerReading(answer: answer, sent: sent)
        var text: [TextBlock] = [.paragraph(reading.title)]
        if !reading.numbers.isEmpty { text.append(.table(reading.numbersTable)) }
        if !reading.rejected.isEmpty { text.append(.table(reading.rejectedTable)) }
        return CommandResult(
            json: [
                "person": .string(answer.person), "number": .integer(answer.number), "committee": .string(answer.committee),
                "record": .integer(answer.record), "accepted": .integer(Int64(answer.lines.count - reading.rejected.count)),
                "rejected": .integer(Int64(reading.rejected.count)), "lines": .array(reading.json(in: call.language)),
            ],
            text: text,
            next: [
                .init(
                    command: "fundctl slip begin … --committee \(answer.committee) -o …",
                    purpose: reading.rejected.isEmpty
                        ? Message(fr: "commence le bordereau suivant", en: "begins the next slip")
                        : Message(
                            fr: "commence le bordereau suivant : ce qui est rejeté y va, corrigé",
                            en: "begins the next slip: what is rejected goes there, mended"))
            ])
    }
}

/// The slip that an answer is to, as its coordinator has it.
struct AnsweredSlip {
    let lines: [SlipLine]
    let items: [SlipContents.Item]
    let offices: [OfficeSummary]

    /// A slip that was begun, or one as it was signed. Refuses: E-SLP-021 where the answer is to another.
    init(_ path: String, _ answer: SlipAnswerText, _ call: Invocation) throws {
        let bytes = try call.readFile(path)
        let count = answer.lines.count
        let fits: Bool
        if bytes.starts(with: "fundctl/slip/".utf8) {
            let slip = try Slip(parsing: bytes)
            let openings = (try? SlipOpenings(parsing: InputFile.read(SlipFiles.openings(of: path)))) ?? SlipOpenings()
            fits =
                slip.register == answer.register && slip.head.person == answer.person && slip.head.number == answer.number
                && slip.lines.count == count
            (lines, items, offices) = (slip.lines, SlipContents(slip.lines, openings).items, [])
        } else {
            let draft = try SlipDraft(parsing: bytes)
            let isMade = draft.made.isEmpty || draft.made.contains { $0.number == answer.number && $0.lines == count }
            fits = draft.context.register == answer.register && draft.lines.count >= count && isMade
            // Lines may have been added after it was signed.
            lines = Array(draft.lines.prefix(count))
            items = SlipContents(lines, draft.openings, draft.context).items
            offices = draft.context.offices
        }
        guard fits else {
            throw SlipError(.answerOther, ["person": answer.person, "number": String(answer.number)])
        }
    }
}
