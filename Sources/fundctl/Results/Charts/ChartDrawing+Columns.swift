// Standing columns: the axis at the left, names below.

extension ChartDrawing {
    private static let left = 1250
    private static let plot = 1900
    private static let head = 160
    var columnsHeight: Int { ChartDrawing.head + ChartDrawing.plot + 240 + (namesNeedTwoLines ? ChartDrawing.line : 0) }

    private var namesNeedTwoLines: Bool { chart.categories.contains { names($0).count > 1 } }

    private var slot: Int { (ChartDrawing.width - ChartDrawing.left) / max(chart.categories.count, 1) }

    func drawColumns(from top: Int, into markup: inout Markup) {
        let top = top + ChartDrawing.head
        let scale = ChartScale(chart.reach, length: ChartDrawing.plot)
        for tick in scale.ticks {
            let y = top + ChartDrawing.plot - scale.position(tick)
            line(x1: ChartDrawing.left, y1: y, x2: ChartDrawing.width, y2: y, isAxis: tick == 0, into: &markup)
            label(dollars(tick), x: ChartDrawing.left - 80, y: y + 40, "end", into: &markup)
        }
        for (index, category) in chart.categories.enumerated() {
            let x = ChartDrawing.left + index * slot
            markup.lineFeed()
            switch chart.arrangement {
            case .stacked: drawStack(category, x: x, top: top, scale, into: &markup)
            case .grouped: drawGroup(category, x: x, top: top, scale, into: &markup)
            }
            drawName(category, x: x, y: top + ChartDrawing.plot + 190, into: &markup)
        }
    }

    private func drawName(_ category: Chart.Category, x: Int, y: Int, into markup: inout Markup) {
        for (index, text) in names(category).enumerated() {
            label(text, x: x + slot / 2, y: y + index * ChartDrawing.line, "middle", into: &markup)
        }
    }

    private func names(_ category: Chart.Category) -> [String] {
        let room = max(slot / ChartDrawing.letterWidth, 4)
        return ChartLabel.lines(category.label.text(in: language), width: room, most: 2)
    }

    private func drawStack(_ category: Chart.Category, x: Int, top: Int, _ scale: ChartScale, into markup: inout Markup) {
        let width = min(slot * 6 / 10, 700)
        let base = top + ChartDrawing.plot
        var highest = scale.position(0)
        for part in ChartStack.parts(category.cents) {
            let from = scale.position(part.from), to = scale.position(part.to)
            highest = max(highest, to)
            rectangle(
                x: x + (slot - width) / 2, y: base - to, width: width, height: to - from, part.series, of: category,
                into: &markup)
        }
        let sum = money(Int64(clamping: category.sum))
        guard category.sum != 0, DisplayWidth.of(sum) * ChartDrawing.letterWidth <= slot else { return }
        label(sum, x: x + slot / 2, y: base - highest - 60, "middle", into: &markup)
    }

    private func drawGroup(_ category: Chart.Category, x: Int, top: Int, _ scale: ChartScale, into markup: inout Markup) {
        let width = min(slot * 8 / 10 / chart.series.count, 500)
        let first = x + (slot - width * chart.series.count) / 2
        for (series, cents) in category.cents.enumerated() {
            let from = scale.position(min(Int128(cents), 0)), to = scale.position(max(Int128(cents), 0))
            rectangle(
                x: first + series * width, y: top + ChartDrawing.plot - to, width: width - 10, height: to - from, series,
                of: category, into: &markup)
        }
    }
}

/// The parts of a stack, in cents: what is above zero upwards, what is below it downwards.
enum ChartStack {
    struct Part: Equatable {
        let series: Int
        let from: Int128
        let to: Int128
    }

    static func parts(_ cents: [Int64]) -> [Part] {
        var up: Int128 = 0, down: Int128 = 0
        return cents.enumerated().compactMap { series, cents in
            let amount = Int128(cents)
            if amount > 0 {
                up += amount
                return Part(series: series, from: up - amount, to: up)
            }
            guard amount < 0 else { return nil }
            down += amount
            return Part(series: series, from: down, to: down - amount)
        }
    }
}
