import AuditTrail
import ReferenceData

/// `month.published/1`: the figures of a month, frozen; what comes later shows as a restatement. FORMAT.md, section 20.5.
public struct MonthPublished: ServiceRecord, Equatable {
    /// A figure above zero.
    public struct Figure: Sendable, Equatable {
        public let indicator: String
        public let level: Level
        public let count: Int64

        public init(indicator: String, level: Level, count: Int64) {
            self.indicator = indicator
            self.level = level
            self.count = count
        }

        /// What figures are in the order of.
        var key: String { "\(indicator) \(level.text)" }
    }

    public static let kind = "month.published/1"
    public static let rules = KindRules.services(.admin)
    public static let mostFigures = 8000

    public let month: PeriodID
    public let figures: [Figure]

    public init(month: PeriodID, figures: [Figure]) {
        self.month = month
        self.figures = figures
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        figures = try reader.readers("figures").map { element in
            var element = element
            let count = try element.count("count", least: 1)
            let indicator = try element.slug("indicator")
            let level = try Level(parsing: element.string("level"))
            try element.finish()
            return Figure(indicator: indicator, level: level, count: count)
        }
        guard figures.count <= Self.mostFigures, Self.ascend(figures) else {
            throw reader.malformed("figures", String(figures.count))
        }
        month = try PeriodID(month: reader.string("month"))
    }

    /// By indicator, then level, in byte order, none twice.
    private static func ascend(_ figures: [Figure]) -> Bool {
        zip(figures, figures.dropFirst()).allSatisfy {
            ($0.indicator, $0.level.text) < ($1.indicator, $1.level.text)
        }
    }

    public var members: [String: CanonicalValue?] {
        [
            "figures": .array(
                figures.map {
                    [
                        "count": .integer($0.count), "indicator": .string($0.indicator), "level": .string($0.level.text),
                    ]
                }), "month": .string(month.text),
        ]
    }

    /// Refuses: E-IND-030 at the end of the batch, E-IND-031, E-IND-032.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let expected = try services.nextMonth(of: month.year)
        guard month == expected else {
            throw IndicatorError(.monthOrder, ["month": month.text, "expected": expected?.text ?? ""])
        }
        try judgeFigures(IndicatorCount(services).figures(of: month, with: services))
    }

    /// Told of the first figure that differs.
    private func judgeFigures(_ counted: [Figure]) throws {
        guard figures != counted else { return }
        let said = Dictionary(figures.map { ($0.key, $0) }) { $1 }
        let found = Dictionary(counted.map { ($0.key, $0) }) { $1 }
        for figure in (figures + counted).sorted(by: { $0.key < $1.key })
        where said[figure.key]?.count != found[figure.key]?.count {
            throw IndicatorError(
                .figureDiffers,
                [
                    "month": month.text, "indicator": figure.indicator, "level": figure.level.text,
                    "found": String(said[figure.key]?.count ?? 0), "expected": String(found[figure.key]?.count ?? 0),
                ])
        }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        let (month, last) = (month, month.days.upperBound.iso)
        SealDays.of(services.session).expect(at: sequence) { day in
            day > last ? nil : IndicatorError(.monthNotOver, ["month": month.text, "day": day, "last": last])
        }
        let key = SQLMonth.key(month)
        try services.connection.run(
            "INSERT INTO published_month (register, month, sequence) VALUES (?, ?, ?)", services.register, key,
            .integer(sequence))
        let versions = Dictionary(
            try services.definitions(of: month.year).map { ($0.indicator, $0.version) }, uniquingKeysWith: { $1 })
        for figure in figures {
            try services.connection.run(
                """
                INSERT INTO published_figure (register, month, indicator, version, level, count) VALUES (?, ?, ?, ?, ?, ?)
                """, services.register, key, .text(figure.indicator), .integer(versions[figure.indicator] ?? 0),
                .text(figure.level.text), .integer(figure.count))
        }
    }
}
