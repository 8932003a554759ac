import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator record NAME VALUE --origin O [--month M] [--level L]`.
struct IndicatorRecord: FundctlCommand {
    static let help = CommandHelp(
        "record",
        summary: Message(fr: "Inscrit le chiffre d'un indicateur qui ne se compte pas ici", en: "Enters the figure of an indicator that is not counted here"),
        examples: [
            .init("fundctl indicator record taux-emploi 51,2 --year 2026-2027 --origin \"Rapport du système de relance, mai 2027\""),
            .init(
                "fundctl indicator record postes-vacants 60120 --month 2026-P01 --level region-06 --origin \"Placement en ligne\"",
                Message(fr: "un mois, une région", en: "a month, a region")),
        ],
        details: [
            Message(
                fr: "Le chiffre garde sa source et son auteur. Inscrit de nouveau, il remplace l'ancien avec un motif (--reason); l'ancien reste dans le registre.",
                en: "The figure keeps its source and its author. Entered again, it replaces the old one with a reason (--reason); the old one stays in the register.")
        ])

    @Argument(help: .init(fr: "L'indicateur.", en: "The indicator.", value: ("indicateur", "indicator")))
    var indicator: String

    @Argument(help: .init(fr: "Le chiffre.", en: "The figure.", value: ("chiffre", "figure")))
    var value: String

    @OptionGroup var place: FigureOptions

    @Option(help: .init(fr: "D'où vient le chiffre.", en: "Where the figure comes from.", value: ("source", "source")))
    var origin: String

    @Option(help: .init(fr: "Une note.", en: "A note.", value: ("note", "note")))
    var note: String = ""

    @Option(help: .init(fr: "Pourquoi il remplace le chiffre inscrit avant.", en: "Why it replaces the figure entered before.", value: ("motif", "reason")))
    var reason: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let place = try self.place.read(indicator, call)
        try TypedText.check(origin, option: "--origin", bytes: ServiceGrammar.citation)
        try TypedText.check(note, option: "--note", bytes: IndicatorRecorded.noteBytes)
        if let reason { try TypedText.check(reason, option: "--reason", bytes: ServiceGrammar.reason) }
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: [
                "command": "indicator-record", "indicator": .string(place.indicator), "level": .string(place.level.text),
                "month": .string(place.month?.text ?? ""), "note": .text(note), "origin": .text(origin),
                "reason": .text(reason ?? ""), "value": .text(value), "year": .string(place.year.text),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(RegisterName.employers)
            let record = try Indicators(session).record(place, value, origin: origin, note: note, reason: reason)
            return (record, try ServicesReader(session).definition(of: place.indicator, in: place.year))
        } again: { reading, receipts in
            guard let found = try reading.records(IndicatorRecorded.self, of: receipts).first else {
                throw IndicatorError(
                    .definitionMissing, ["indicator": place.indicator, "year": place.year.text, "nearest": ""])
            }
            return (found.record, try ServicesReader(found.session).definition(of: place.indicator, in: place.year))
        }
        let (record, definition) = done.value
        let figure = FigureFormat.message(record.value, definition)
        let title =
            write.dryRun
            ? Message(fr: "Le chiffre \(figure) serait inscrit.", en: "The figure \(figure) would be entered.")
            : Message(fr: "Le chiffre \(figure) est inscrit.", en: "The figure \(figure) is entered.")
        var result = CommandResult(
            json: [
                "indicator": .string(place.indicator), "year": .string(place.year.text),
                "month": .optional(place.month?.text), "level": .string(place.level.text),
                "value": FigureFormat.json(record.value, definition), "origin": .string(record.origin),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (IndicatorWords.indicator, .message(IndicatorWords.name(definition))),
                    (LedgerTexts.period, .text(place.month?.text ?? place.year.text)),
                    (IndicatorWords.level, .message(IndicatorWords.level(place.level))),
                    (IndicatorWords.source, .text(Visible.text(record.origin))),
                ]),
            ])
        result.tell(done)
        return result
    }
}
