import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData
import TabularImport

/// `fundctl agreement import FILE --map MAP`.
struct AgreementImportCommand: FundctlCommand {
    static let help = CommandHelp(
        "import", summary: Message(fr: "Reprend un registre d'ententes d'un fichier CSV", en: "Takes over a register of agreements from a CSV file"),
        examples: [
            .init(
                "fundctl agreement import ententes.csv --map maps/agreements-register.yaml --dry-run",
                Message(fr: "fait les mêmes vérifications, n'écrit rien", en: "makes the same checks, writes nothing")),
            .init("fundctl agreement import ententes.csv --map maps/agreements-register.yaml"),
        ],
        details: [
            Message(
                fr: """
                    Une rangée est une entente telle qu'elle est aujourd'hui : ébauchée, signée, puis les étapes dont elle donne \
                    le jour (started, suspended, completed, recognised, ended). Tout ou rien, en un lot; chaque rangée fautive \
                    est nommée avec sa colonne. La carte nomme une source unique (unique_source) : un fichier plus long \
                    n'apporte que ce qui est nouveau. Voir docs/import-maps.fr.md.
                    """,
                en: """
                    A row is an agreement as it stands today: drafted, signed, then the steps of which it gives the day \
                    (started, suspended, completed, recognised, ended). All or nothing, in one batch; each bad row is named \
                    with its column. The map names a unique source (unique_source): a longer file brings only what is new. See \
                    docs/import-maps.en.md.
                    """),
            Message(
                fr: """
                    Les noms et les dates de naissance n'entrent dans aucun enregistrement, et l'empreinte inscrite du fichier \
                    ne permet pas de le deviner.
                    """,
                en: """
                    Names and birth dates enter no record, and the recorded hash of the file does not let it be guessed.
                    """),
        ])

    @OptionGroup var input: ServiceImportOptions
    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let date = try day.day(call)
        let done = try input.run(AgreementImport.target, "agreement-import", write, call, holdsPersons: true) {
            reading, source, session, tell in
            let drawer = SubjectDrawer(call.edge) { session.register.root.hex }
            return try AgreementImport(
                reading, on: date, salt: call.edge.randomBytes(32), drawing: drawer.draw
            ).run(source, in: session, progress: tell)
        }
        guard let outcome = done.outcome else { return input.repeated(done.receipts, write) }
        let title =
            write.dryRun
            ? Message(fr: "« \(done.file) » serait importé.", en: "\"\(done.file)\" would be imported.")
            : Message(fr: "« \(done.file) » est importé.", en: "\"\(done.file)\" is imported.")
        let stages = AgreementStage.allCases.filter { $0 != .annulled }
        var result = CommandResult(
            json: [
                "file": .string(done.file), "rows": .integer(outcome.rows), "new": .integer(outcome.new),
                "known": .integer(outcome.known), "skipped": .integer(outcome.skipped),
                "numbers": .array(
                    Self.numbers(outcome).map {
                        ["first": .string($0.lowerBound.text), "last": .string($0.upperBound.text)]
                    }),
                "states": .array(
                    stages.map { ["state": .string($0.rawValue), "agreements": .integer(outcome.stages[$0] ?? 0)] }),
                "repeated": .bool(false), "dry_run": .bool(write.dryRun),
            ], text: [.paragraph(title), .facts(Self.facts(outcome, stages))],
            next: [
                .init(
                    command: "fundctl agreement list",
                    purpose: Message(fr: "montre les ententes", en: "shows the agreements"))
            ])
        if !write.dryRun, outcome.new > 0 {
            result.notes.append(
                Message(
                    fr: "« \(done.file) » contient des renseignements personnels; effacez-le quand il ne sert plus.",
                    en: "\"\(done.file)\" holds personal information; delete it when it is of no more use."))
        }
        result.tell(isDryRun: write.dryRun, isRepeated: false)
        return result
    }

    private static func facts(
        _ outcome: AgreementImport.Outcome, _ stages: [AgreementStage]
    ) -> [(label: Message, value: Cell)] {
        let spans = numbers(outcome).map { "\($0.lowerBound.text) … \($0.upperBound.text)" }
        return [
            (label: Message(fr: "Rangées lues", en: "Rows read"), value: .integer(outcome.rows)),
            (label: Message(fr: "Ententes", en: "Agreements"), value: .integer(outcome.new)),
        ]
            + stages.filter { outcome.stages[$0] != nil }.map { stage in
                let name = AgreementWords.stage(stage)
                return (label: Message(fr: "– \(name)", en: "– \(name)"), value: .integer(outcome.stages[stage] ?? 0))
            } + [
                (label: Message(fr: "Déjà connues", en: "Known already"), value: .integer(outcome.known)),
                (label: Message(fr: "Rangées ignorées", en: "Rows skipped"), value: .integer(outcome.skipped)),
                (label: Message(fr: "Numéros", en: "Numbers"), value: .text(spans.joined(separator: "; "))),
            ]
    }

    private static func numbers(_ outcome: AgreementImport.Outcome) -> [ClosedRange<AgreementID>] {
        outcome.numbers.values.sorted { $0.lowerBound < $1.lowerBound }
    }
}
