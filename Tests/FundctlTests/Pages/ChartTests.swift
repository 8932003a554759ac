import Testing

@testable import fundctl

@Suite("Charts")
struct ChartTests {
    private static let names = [
        Message(fr: "Dépensé", en: "Spent"), Message(fr: "Engagé", en: "Committed"), Message(fr: "Réservé", en: "Reserved"),
        Message(fr: "Libre", en: "Free"), Message(fr: "Autre", en: "Other"),
    ]

    private static func chart(
        _ cents: [[Int64]], _ form: Chart.Form = .bars, _ arrangement: Chart.Arrangement = .stacked
    ) -> Chart {
        Chart(
            Message(fr: "Emploi", en: "Use"), form, arrangement, series: Array(names.prefix(cents.first?.count ?? 1)),
            cents.enumerated().map { .init(.verbatim("n \($0.offset)"), $0.element) })
    }

    /// The rectangles of bars, each with the words that tell it.
    private static func rectangles(_ chart: Chart) throws -> [(x: Int, y: Int, width: Int, height: Int, title: String)] {
        var markup = Markup()
        ChartDrawing(chart: chart, language: .en, id: "c1").draw(into: &markup)
        let elements = try #require(PageReader.read(markup.take()))
        return zip(elements, elements.dropFirst()).compactMap { rect, title in
            guard rect.name == "rect", title.name == "title" else { return nil }
            let numbers = ["x", "y", "width", "height"].map { Int(rect.attributes[$0] ?? "") ?? -1 }
            return (numbers[0], numbers[1], numbers[2], numbers[3], title.text)
        }
    }

    private static func random(_ seed: UInt64, series: Int) -> [[Int64]] {
        var state = seed
        func next() -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33)
        }
        return (0..<Int(1 + next() % 12)).map { _ in
            (0..<series).map { _ in next() % 5 == 0 ? 0 : next() % 900_000_000 - (next() % 4 == 0 ? 400_000_000 : 0) }
        }
    }

    @Test func aScaleHoldsItsAmountsInRoundSteps() {
        let scale = ChartScale((0, 85_000_000_00), length: 4000, parts: 5)
        #expect(scale.ticks == [0, 2_000_000_000, 4_000_000_000, 6_000_000_000, 8_000_000_000, 10_000_000_000])
        #expect(scale.position(0) == 0 && scale.position(scale.high) == 4000)
        let below = ChartScale((-20_000_025, 45_000_000), length: 1900)
        #expect(below.ticks == [-40_000_000, -20_000_000, 0, 20_000_000, 40_000_000, 60_000_000])
        // A little below zero has no step of its own.
        let little = ChartScale((-825_040, 1_800_000_000), length: 1900)
        #expect(little.ticks == [0, 500_000_000, 1_000_000_000, 1_500_000_000, 2_000_000_000] && little.low == -825_040)
        #expect(little.position(-825_040) == 0 && little.position(2_000_000_000) == 1900)
        #expect(ChartScale((0, 0), length: 10).ticks == [0, 100])
        #expect(ChartScale((0, 1), length: 10).high == 100)
        let whole = ChartScale((Int128(Int64.min) * 4, Int128(Int64.max) * 4), length: 4000)
        #expect(whole.low <= Int128(Int64.min) * 4 && whole.high >= Int128(Int64.max) * 4)
        #expect(whole.position(whole.high) == 4000)
    }

    @Test(arguments: 1...200)
    func theSumsOfBarsAreTheTotals(seed: UInt64) throws {
        let cents = Self.random(seed, series: Int(1 + seed % 5))
        let chart = Self.chart(cents)
        let rectangles = try Self.rectangles(chart)
        // Every amount that is not zero is told once, in words, and they are those of the table.
        let told = rectangles.map(\.title)
        let scale = ChartScale(chart.reach, length: 4150, parts: 5)
        for (index, category) in chart.categories.enumerated() {
            let parts = ChartStack.parts(category.cents)
            #expect(parts.reduce(0) { $0 + ($1.to - $1.from) } == category.cents.reduce(0) { $0 + Int128($1.magnitude) })
            #expect(parts.filter { $0.to > 0 }.last?.to ?? 0 == category.cents.reduce(0) { $0 + Int128(max($1, 0)) })
            for part in parts where scale.position(part.to) > scale.position(part.from) {
                let words = "n \(index), \(Self.names[part.series].en.text(in: .en)): "
                    + HTMLWriter.minus(MoneyFormat.text(cents: category.cents[part.series], in: .en))
                #expect(told.filter { $0 == words }.count == 1, "\(words)")
            }
        }
        // Drawn, the parts of a bar follow each other without a gap.
        for row in Dictionary(grouping: rectangles, by: \.y).values {
            let edges = row.sorted { $0.x < $1.x }
            for (left, right) in zip(edges, edges.dropFirst()) { #expect(left.x + left.width == right.x) }
        }
    }

    @Test func theLastEdgeOfABarIsThatOfItsSum() throws {
        let chart = Self.chart([[333, 333, 334], [100, 0, 0]].map { $0.map { $0 * 100 } })
        let rectangles = try Self.rectangles(chart)
        let first = rectangles.filter { $0.title.hasPrefix("n 0") }
        let scale = ChartScale(chart.reach, length: 4150, parts: 5)
        #expect(first.count == 3)
        #expect(try #require(first.last).x + (first.last?.width ?? 0) == 1900 + scale.position(100_000))
    }

    @Test func columnsBelowZeroHangFromTheAxis() throws {
        let rectangles = try Self.rectangles(Self.chart([[50_000], [-20_000]], .columns))
        #expect(rectangles.count == 2)
        #expect(rectangles[0].y + rectangles[0].height == rectangles[1].y)
        #expect(rectangles[1].title == "n 1, Spent: \u{2212}$200.00")
    }

    @Test(arguments: [Chart.Form.bars, .columns])
    func groupedSeriesStandSideBySide(form: Chart.Form) throws {
        let rectangles = try Self.rectangles(Self.chart([[100_00, 200_00], [300_00, -50_00]], form, .grouped))
        #expect(rectangles.map(\.title) == [
            "n 0, Spent: $100.00", "n 0, Committed: $200.00", "n 1, Spent: $300.00", "n 1, Committed: \u{2212}$50.00",
        ])
    }

    @Test func theLargestKeepTheirPlacesAndTheOthersAreTakenTogether() {
        let chart = Self.chart([[1], [-50], [2], [40], [3]]).limited(to: 3) { Message(fr: "\($0) autres", en: "\($0) others") }
        #expect(chart.categories.map { $0.label.text(in: .en) } == ["n 1", "n 3", "3 others"])
        #expect(chart.categories.map(\.cents) == [[-50], [40], [6]])
        #expect(Self.chart([[1], [2]]).limited(to: 2) { _ in .verbatim("") }.categories.count == 2)
    }

    @Test func theLargestAmountsAreDrawnToo() throws {
        let chart = Self.chart([[Int64.max, Int64.max, Int64.max], [Int64.min, 0, Int64.min]])
        #expect(try Self.rectangles(chart).count == 5)
        #expect(Self.chart([[0, 0], [0, 0]]).isEmpty)
        #expect(!Self.chart([[0, 0], [0, -1]]).isEmpty)
    }

    @Test func longNamesTakeTwoLinesAndAreCut() {
        #expect(ChartLabel.lines("Formation, Gaspésie–Îles-de-la-Madeleine", width: 24, most: 2) == ["Formation, Gaspésie–", "Îles-de-la-Madeleine"])
        #expect(ChartLabel.lines("Un nom beaucoup trop long pour sa place", width: 10, most: 2) == ["Un nom", "beaucoup …"])
        #expect(ChartLabel.lines(String(repeating: "x", count: 30), width: 8, most: 2) == ["xxxxxxx…"])
        #expect(ChartLabel.lines("", width: 8, most: 2) == [])
    }
}
