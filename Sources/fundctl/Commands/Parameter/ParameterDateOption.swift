import ArgumentParser
import ReferenceData

/// `--date D` of what a parameter is worth on a day.
struct ParameterDateOption: ParsableArguments {
    @Option(help: .init(fr: "Le jour; sinon aujourd'hui.", en: "The day; else today.", value: ("date", "date")))
    var date: String?

    /// Refuses: E-REF codes of a date.
    func day(_ call: Invocation) throws -> CalendarDate {
        try CalendarDate(iso: date ?? call.edge.clock.today())
    }
}
