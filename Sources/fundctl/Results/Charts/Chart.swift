/// Amounts that people would rather look at. The table under it has the same numbers: text shows the table alone.
struct Chart: Sendable {
    enum Form: Sendable {
        /// Lying, one below the other, each with its name: envelopes, regions.
        case bars
        /// Standing side by side: months, years, ages.
        case columns
    }

    enum Arrangement: Sendable {
        /// The series of a category one on the other: their sum is told too.
        case stacked
        /// The series of a category side by side.
        case grouped
    }

    /// What its numbers are of.
    enum Unit: Sendable {
        case money
        /// Whole things: firms, agreements.
        case count
    }

    struct Category: Sendable {
        let label: Message
        /// Cents, one for each series; of a count, hundredths.
        let cents: [Int64]

        init(_ label: Message, _ cents: [Int64]) {
            self.label = label
            self.cents = cents
        }

        /// Whole things, for a chart of them.
        init(_ label: Message, counts: [Int64]) {
            self.init(label, counts.map { Int64(clamping: Int128($0) * 100) })
        }

        /// Wider than 64 bits: no sum of cents leaves it.
        var sum: Int128 { cents.reduce(0) { $0 + Int128($1) } }
    }

    let title: Message
    let form: Form
    let arrangement: Arrangement
    /// At most as many as there are fillings.
    let series: [Message]
    let categories: [Category]
    let unit: Unit

    init(
        _ title: Message, _ form: Form, _ arrangement: Arrangement = .stacked, of unit: Unit = .money, series: [Message],
        _ categories: [Category]
    ) {
        precondition(categories.allSatisfy { $0.cents.count == series.count }, "a category has an amount of each series")
        precondition((1...ChartFilling.most).contains(series.count), "each series has a filling of its own")
        self.title = title
        self.form = form
        self.arrangement = arrangement
        self.series = series
        self.categories = categories
        self.unit = unit
    }

    /// Nothing to be seen.
    var isEmpty: Bool { categories.allSatisfy { $0.cents.allSatisfy { $0 == 0 } } }

    /// The least and the most that a bar reaches; zero is always between them.
    var reach: (least: Int128, most: Int128) {
        var least: Int128 = 0, most: Int128 = 0
        for category in categories {
            let cents = category.cents.map { Int128($0) }
            switch arrangement {
            case .stacked:
                least = min(least, cents.reduce(0) { $0 + min($1, 0) })
                most = max(most, cents.reduce(0) { $0 + max($1, 0) })
            case .grouped:
                least = min(least, cents.min() ?? 0)
                most = max(most, cents.max() ?? 0)
            }
        }
        return (least, most)
    }

    /// At most so many categories: the largest keep their places, the others are taken together, last. Sums stay.
    func limited(to most: Int, others: (Int) -> Message) -> Chart {
        guard categories.count > most, most > 1 else { return self }
        let order = categories.indices.sorted { categories[$0].size > categories[$1].size }
        let kept = Set(order.prefix(most - 1))
        var rest = [Int128](repeating: 0, count: series.count)
        for index in categories.indices where !kept.contains(index) {
            for (place, cents) in categories[index].cents.enumerated() { rest[place] += Int128(cents) }
        }
        let last = Category(others(categories.count - kept.count), rest.map { Int64(clamping: $0) })
        return Chart(
            title, form, arrangement, of: unit, series: series,
            categories.indices.filter(kept.contains).map { categories[$0] } + [last])
    }
}

extension Chart.Category {
    /// How much there is to be seen of it.
    fileprivate var size: Int128 { cents.reduce(0) { $0 + Int128($1.magnitude) } }
}
