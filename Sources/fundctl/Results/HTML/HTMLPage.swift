/// Blocks as one page of HTML that stands alone: no script, nothing loaded, made to be printed.
struct HTMLPage {
    let title: Message
    let blocks: [TextBlock]
    let language: Language

    var bytes: [UInt8] {
        var writer = HTMLWriter(language: language)
        writer.begin(title, isWide: blocks.contains(where: \.isWide))
        for block in blocks { writer.add(block) }
        writer.end()
        return writer.take()
    }
}

extension TextBlock {
    /// Whether it asks for a page printed across: a table of seven columns or more.
    var isWide: Bool {
        if case .table(let table) = self { table.columns.count >= 7 } else { false }
    }
}
