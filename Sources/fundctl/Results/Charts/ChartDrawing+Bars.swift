// Lying bars: names at the left, amounts at the right, the axis below.

extension ChartDrawing {
    private static let left = 1900
    private static let right = 6050
    private static let bar = 180

    private var rowHeight: Int {
        chart.arrangement == .stacked ? 320 : max(320, chart.series.count * ChartDrawing.bar + 110)
    }

    var barsHeight: Int { chart.categories.count * rowHeight + 230 }

    func drawBars(from top: Int, into markup: inout Markup) {
        let scale = self.scale
        let bottom = top + chart.categories.count * rowHeight
        for tick in scale.ticks where tick != 0 { drawLine(at: tick, scale, top, bottom, into: &markup) }
        for (index, category) in chart.categories.enumerated() {
            let y = top + index * rowHeight
            markup.lineFeed()
            drawName(category, y: y, into: &markup)
            switch chart.arrangement {
            case .stacked: drawStack(category, y: y, scale, into: &markup)
            case .grouped: drawGroup(category, y: y, scale, into: &markup)
            }
        }
        drawLine(at: 0, scale, top, bottom, into: &markup)
        for tick in scale.ticks {
            label(dollars(tick), x: ChartDrawing.left + scale.position(tick), y: bottom + 170, "middle", into: &markup)
        }
    }

    /// With as many ticks as their amounts have room for.
    private var scale: ChartScale {
        let length = ChartDrawing.right - ChartDrawing.left
        let scale = ChartScale(chart.reach, length: length, parts: 5)
        let widest = scale.ticks.map { DisplayWidth.of(dollars($0)) }.max() ?? 0
        let isTight = (widest + 1) * ChartDrawing.letterWidth * (scale.ticks.count - 1) > length
        return isTight ? ChartScale(chart.reach, length: length, parts: 2) : scale
    }

    private func drawLine(at tick: Int128, _ scale: ChartScale, _ top: Int, _ bottom: Int, into markup: inout Markup) {
        let x = ChartDrawing.left + scale.position(tick)
        line(x1: x, y1: top, x2: x, y2: bottom, isAxis: tick == 0, into: &markup)
    }

    private func drawName(_ category: Chart.Category, y: Int, into markup: inout Markup) {
        let room = (ChartDrawing.left - 100) / ChartDrawing.letterWidth
        let lines = ChartLabel.lines(category.label.text(in: language), width: room, most: 2)
        let first = y + rowHeight / 2 + 40 - (lines.count - 1) * ChartDrawing.line / 2
        for (index, text) in lines.enumerated() {
            label(text, x: ChartDrawing.left - 80, y: first + index * ChartDrawing.line, "end", into: &markup)
        }
    }

    /// Each part ends where the next begins: the last edge is that of the sum.
    private func drawStack(_ category: Chart.Category, y: Int, _ scale: ChartScale, into markup: inout Markup) {
        let top = y + (rowHeight - ChartDrawing.bar) / 2
        for part in ChartStack.parts(category.cents) {
            let from = scale.position(part.from), to = scale.position(part.to)
            rectangle(
                x: ChartDrawing.left + from, y: top, width: to - from, height: ChartDrawing.bar, part.series, of: category,
                into: &markup)
        }
        let sum = money(Int64(clamping: category.sum))
        label(sum, x: ChartDrawing.width, y: y + rowHeight / 2 + 40, "end", into: &markup)
    }

    private func drawGroup(_ category: Chart.Category, y: Int, _ scale: ChartScale, into markup: inout Markup) {
        let first = y + (rowHeight - chart.series.count * ChartDrawing.bar) / 2
        for (series, cents) in category.cents.enumerated() {
            let top = first + series * ChartDrawing.bar
            let from = scale.position(min(Int128(cents), 0)), to = scale.position(max(Int128(cents), 0))
            rectangle(
                x: ChartDrawing.left + from, y: top, width: to - from, height: ChartDrawing.bar - 30, series, of: category,
                into: &markup)
            label(money(cents), x: ChartDrawing.width, y: top + 120, "end", into: &markup)
        }
    }
}
