import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip answer PERSON NUMBER -o FILE`.
struct SlipAnswer: FundctlCommand {
    static let help = CommandHelp(
        "answer", summary: Message(fr: "Écrit la réponse à un bordereau reçu", en: "Writes the answer to a slip that was received"),
        examples: [.init("fundctl slip answer coordo 12 -o reponse-12.txt")],
        details: [
            Message(
                fr: "Ligne par ligne : le numéro que la ligne a reçu, ou le code de son rejet. Aucun renseignement personnel.",
                en: "Line by line: the number that the line got, or the code of its rejection. No personal information.")
        ])
    static let outputIsOwn = true

    @Argument(help: .init(fr: "Qui l'a signé.", en: "Who signed it.", value: ("personne", "person")))
    var person: String

    @Argument(help: .init(fr: "Son numéro.", en: "Its number.", value: ("n", "n")))
    var number: Int64

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let file = try SlipFiles.output(global, "slip answer")
        let answer = try call.openBookToRead().read { reading in
            try Slips(reading.register(RegisterName.employers)).answer(to: person, number: number)
        }
        try OutputFile.write(answer.text, to: file)
        let (accepted, rejected) = (answer.lines.filter { $0.record != nil }.count, answer.lines.filter { $0.record == nil }.count)
        let table = TextTable(
            [
                .right(AgreementWords.line), .left(AgreementWords.outcome), .right(AgreementWords.record),
                .left(AgreementWords.agreement), .left(SlipWords.inSlip),
            ],
            rows: answer.lines.map { line in
                [
                    .integer(line.line),
                    line.code.map { .text($0) } ?? .message(Message(fr: "acceptée", en: "accepted")),
                    line.record.map { .integer($0) } ?? .blank, line.id.map { .text($0) } ?? .blank,
                    line.own.map { .text($0) } ?? .blank,
                ]
            })
        return CommandResult(
            json: [
                "file": .string(file), "person": .string(person), "number": .integer(number),
                "accepted": .integer(Int64(accepted)), "rejected": .integer(Int64(rejected)),
                "lines": .array(
                    answer.lines.map {
                        [
                            "line": .integer(Int64($0.line)), "record": $0.record.map(JSONValue.integer) ?? .null,
                            "id": .optional($0.id), "own": .optional($0.own), "code": .optional($0.code),
                        ]
                    }),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "La réponse est dans « \(file) ».",
                        en: "The answer is in \"\(file)\".")),
                .table(table),
            ],
            next: [
                .init(
                    command: "fundctl slip read-answer \(file) --slip …",
                    purpose: Message(fr: "la lit, chez le coordonnateur", en: "reads it, at the coordinator's"))
            ])
    }
}
