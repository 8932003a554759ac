import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `--level L`: national unless named.
struct LevelOption: ParsableArguments {
    @Option(
        help: .init(
            fr: "Le niveau : national, region-06 (ou le nom de la région), office-CODE; sinon national.",
            en: "The level: national, region-06 (or the region's name), office-CODE; else national.",
            value: ("niveau", "level")))
    var level: String?

    /// Refuses: E-REF-046, E-REF-048.
    func read() throws -> Level { try level.map(Self.read) ?? .national }

    /// `region-06`, `06`, `Montréal`, `office-R06`, `national`.
    static func read(_ text: String) throws -> Level {
        if let level = try? Level(parsing: text) { return level }
        if let region = try? Region(parsing: text) { return .region(region) }
        return try Level(parsing: text)
    }
}

/// `--year Y`: that of today unless named.
struct IndicatorYearOption: ParsableArguments {
    @Option(help: .init(fr: "L'exercice; sinon celui d'aujourd'hui.", en: "The fiscal year; else that of today.", value: ("exercice", "year")))
    var year: String?

    /// Refuses: E-REF-020, E-REF-021.
    func read(_ call: Invocation) throws -> FiscalYear { try FiscalYear(parsing: year ?? call.currentYear) }
}

/// What a figure is of: `--year`, `--month`, `--level`.
struct FigureOptions: ParsableArguments {
    @OptionGroup var year: IndicatorYearOption

    @Option(help: .init(fr: "Un mois : 2026-P01 (avril) … 2026-P12 (mars).", en: "A month: 2026-P01 (April) … 2026-P12 (March).", value: ("mois", "month")))
    var month: String?

    @OptionGroup var level: LevelOption

    /// Refuses: E-REF-020 … E-REF-022, E-REF-046, E-REF-048. The year of a month goes without saying.
    func read(_ indicator: String, _ call: Invocation) throws -> FigurePlace {
        let month = try self.month.map { try PeriodID(month: $0) }
        let year = try month.flatMap { self.year.year == nil ? $0.year : nil } ?? self.year.read(call)
        return FigurePlace(indicator: try IndicatorName.check(indicator), year: year, month: month, level: try level.read())
    }
}

/// The code of an indicator as it is typed.
enum IndicatorName {
    /// Refuses what no indicator can be called: E-CLI-007.
    static func check(_ text: String) throws -> String {
        guard ServiceGrammar.isSlug(text) else {
            throw CommandLineError(
                .invalidValue, ["value": text, "option": "<indicator>", "choices": "1…32 a-z 0-9 -"])
        }
        return text
    }
}
