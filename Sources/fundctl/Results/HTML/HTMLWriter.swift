/// Writes blocks as HTML, one after the other, so that a page larger than memory can be sent on as it is made.
///
///     var writer = HTMLWriter(language: .fr)
///     writer.begin(title)
///     writer.add(block)
///     sink.write(writer.take())
///     writer.end()
struct HTMLWriter {
    let language: Language
    private var markup = Markup()
    /// Titles and charts so far: the first title is the page's, charts have ids.
    private var titles = 0
    private var charts = 0
    /// The last title: the caption of a table that has none of its own.
    private var lastTitle: String

    init(language: Language) {
        self.language = language
        lastTitle = ""
    }

    /// `isWide`: printed across the paper.
    mutating func begin(_ title: Message, isWide: Bool = false) {
        lastTitle = title.text(in: language)
        let words = lastTitle
        markup.doctype()
        markup.begin("html", ["lang": language == .fr ? "fr-CA" : "en-CA"])
        markup.element("head") { head in
            head.void("meta", ["charset": "utf-8"])
            head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            head.element("title", text: words)
            head.element("style", text: HTMLStyle.text(isWide: isWide, foot: words))
        }
        markup.lineFeed()
        markup.begin("body")
        markup.begin("main", ["class": isWide ? "wide" : nil])
        markup.lineFeed()
    }

    mutating func end() {
        for _ in 0..<3 { markup.end() }
        markup.lineFeed()
    }

    /// What was written since the last time.
    mutating func take() -> [UInt8] { markup.take() }

    mutating func add(_ block: TextBlock) {
        switch block {
        case .title(let message): add(title: message.text(in: language))
        case .paragraph(let message): markup.element("p", text: message.text(in: language))
        case .mark(let message): markup.element("p", ["class": "mark"], text: message.text(in: language))
        case .lines(let messages): add(lines: messages)
        case .facts(let facts): add(facts: facts)
        case .table(let table): add(table: table)
        case .chart(let chart): add(chart: chart)
        case .verbatim(let text): markup.element("pre", text: text)
        }
        markup.lineFeed()
    }

    private mutating func add(title: String) {
        titles += 1
        lastTitle = title
        markup.element(titles == 1 ? "h1" : "h2", text: title)
    }

    private mutating func add(lines: [Message]) {
        markup.begin("p")
        for (index, line) in lines.enumerated() {
            if index > 0 { markup.void("br") }
            markup.text(line.text(in: language))
        }
        markup.end()
    }

    private mutating func add(facts: [(label: Message, value: Cell)]) {
        markup.begin("dl")
        for (label, value) in facts {
            markup.lineFeed()
            markup.element("dt", text: label.text(in: language))
            markup.element("dd", text: HTMLWriter.text(value, in: language))
        }
        markup.end()
    }

    private mutating func add(chart: Chart) {
        guard !chart.isEmpty else { return }
        charts += 1
        markup.begin("figure")
        let title = chart.title.text(in: language)
        markup.element("figcaption", ["class": title == lastTitle ? "unseen" : nil], text: title)
        lastTitle = title
        ChartDrawing(chart: chart, language: language, id: "c\(charts)").draw(into: &markup)
        markup.end()
    }

    /// A cell's words; amounts below zero with a minus sign (U+2212), which a hyphen is too short to be.
    static func text(_ cell: Cell, in language: Language) -> String {
        let text = cell.text(in: language)
        switch cell {
        case .amount, .integer: return minus(text)
        case .item(let text, _): return text
        case .message where text.hasPrefix("-") && text.dropFirst().first?.isWholeNumber == true: return minus(text)
        case .text, .message, .blank: return text
        }
    }

    static func minus(_ text: String) -> String { text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text }
}

// MARK: Tables

extension HTMLWriter {
    private mutating func add(table: TextTable) {
        let caption = table.caption?.text(in: language)
        // Wider than a telephone's screen, a table scrolls in a box that the keyboard reaches too.
        markup.begin("div", ["class": "box", "role": "region", "tabindex": "0", "aria-label": caption ?? lastTitle])
        let flexible = table.columns.filter(\.isFlexible).count
        markup.begin("table", ["class": table.columns.count > 7 ? "many" : flexible == 0 && table.columns.count <= 5 ? "narrow" : "few"])
        markup.element("caption", ["class": caption == nil ? "unseen" : nil], text: caption ?? lastTitle)
        markup.begin("thead")
        markup.begin("tr")
        for column in table.columns {
            // One column that wraps takes the room that is left, so that tables below each other are in line.
            let name = column.alignment == .right ? "n" : flexible == 1 && column.isFlexible ? "f" : nil
            markup.element("th", ["scope": "col", "class": name], text: column.heading.text(in: language))
        }
        markup.end()
        markup.end()
        markup.lineFeed()
        add(rows: table.rows, of: table, class: nil)
        add(rows: table.totals, of: table, class: "sum")
        markup.end()
        markup.end()
    }

    private mutating func add(rows: [[Cell]], of table: TextTable, class name: String?) {
        guard !rows.isEmpty else { return }
        markup.begin("tbody", ["class": name])
        for (index, row) in rows.enumerated() {
            let isHead = name == nil && table.heads.contains(index)
            markup.begin("tr", ["class": isHead ? "head" : nil])
            // What heads a group has the room of the blank cells after it.
            let span = isHead ? 1 + row.dropFirst().prefix { $0.isBlank }.count : 1
            for (place, cell) in row.enumerated() where place == 0 || place >= span {
                add(cell: cell, of: table.columns[place], isFirst: place == 0, span: place == 0 ? span : 1)
            }
            markup.end()
            markup.lineFeed()
        }
        markup.end()
    }

    /// The first cell of a row names it.
    private mutating func add(cell: Cell, of column: TextTable.Column, isFirst: Bool, span: Int) {
        let text = HTMLWriter.text(cell, in: language)
        var classes: [String] = []
        if column.alignment == .right { classes.append("n") }
        // Codes and dates stay on one line; what is long wraps, wherever it stands.
        if column.alignment == .left {
            classes.append(!column.isFlexible && DisplayWidth.of(text) <= 24 ? "k" : "w")
        }
        if case .item(_, let depth) = cell, depth > 0 { classes.append("d\(min(depth, 6))") }
        let isName = isFirst && !text.isEmpty
        markup.element(
            isName ? "th" : "td",
            [
                "scope": isName ? "row" : nil, "colspan": span > 1 ? String(span) : nil,
                "class": classes.isEmpty ? nil : classes.joined(separator: " "),
            ], text: text)
    }
}
