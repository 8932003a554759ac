import ArgumentParser
import ReferenceData

/// `--date D` of an act: today unless named.
struct EffectiveDateOption: ParsableArguments {
    @Option(help: .init(fr: "La date d'effet; sinon aujourd'hui.", en: "The effective date; else today.", value: ("date", "date")))
    var date: String?

    /// Refuses: E-REF codes of a date.
    func day(_ call: Invocation) throws -> CalendarDate { try CalendarDate(iso: date ?? call.edge.clock.today()) }
}
