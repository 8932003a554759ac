/// Sets blocks as text: widths counted as a terminal shows them, amounts right-aligned, colour never the only sign.
struct TextWriter {
    let language: Language
    /// The terminal's width; nil for files and pipes, where nothing is cut.
    let columns: Int?
    let style: Style

    func text(_ blocks: [TextBlock]) -> String {
        blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// One block, each line ended.
    private func text(_ block: TextBlock) -> String {
        switch block {
        case .title(let message): return style.bold(message.text(in: language)) + "\n"
        case .paragraph(let message), .mark(let message): return message.text(in: language) + "\n"
        case .chart: return ""
        case .lines(let messages): return messages.map { $0.text(in: language) + "\n" }.joined()
        case .facts(let facts): return text(facts: facts)
        case .table(let table): return text(table: table)
        case .verbatim(let text): return text.isEmpty || text.utf8.last == 0x0A ? text : text + "\n"
        }
    }

    private func text(facts: [(label: Message, value: Cell)]) -> String {
        let colon = Typographer.set(" :", in: .fr)
        let labels = facts.map { $0.label.text(in: language) + (language == .fr ? colon : ":") }
        let width = labels.map(DisplayWidth.of).max() ?? 0
        return zip(labels, facts).map { label, fact in
            let value = fact.value.text(in: language)
            return value.isEmpty ? label + "\n" : label + spaces(width - DisplayWidth.of(label) + 1) + value + "\n"
        }.joined()
    }

    private func text(table: TextTable) -> String {
        let headings = table.columns.map { $0.heading.text(in: language) }
        let rows = table.rows.map { $0.map { $0.text(in: language) } }
        let totals = table.totals.map { $0.map { $0.text(in: language) } }
        var widths = headings.map(DisplayWidth.of)
        for row in rows + totals {
            precondition(row.count == widths.count, "a row has as many cells as the table has columns")
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
        }
        narrow(&widths, table.columns)
        var result = ""
        append(headings, to: &result, widths, table.columns, bold: true)
        appendRule(to: &result, widths)
        for (index, row) in rows.enumerated() {
            append(row, to: &result, widths, table.columns, bold: table.heads.contains(index))
        }
        if !totals.isEmpty { appendRule(to: &result, widths) }
        for row in totals { append(row, to: &result, widths, table.columns) }
        return result
    }

    private func narrow(_ widths: inout [Int], _ columns: [TextTable.Column]) {
        guard let available = self.columns else { return }
        let total = widths.reduce(0, +) + 2 * (widths.count - 1)
        guard total > available, let flexible = columns.firstIndex(where: \.isFlexible) else { return }
        widths[flexible] = max(min(widths[flexible], 8), widths[flexible] - (total - available))
    }

    private func append(
        _ cells: [String], to result: inout String, _ widths: [Int], _ columns: [TextTable.Column], bold: Bool = false
    ) {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let shown = DisplayWidth.cut(cell, to: widths[index])
            let padding = spaces(widths[index] - DisplayWidth.of(shown))
            if index > 0 { line += "  " }
            line += columns[index].alignment == .right ? padding + shown : shown + padding
        }
        while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
        result += (bold ? style.bold(line) : line) + "\n"
    }

    private func appendRule(to result: inout String, _ widths: [Int]) {
        result += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

/// Colour, where it is allowed. It only repeats what the words say.
struct Style: Sendable {
    let isColoured: Bool

    func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func alert(_ text: String) -> String { isColoured ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }
}
