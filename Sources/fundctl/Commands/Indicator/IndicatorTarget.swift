import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator target NAME VALUE [--year Y] [--through Y] [--level L] [--gap P]`.
struct IndicatorTarget: FundctlCommand {
    static let help = CommandHelp(
        "target", summary: Message(fr: "Fixe la cible d'un indicateur", en: "Sets the target of an indicator"),
        examples: [
            .init("fundctl indicator target nouvellement-aidee 1200 --year 2026-2027 --level region-06 --gap 10"),
            .init(
                "fundctl indicator target nouvelles-ententes 5000 --year 2026-2027 --through 2028-2029",
                Message(fr: "pour trois exercices", en: "for three years")),
        ],
        details: [
            Message(
                fr: "Une cible vaut pour chaque exercice qu'elle couvre. Au-delà de --gap (en pourcentage de la cible), le rapport demande une explication. Elle se révise une fois, en septembre.",
                en: "A target counts for each year that it covers. Beyond --gap (in percent of the target), the report asks for an explanation. It is revised once, in September.")
        ])

    @Argument(help: .init(fr: "L'indicateur.", en: "The indicator.", value: ("indicateur", "indicator")))
    var indicator: String

    @Argument(help: .init(fr: "La cible.", en: "The target.", value: ("cible", "target")))
    var value: String

    @OptionGroup var year: IndicatorYearOption

    @Option(help: .init(fr: "Le dernier exercice pour lequel elle vaut, au plus cinq en tout.", en: "The last year that it counts for, at most five in all.", value: ("exercice", "year")))
    var through: String?

    @OptionGroup var level: LevelOption

    @Option(help: .init(fr: "L'écart, en pourcentage de la cible, au-delà duquel une explication est demandée.", en: "The gap, in percent of the target, beyond which an explanation is asked for.", value: ("pourcentage", "percent")))
    var gap: String?

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let place = TargetPlace(
            indicator: try IndicatorName.check(indicator), level: try level.read(), year: try year.read(call))
        let through = try self.through.map { try FiscalYear(parsing: $0) }
        let gap = try self.gap.map { try GapText.parse($0) }
        let day = try date.day(call)
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: [
                "command": "indicator-target", "date": .string(date.date ?? ""), "gap": .text(self.gap ?? ""),
                "indicator": .string(place.indicator), "level": .string(place.level.text),
                "through": .string(through?.text ?? ""), "value": .text(value), "year": .string(place.year.text),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(RegisterName.employers)
            try Indicators(session).setTarget(place, value, through: through, gap: gap, on: day)
            return try TargetView(place, in: session)
        } again: { reading, _ in try TargetView(place, in: reading.register(RegisterName.employers)) }
        let title =
            write.dryRun
            ? Message(fr: "La cible serait fixée.", en: "The target would be set.")
            : Message(fr: "La cible est fixée.", en: "The target is set.")
        var result = done.value.result(title, through: through)
        result.tell(done)
        return result
    }
}

/// A gap typed in percent: `10`, `2,5`.
enum GapText {
    /// In hundredths of a percent. Refuses: E-CLI-007.
    static func parse(_ text: String) throws -> Int64 {
        guard let hundredths = hundredths(text), TargetSet.gapRange.contains(hundredths) else {
            throw CommandLineError(.invalidValue, ["value": text, "option": "--gap", "choices": "0…100"])
        }
        return hundredths
    }

    /// At most three digits, and two decimals after a comma or a point.
    private static func hundredths(_ text: String) -> Int64? {
        let parts = text.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts[0].utf8.count <= 3, decimals.utf8.count <= 2 else { return nil }
        return Int64(parts[0] + decimals + String(repeating: "0", count: 2 - decimals.utf8.count))
    }
}

/// A target as it is shown.
struct TargetView {
    let standing: StandingTarget
    let definition: IndicatorDefined

    /// Refuses: E-IND-001, E-IND-022.
    init(_ place: TargetPlace, in session: RegisterSession) throws {
        let services = ServicesReader(session)
        definition = try services.definition(of: place.indicator, in: place.year)
        guard let standing = try services.target(at: place) else {
            throw IndicatorError(
                .targetMissing,
                ["indicator": place.indicator, "year": place.year.text, "level": place.level.text])
        }
        self.standing = standing
    }

    /// `through`: the last year that it counts for, where it was set for several.
    func result(_ title: Message, through: FiscalYear? = nil) -> CommandResult {
        CommandResult(
            json: [
                "indicator": .string(standing.place.indicator), "year": .string(standing.place.year.text),
                "level": .string(standing.place.level.text), "target": FigureFormat.json(standing.initial, definition),
                "revised": FigureFormat.json(standing.revised, definition),
                "gap_percent": standing.gap.map { .string(FigureFormat.plainShare($0)) } ?? .null,
            ],
            text: [.paragraph(title), .facts(facts(through: through))])
    }

    private func facts(through: FiscalYear?) -> [(label: Message, value: Cell)] {
        let first = standing.place.year.text
        let years = through.map { Message(fr: "\(first) à \($0.text)", en: "\(first) to \($0.text)") }
        var facts: [(label: Message, value: Cell)] = [
            (IndicatorWords.indicator, .message(IndicatorWords.name(definition))),
            (LedgerTexts.year, years.map { .message($0) } ?? .text(first)),
            (IndicatorWords.level, .message(IndicatorWords.level(standing.place.level))),
            (IndicatorWords.target, FigureFormat.cell(standing.initial, definition)),
        ]
        if let revised = standing.revised { facts.append((IndicatorWords.revised, FigureFormat.cell(revised, definition))) }
        if let gap = standing.gap {
            facts.append((Message(fr: "Écart à expliquer au-delà de", en: "Gap to be explained beyond"), .message(FigureFormat.share(gap))))
        }
        return facts
    }
}
