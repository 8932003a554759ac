import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator publish MONTH`.
struct IndicatorPublish: FundctlCommand {
    static let help = CommandHelp(
        "publish", summary: Message(fr: "Publie les chiffres d'un mois, qui ne bougent plus", en: "Publishes the figures of a month, which no longer move"),
        examples: [
            .init("fundctl indicator publish 2026-P01"),
            .init("fundctl indicator publish 2026-P01 --dry-run", Message(fr: "pour voir les chiffres d'abord", en: "to see the figures first")),
        ],
        details: [
            Message(
                fr: "Une fois le mois fini, dans l'ordre depuis avril. Ce qui arrive en retard se voit ensuite comme un redressement; la vérification recompte chaque chiffre publié.",
                en: "Once the month is over, in order from April. What comes late shows as a restatement after that; verification counts every published figure again.")
        ])

    @Argument(help: .init(fr: "Le mois : 2026-P01 (avril) … 2026-P12 (mars).", en: "The month: 2026-P01 (April) … 2026-P12 (March).", value: ("mois", "month")))
    var month: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let month = try PeriodID(month: self.month)
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: ["command": "indicator-publish", "month": .string(month.text)], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            try Indicators(transaction.register(RegisterName.employers)).publish(month)
        } again: { reading, receipts in
            guard let found = try reading.records(MonthPublished.self, of: receipts).first else {
                throw IndicatorError(.monthOrder, ["month": month.text, "expected": ""])
            }
            return found.record
        }
        let figures = done.value.figures
        let title =
            write.dryRun
            ? Message(
                fr: "\(month.text) serait publié : \(figures.count, "chiffre", "chiffres").",
                en: "\(month.text) would be published: \(figures.count, "figure", "figures").")
            : Message(
                fr: "\(month.text) est publié : \(figures.count, "chiffre", "chiffres").",
                en: "\(month.text) is published: \(figures.count, "figure", "figures").")
        var result = CommandResult(
            json: [
                "month": .string(month.text),
                "figures": .array(
                    figures.map {
                        [
                            "indicator": .string($0.indicator), "level": .string($0.level.text), "count": .integer($0.count),
                        ]
                    }),
            ],
            text: [.paragraph(title)] + (figures.isEmpty ? [] : [.table(Self.table(figures))]))
        result.tell(done)
        return result
    }

    private static func table(_ figures: [MonthPublished.Figure]) -> TextTable {
        TextTable(
            [.left(IndicatorWords.indicator), .left(IndicatorWords.level), .right(IndicatorWords.figure)],
            rows: figures.map { [.text($0.indicator), .message(IndicatorWords.level($0.level)), .integer($0.count)] })
    }
}
