import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData
import TabularImport

/// `fundctl employer import FILE --map MAP`.
struct EmployerImportCommand: FundctlCommand {
    static let help = CommandHelp(
        "import", summary: Message(fr: "Inscrit et met à jour des employeurs d'un fichier CSV", en: "Enters and updates employers from a CSV file"),
        examples: [
            .init(
                "fundctl employer import employeurs.csv --map carte.yaml --dry-run",
                Message(fr: "dit ce qui est nouveau, changé, pareil, douteux", en: "says what is new, changed, the same, doubtful")),
            .init("fundctl employer import employeurs.csv --map carte.yaml"),
        ],
        details: [
            Message(
                fr: """
                    Un employeur que le registre n'a pas est inscrit; ce qui diffère est changé; le reste est laissé. Ce qui \
                    est douteux n'est pas écrit et se montre : une personne (NEQ en 22), un numéro fusionné ou fermé, un \
                    autre employeur du même nom, une rangée où manque le nom, la région ou le SCIAN.
                    """,
                en: """
                    An employer that the register has not is entered; what differs is changed; the rest is left. What is \
                    doubtful is not written and is shown: a person (NEQ in 22), a number that was merged or closed, another \
                    employer of the same name, a row without name, region or NAICS code.
                    """)
        ])

    @OptionGroup var input: ServiceImportOptions
    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let date = try day.day(call)
        let done = try input.run(EmployerImport.target, "employer-import", write, call) { reading, source, session, tell in
            try EmployerImport(reading, on: date).run(source, in: session, progress: tell)
        }
        guard let outcome = done.outcome else { return input.repeated(done.receipts, write) }
        let title =
            write.dryRun
            ? Message(fr: "« \(done.file) » serait importé.", en: "\"\(done.file)\" would be imported.")
            : Message(fr: "« \(done.file) » est importé.", en: "\"\(done.file)\" is imported.")
        var text: [TextBlock] = [
            .paragraph(title),
            .facts([
                (Message(fr: "Rangées lues", en: "Rows read"), .integer(outcome.rows)),
                (Message(fr: "Nouveaux", en: "New"), .integer(outcome.new)),
                (Message(fr: "Changés", en: "Changed"), .integer(outcome.changed)),
                (Message(fr: "Pareils", en: "The same"), .integer(outcome.same)),
                (Message(fr: "Douteux, laissés", en: "Doubtful, left out"), .integer(outcome.doubtfulCount)),
                (Message(fr: "Rangées ignorées", en: "Rows skipped"), .integer(outcome.skipped)),
            ]),
        ]
        if !outcome.doubtful.isEmpty { text.append(.table(Self.table(outcome.doubtful))) }
        var result = CommandResult(
            json: [
                "file": .string(done.file), "rows": .integer(outcome.rows), "new": .integer(outcome.new),
                "changed": .integer(outcome.changed), "same": .integer(outcome.same),
                "doubtful_count": .integer(outcome.doubtfulCount), "doubtful": .array(outcome.doubtful.map(Self.json)),
                "skipped": .integer(outcome.skipped), "repeated": .bool(false), "dry_run": .bool(write.dryRun),
            ], text: text)
        result.tell(isDryRun: write.dryRun, isRepeated: false)
        return result
    }

    private static func json(_ doubt: EmployerImport.Doubt) -> JSONValue {
        [
            "line": .integer(doubt.line), "employer": .string(doubt.employer), "reason": .string(doubt.reason.rawValue),
            "other": .string(doubt.other),
        ]
    }

    private static func table(_ doubts: [EmployerImport.Doubt]) -> TextTable {
        TextTable(
            [
                .right(Message(fr: "Ligne", en: "Line")), .left(Message(fr: "NEQ", en: "NEQ")),
                .left(Message(fr: "Pourquoi", en: "Why"), flexible: true),
            ],
            rows: doubts.map { [.integer($0.line), .text($0.employer), .message(words($0))] })
    }

    private static func words(_ doubt: EmployerImport.Doubt) -> Message {
        switch doubt.reason {
        case .person: Message(fr: "une personne : à inscrire par « employer add --person »", en: "a person: to be entered by \"employer add --person\"")
        case .merged: Message(fr: "fusionné avec \(doubt.other)", en: "merged into \(doubt.other)")
        case .closed: Message(fr: "fermé", en: "closed")
        case .likeness: Message(fr: "même nom que \(doubt.other)", en: "the same name as \(doubt.other)")
        case .incomplete: Message(fr: "nouveau, sans nom, région ou SCIAN", en: "new, without name, region or NAICS code")
        }
    }
}
