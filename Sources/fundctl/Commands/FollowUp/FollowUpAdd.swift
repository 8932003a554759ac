import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl follow-up add --topic T --title T --text T [--year Y] [--level L]`.
struct FollowUpAdd: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Ajoute une note de suivi datée", en: "Adds a dated follow-up note"),
        examples: [
            .init("fundctl follow-up add --topic strategy --title \"Stratégie 45 ans et plus\" --text \"Trois projets démarrés.\" --level region-06"),
            .init(
                "fundctl follow-up add --topic approval --title \"Plan d'action régional\" --text \"Approuvé par la Commission.\" --citation \"Résolution 2026-12\" --document plan.pdf",
                Message(fr: "avec une pièce", en: "with a document")),
        ],
        details: [
            Message(
                fr: "Le rapport annuel donne ces notes par objet : suivi des stratégies, évaluations, satisfaction de la clientèle, approbations des plans.",
                en: "The annual report gives these notes by topic: strategies, evaluations, clients' satisfaction, approvals of plans.")
        ])

    @Option(help: .init(fr: "L'objet : strategy, evaluation, satisfaction, approval ou other.", en: "The topic: strategy, evaluation, satisfaction, approval or other.", value: ("objet", "topic")))
    var topic: FollowUpNoted.Topic

    @Option(help: .init(fr: "Le titre.", en: "The title.", value: ("titre", "title")))
    var title: String

    @Option(help: .init(fr: "Le texte.", en: "The text.", value: ("texte", "text")))
    var text: String

    @OptionGroup var year: IndicatorYearOption
    @OptionGroup var level: LevelOption

    @Option(help: .init(fr: "L'acte ou le document qui fait foi.", en: "The act or document that attests it.", value: ("source", "citation")))
    var citation: String?

    @Option(help: .init(fr: "Une pièce à joindre. Se répète.", en: "A document to attach. May be repeated.", value: ("fichier", "file")))
    var document: [String] = []

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (year, level, day) = (try self.year.read(call), try self.level.read(), try date.day(call))
        try TypedText.check(title, option: "--title", bytes: ServiceGrammar.name)
        try TypedText.check(text, option: "--text", bytes: FollowUpNoted.textBytes)
        if let citation { try TypedText.check(citation, option: "--citation", bytes: ServiceGrammar.citation) }
        let book = try call.openBook()
        let done = try Attachments(document, call: call, isDryRun: write.dryRun).holding { kept in
            let request = WriteRequest(
                registers: [RegisterName.employers],
                content: [
                    "citation": .text(citation ?? ""), "command": "follow-up-add", "date": .string(date.date ?? ""),
                    "documents": .array(kept.hashes.map { .string($0) }), "level": .string(level.text),
                    "text": .text(text), "title": .text(title), "topic": .string(topic.rawValue),
                    "year": .string(year.text),
                ], options: write)
            return try call.write(request, to: book) { transaction in
                let session = try transaction.register(RegisterName.employers)
                let note = FollowUpNoted(
                    year: year, level: level, topic: topic, title: title, text: text, citation: citation, date: day,
                    documents: try kept.record(in: session))
                return try Indicators(session).note(note)
            } again: { reading, receipts in
                guard let found = try reading.records(FollowUpNoted.self, of: receipts).first else {
                    throw AuditError(.recordUnknown, ["record": "?"])
                }
                return found.record
            }
        }
        let said =
            write.dryRun
            ? Message(fr: "La note serait ajoutée.", en: "The note would be added.")
            : Message(fr: "La note est ajoutée.", en: "The note is added.")
        var result = CommandResult(
            json: ["note": FollowUpView.json(done.value)], text: [.paragraph(said), .facts(FollowUpView.facts(done.value))])
        result.tell(done)
        return result
    }
}

extension FollowUpNoted.Topic: ExpressibleByArgument {}

/// A note as it is shown.
enum FollowUpView {
    static func json(_ note: FollowUpNoted) -> JSONValue {
        [
            "year": .string(note.year.text), "level": .string(note.level.text), "topic": .string(note.topic.rawValue),
            "date": .string(note.date.iso), "title": .string(note.title), "text": .string(note.text),
            "citation": .optional(note.citation), "documents": .array(note.documents.map { .string($0) }),
        ]
    }

    static func facts(_ note: FollowUpNoted) -> [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (IndicatorWords.topic, .message(IndicatorWords.topic(note.topic))),
            (IndicatorWords.titleWord, .text(Visible.text(note.title))), (LedgerTexts.date, .text(note.date.iso)),
            (LedgerTexts.year, .text(note.year.text)), (IndicatorWords.level, .message(IndicatorWords.level(note.level))),
        ]
        if let citation = note.citation { facts.append((BudgetTexts.citation, .text(Visible.text(citation)))) }
        return facts
    }
}
