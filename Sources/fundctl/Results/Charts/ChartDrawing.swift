/// A chart as inline SVG. Units are tenths of a screen's point: 7 200 across.
struct ChartDrawing {
    static let width = 7200
    /// Of letters, and of a line of them.
    static let letter = 115
    static let line = 140
    /// What a letter takes across, on the average and not less.
    static let letterWidth = 63

    let chart: Chart
    let language: Language
    /// What the ids of its parts begin with.
    let id: String

    func draw(into markup: inout Markup) {
        let legend = self.legend
        let height = legend.height + bodyHeight
        markup.begin(
            "svg",
            [
                "viewBox": "0 0 \(ChartDrawing.width) \(height)", "role": "img", "aria-labelledby": "\(id)-t \(id)-d",
                "font-size": String(ChartDrawing.letter), "fill": "#111111",
            ])
        markup.element("title", ["id": "\(id)-t"], text: chart.title.text(in: language))
        markup.element("desc", ["id": "\(id)-d"], text: description)
        ChartFilling.patterns(chart.series.count, id, into: &markup)
        draw(legend, into: &markup)
        switch chart.form {
        case .bars: drawBars(from: legend.height, into: &markup)
        case .columns: drawColumns(from: legend.height, into: &markup)
        }
        markup.end()
    }

    private var bodyHeight: Int {
        switch chart.form {
        case .bars: barsHeight
        case .columns: columnsHeight
        }
    }

    /// What the chart shows, for those who do not see it; the amounts are in the table.
    private var description: String {
        let names = chart.series.map { $0.text(in: language) }.joined(separator: ", ")
        let count = chart.categories.count
        if chart.unit == .count {
            return Message(
                fr: "\(count, "barre", "barres") : \(names). Les nombres sont dans le tableau qui suit.",
                en: "\(count, "bar", "bars"): \(names). The numbers are in the table that follows."
            ).text(in: language)
        }
        return Message(
            fr: "\(count, "barre", "barres") : \(names). Les montants sont dans le tableau qui suit.",
            en: "\(count, "bar", "bars"): \(names). The amounts are in the table that follows."
        ).text(in: language)
    }

    // MARK: Pieces

    /// One part of a bar, with what it is when pointed at.
    func rectangle(
        x: Int, y: Int, width: Int, height: Int, _ series: Int, of category: Chart.Category, into markup: inout Markup
    ) {
        guard width > 0, height > 0 else { return }
        markup.element(
            "rect",
            [
                "x": String(x), "y": String(y), "width": String(width), "height": String(height),
                "fill": ChartFilling.fill(series, id), "stroke": ChartFilling.ink, "stroke-width": "8",
            ]
        ) { rect in
            let amount = money(category.cents[series])
            let what = [category.label, chart.series[series]].map { $0.text(in: language) }.joined(separator: ", ")
            rect.element("title", text: "\(what)\(language == .fr ? "\u{A0}: " : ": ")\(amount)")
        }
    }

    func label(_ text: String, x: Int, y: Int, _ anchor: String = "start", into markup: inout Markup) {
        markup.element(
            "text", ["x": String(x), "y": String(y), "text-anchor": anchor == "start" ? nil : anchor], text: text)
    }

    func line(x1: Int, y1: Int, x2: Int, y2: Int, isAxis: Bool, into markup: inout Markup) {
        markup.void(
            "line",
            [
                "x1": String(x1), "y1": String(y1), "x2": String(x2), "y2": String(y2),
                "stroke": isAxis ? "#111111" : "#cccccc", "stroke-width": isAxis ? "12" : "6",
            ])
    }

    func money(_ cents: Int64) -> String {
        guard chart.unit == .money else { return whole(Int128(cents)) }
        return HTMLWriter.minus(MoneyFormat.text(cents: cents, in: language))
    }

    /// A tick's whole dollars, or things.
    func dollars(_ cents: Int128) -> String {
        guard chart.unit == .money else { return whole(cents) }
        return HTMLWriter.minus(MoneyFormat.dollars(Int64(clamping: cents / 100), in: language))
    }

    /// A count, of which a chart holds hundredths.
    private func whole(_ hundredths: Int128) -> String {
        HTMLWriter.minus(MoneyFormat.integer(Int64(clamping: hundredths / 100), in: language))
    }

    // MARK: Legend

    private struct Legend {
        var places: [(x: Int, y: Int)] = []
        var height = 0
    }

    /// Names from left to right, on as many lines as they need; none where there is one series.
    private var legend: Legend {
        guard chart.series.count > 1 else { return Legend(height: 60) }
        var legend = Legend()
        var x = 0, y = 0
        for name in chart.series {
            let width = 320 + DisplayWidth.of(name.text(in: language)) * ChartDrawing.letterWidth
            if x > 0, x + width > ChartDrawing.width {
                x = 0
                y += 220
            }
            legend.places.append((x, y))
            x += width + 120
        }
        legend.height = y + 330
        return legend
    }

    private func draw(_ legend: Legend, into markup: inout Markup) {
        for (index, place) in legend.places.enumerated() {
            markup.void(
                "rect",
                [
                    "x": String(place.x + 8), "y": String(place.y + 20), "width": "220", "height": "130",
                    "fill": ChartFilling.fill(index, id), "stroke": ChartFilling.ink, "stroke-width": "8",
                ])
            label(chart.series[index].text(in: language), x: place.x + 290, y: place.y + 125, into: &markup)
        }
    }
}
