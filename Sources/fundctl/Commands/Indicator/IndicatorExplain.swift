import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator explain NAME --text T [--year Y] [--month M] [--level L]`.
struct IndicatorExplain: FundctlCommand {
    static let help = CommandHelp(
        "explain",
        summary: Message(fr: "Explique un écart entre le résultat et la cible", en: "Explains a gap between result and target"),
        examples: [
            .init("fundctl indicator explain nouvellement-aidee --year 2026-2027 --level region-06 --text \"Deux agents absents d'avril à juin.\"")
        ],
        details: [
            Message(
                fr: "Le rapport annuel donne les explications avec les écarts. Plusieurs s'ajoutent l'une à l'autre; aucune ne s'efface.",
                en: "The annual report gives explanations with the gaps. Several add up; none is taken away.")
        ])

    @Argument(help: .init(fr: "L'indicateur.", en: "The indicator.", value: ("indicateur", "indicator")))
    var indicator: String

    @Option(help: .init(fr: "L'explication.", en: "The explanation.", value: ("texte", "text")))
    var text: String

    @OptionGroup var place: FigureOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let place = try self.place.read(indicator, call)
        try TypedText.check(text, option: "--text", bytes: VarianceExplained.textBytes)
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: [
                "command": "indicator-explain", "indicator": .string(place.indicator), "level": .string(place.level.text),
                "month": .string(place.month?.text ?? ""), "text": .text(text), "year": .string(place.year.text),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(RegisterName.employers)
            try Indicators(session).explain(place, text)
            return try IndicatorReading(session).year(of: place.indicator, in: place.year)
        } again: { reading, _ in
            try IndicatorReading(reading.register(RegisterName.employers)).year(of: place.indicator, in: place.year)
        }
        let title =
            write.dryRun
            ? Message(fr: "L'explication serait inscrite.", en: "The explanation would be entered.")
            : Message(fr: "L'explication est inscrite.", en: "The explanation is entered.")
        let definition = done.value.definition
        var result = CommandResult(
            json: [
                "indicator": .string(place.indicator), "year": .string(place.year.text),
                "month": .optional(place.month?.text), "level": .string(place.level.text), "text": .string(text),
                "gap": FigureFormat.json(done.value.gap(place.level), definition),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (IndicatorWords.indicator, .message(IndicatorWords.name(definition))),
                    (LedgerTexts.period, .text(place.month?.text ?? place.year.text)),
                    (IndicatorWords.level, .message(IndicatorWords.level(place.level))),
                    (IndicatorWords.gap, FigureFormat.cell(done.value.gap(place.level), definition)),
                ]),
            ])
        result.tell(done)
        return result
    }
}
