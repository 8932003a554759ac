import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

@Suite("Figures are what a naive count finds")
struct FigureCountTests {
    static let months: [PeriodID] = ["2023-2024", "2024-2025", "2025-2026"].flatMap { text in
        theYear(text).periods.filter { !$0.isAdjustment }
    }

    /// Every definition, month and level, of a history that goes on after months were published.
    @Test(arguments: [UInt64(1), 2, 3, 4, 5])
    func everyDefinitionLevelAndMonth(seed: UInt64) throws {
        let book = try FiguresBook()
        var story = RandomFigures(seed)
        try book.write { session in
            try story.begin(session)
            for definition in FigureDefinitions.counted { try session.append(definition) }
            for _ in 0..<60 { try story.step(session) }
        }
        var published: [PeriodID: [MonthPublished.Figure]] = [:]
        for (place, month) in Self.months.enumerated() {
            if place % 6 == 0 { try book.write { session in for _ in 0..<15 { try story.step(session) } } }
            guard place < 30 else { continue }
            let expected = story.naive.figures(FigureDefinitions.counted, month)
            let record = try book.write { try Indicators($0).publish(month) }
            #expect(record.figures == expected, "\(month.text)")
            published[month] = expected
        }
        try compare(book, story.naive)
        try compareRestated(book, story.naive, published)
        try comparePublished(book, story.naive, published)
        let faults = try book.faults()
        #expect(faults == [])
    }

    private func compare(_ book: FiguresBook, _ naive: NaiveFigures) throws {
        try book.read { session in
            let count = IndicatorCount(ServicesReader(session))
            for definition in FigureDefinitions.counted {
                for month in Self.months {
                    let counts = try count.counts(of: definition, in: month)
                    for level in NaiveFigures.levels {
                        let expected = naive.count(definition, month, level)
                        #expect(counts[level] ?? 0 == expected, "\(definition.indicator) \(month.text) \(level.text)")
                    }
                }
            }
        }
    }

    /// What is shown of a year: published figures as they were, restatements where the records now say otherwise, the list
    /// behind each figure as long as the figure.
    private func compareRestated(
        _ book: FiguresBook, _ naive: NaiveFigures, _ published: [PeriodID: [MonthPublished.Figure]]
    ) throws {
        try book.read { session in
            let reading = IndicatorReading(session)
            for indicator in try reading.years(theYear("2024-2025")) {
                for month in indicator.months {
                    for level in NaiveFigures.levels {
                        let now = naive.count(indicator.definition, month.month, level)
                        let said = published[month.month]?.first {
                            $0.indicator == indicator.definition.indicator && $0.level == level
                        }?.count ?? 0
                        #expect(month.figure(level) == said)
                        #expect(month.restated(level) == (now == said ? nil : now))
                    }
                    let list = try reading.acts(of: indicator.definition.indicator, in: [month.month], at: .national)
                    #expect(Int64(list.count) == naive.count(indicator.definition, month.month, .national))
                }
                let sum = indicator.months.map { $0.figure(.national) ?? 0 }.reduce(0, +)
                #expect(indicator.result(.national) == sum)
            }
        }
    }

    /// figures.csv of a bundle: published beside recounted, wherever one of them is above zero.
    private func comparePublished(
        _ book: FiguresBook, _ naive: NaiveFigures, _ published: [PeriodID: [MonthPublished.Figure]]
    ) throws {
        var expected: [String] = []
        for month in published.keys.sorted() {
            for definition in FigureDefinitions.counted {
                for level in NaiveFigures.levels.sorted(by: { $0.text < $1.text }) {
                    let said = published[month]?.first { $0.indicator == definition.indicator && $0.level == level }?.count ?? 0
                    let now = naive.count(definition, month, level)
                    guard said != 0 || now != 0 else { continue }
                    expected.append("\(month.text),\(definition.indicator),1,\(level.text),\(said),\(now)")
                }
            }
        }
        let files = try book.files()
        #expect(files["figures.csv"]?.dropFirst().map { $0 } == expected)
        #expect(expected.contains { line in
            let fields = line.split(separator: ",")
            return fields[4] != fields[5]
        }, "a history without a restatement shows nothing")
        #expect(files["interventions.csv"]?.count == naive.interventions.count + 1)
        #expect(files["counts.csv"]?.contains("interventions,\(naive.interventions.count)") == true)
        #expect(files["counts.csv"]?.contains("published_months,\(published.count)") == true)
        let states = files["interventions.csv"]?.filter { $0.hasSuffix(",annulled") }.count
        #expect(states == naive.interventions.filter(\.isAnnulled).count)
        let signed = files["agreements.csv"]?.filter { $0.contains(",annulled,") }.count
        #expect(signed == naive.agreements.filter(\.isAnnulled).count)
    }

    @Test func monthsBackwardsKeepToTheCalendar() {
        for (from, months, expected) in [
            ("2026-03-31", 1, "2026-02-28"), ("2024-03-31", 1, "2024-02-29"), ("2026-01-15", 1, "2025-12-15"),
            ("2026-05-31", 120, "2016-05-31"), ("1905-01-31", 61, "1899-12-31"),
        ] {
            let found = theDay(from).earlier(months: months)
            #expect(found.iso == (expected < "1900" ? "1900-01-01" : expected))
        }
    }

    /// A firm assisted by two offices of a region counts in each, and once for the region.
    @Test func theSumOfOfficesMayExceedTheRegion() throws {
        let book = try FiguresBook()
        let definition = FigureDefinitions.make("aidees", .newlyAssisted, ["look-back": "year"])
        try book.write { session in
            try session.append(definition)
            let details = EmployerDetails(
                form: .corporation, name: "Firme", region: .montreal, scian: try SCIAN(parsing: "3327"))
            try session.append(EmployerAdded(NEQ(parsing: "1140001001"), details, on: theDay("2022-04-01")))
            for (number, office) in ["R06", "MTL"].enumerated() {
                try session.append(
                    InterventionStarted(
                        InterventionID(year: theYear("2025-2026"), number: Int64(number + 1)),
                        employer: NEQ(parsing: "1140001001"), measure: "mfor", office: office,
                        begins: theDay("2025-04-1\(number)")))
            }
        }
        let counts = try book.read {
            try IndicatorCount(ServicesReader($0)).counts(of: definition, in: theMonth("2025-P01"))
        }
        #expect(counts == [.national: 1, theLevel("region-06"): 1, theLevel("office-R06"): 1, theLevel("office-MTL"): 1])
    }
}
