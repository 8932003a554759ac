import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl follow-up list [--year Y] [--topic T] [--level L]`.
struct FollowUpList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les notes de suivi d'un exercice", en: "Shows the follow-up notes of a year"),
        examples: [
            .init("fundctl follow-up list --year 2026-2027"),
            .init("fundctl follow-up list --topic evaluation"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var year: IndicatorYearOption

    @Option(help: .init(fr: "Seulement cet objet.", en: "Only this topic.", value: ("objet", "topic")))
    var topic: FollowUpNoted.Topic?

    @Option(help: .init(fr: "Seulement ce niveau.", en: "Only this level.", value: ("niveau", "level")))
    var level: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let year = try self.year.read(call), level = try self.level.map { try LevelOption.read($0) }
        let notes = try call.openBookToRead().read { reading in
            try ServicesReader(reading.register(RegisterName.employers)).followUps(of: year).map(\.record)
        }.filter { (topic == nil || $0.topic == topic) && (level == nil || $0.level == level) }
        let none = Message(fr: "Aucune note.", en: "No note.")
        return CommandResult(
            json: ["year": .string(year.text), "notes": .array(notes.map(FollowUpView.json))],
            text: notes.isEmpty ? [.paragraph(none)] : [.table(table(notes))],
            csv: CSVTable(
                columns: ["date", "topic", "level", "title", "text", "citation"],
                rows: notes.map {
                    [$0.date.iso, $0.topic.rawValue, $0.level.text, $0.title, $0.text, $0.citation ?? ""]
                }))
    }

    private func table(_ notes: [FollowUpNoted]) -> TextTable {
        TextTable(
            [
                .left(LedgerTexts.date), .left(IndicatorWords.topic), .left(IndicatorWords.level),
                .left(IndicatorWords.titleWord, flexible: true), .left(BudgetTexts.citation),
            ],
            rows: notes.map {
                [
                    .text($0.date.iso), .message(IndicatorWords.topic($0.topic)), .message(IndicatorWords.level($0.level)),
                    .text(Visible.text($0.title)), .text(Visible.text($0.citation ?? "")),
                ]
            })
    }
}
