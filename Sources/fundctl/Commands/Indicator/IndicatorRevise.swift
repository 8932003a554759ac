import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator revise NAME VALUE --reason R [--year Y] [--level L] [--override]`.
struct IndicatorRevise: FundctlCommand {
    static let help = CommandHelp(
        "revise",
        summary: Message(fr: "Révise une cible : une fois, en septembre; sinon par dérogation", en: "Revises a target: once, in September; else by an override"),
        examples: [
            .init("fundctl indicator revise nouvellement-aidee 1150 --year 2026-2027 --level region-06 --reason \"Résultats complets de 2025-2026\""),
            .init(
                "fundctl indicator revise nouvellement-aidee 900 --year 2026-2027 --reason \"Fermetures\" --override",
                Message(fr: "un autre jour : deux personnes", en: "on another day: two persons")),
        ],
        details: [
            Message(
                fr: "Les cibles sont ajustées une fois l'an, en septembre, pour ne pas défaire les planifications régionales et locales. Une dérogation (--override) prend deux personnes admin; elle se voit dans le rapport et dans chaque exportation.",
                en: "Targets are adjusted once a year, in September, so that regional and local planning is not undone. An override (--override) takes two admins; it shows in the report and in every export.")
        ])

    @Argument(help: .init(fr: "L'indicateur.", en: "The indicator.", value: ("indicateur", "indicator")))
    var indicator: String

    @Argument(help: .init(fr: "La nouvelle cible.", en: "The new target.", value: ("cible", "target")))
    var value: String

    @OptionGroup var year: IndicatorYearOption
    @OptionGroup var level: LevelOption

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @Flag(name: .customLong("override"), help: .init(fr: "Par dérogation : deux personnes.", en: "By an override: two persons."))
    var isOverride = false

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let place = TargetPlace(
            indicator: try IndicatorName.check(indicator), level: try level.read(), year: try year.read(call))
        let day = try date.day(call)
        try TypedText.check(reason, option: "--reason", bytes: ServiceGrammar.reason)
        let content: CanonicalObject = [
            "command": "indicator-revise", "date": .string(date.date ?? ""), "indicator": .string(place.indicator),
            "level": .string(place.level.text), "override": .string(isOverride ? "yes" : "no"), "reason": .text(reason),
            "value": .text(value), "year": .string(place.year.text),
        ]
        if isOverride { return try propose(place, day, content, call) }
        let request = WriteRequest(registers: [RegisterName.employers], content: content, options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(RegisterName.employers)
            let indicators = Indicators(session)
            try indicators.revise(indicators.change(place, value, reason: reason, on: day))
            return try TargetView(place, in: session)
        } again: { reading, _ in try TargetView(place, in: reading.register(RegisterName.employers)) }
        let title =
            write.dryRun
            ? Message(fr: "La cible serait révisée.", en: "The target would be revised.")
            : Message(fr: "La cible est révisée.", en: "The target is revised.")
        var result = done.value.result(title)
        result.tell(done)
        return result
    }

    private func propose(
        _ place: TargetPlace, _ day: CalendarDate, _ content: CanonicalObject, _ call: Invocation
    ) throws -> CommandResult {
        try TwoPersonCommand(
            call: call, options: write, registers: [RegisterName.employers], content: content,
            done: Message(fr: "La cible est changée par dérogation.", en: "The target is changed by an override."),
            members: [
                "indicator": .string(place.indicator), "year": .string(place.year.text), "level": .string(place.level.text),
            ],
            record: { session in
                TargetOverridden(try Indicators(session).change(place, value, reason: reason, on: day))
            }
        ).perform()
    }
}
