/// Blocks of text as one page of HTML that stands alone: no script, nothing loaded, made to be printed.
struct HTMLPage {
    let title: Message
    let blocks: [TextBlock]
    let language: Language

    var bytes: [UInt8] {
        let lines = [
            "<!DOCTYPE html>", "<html lang=\"\(language == .fr ? "fr-CA" : "en-CA")\">", "<head>",
            "<meta charset=\"utf-8\">", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(HTMLPage.escape(title.text(in: language)))</title>", "<style>\(HTMLPage.style)</style>", "</head>",
            "<body>", "<main>",
        ]
        let end = ["</main>", "</body>", "</html>", ""]
        return Array((lines + blocks.map(html) + end).joined(separator: "\n").utf8)
    }

    private func html(_ block: TextBlock) -> String {
        switch block {
        case .title(let message): "<h1>\(words(message))</h1>"
        case .paragraph(let message): "<p>\(words(message))</p>"
        case .lines(let messages): "<p>\(messages.map(words).joined(separator: "<br>\n"))</p>"
        case .facts(let facts): html(facts)
        case .table(let table): html(table)
        case .verbatim(let text): "<pre>\(HTMLPage.escape(text))</pre>"
        }
    }

    private func html(_ facts: [(label: Message, value: Cell)]) -> String {
        let rows = facts.map { label, value in
            "<dt>\(words(label))</dt><dd>\(HTMLPage.escape(value.text(in: language)))</dd>"
        }
        return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
    }

    private func html(_ table: TextTable) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            let inner = zip(cells, table.columns).map { cell, column in
                let side = column.alignment == .right ? " class=\"n\"" : ""
                return "<\(tag)\(side)>\(HTMLPage.escape(cell))</\(tag)>"
            }
            return "<tr>\(inner.joined())</tr>"
        }
        let head = row(table.columns.map { $0.heading.text(in: language) }, "th")
        let body = (table.rows + table.totals).map { row($0.map { $0.text(in: language) }, "td") }
        return "<table>\n<thead>\(head)</thead>\n<tbody>\n\(body.joined(separator: "\n"))\n</tbody>\n</table>"
    }

    private func words(_ message: Message) -> String { HTMLPage.escape(message.text(in: language)) }

    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let style = """
        body{font:11pt/1.45 system-ui,sans-serif;color:#111;background:#fff;margin:0}\
        main{max-width:48rem;margin:0 auto;padding:1.5rem}h1{font-size:1.35rem;margin:0 0 .8rem}\
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:1rem 0}\
        dt{color:#444}dd{margin:0;overflow-wrap:anywhere}\
        table{border-collapse:collapse;width:100%;margin:1rem 0}\
        th,td{text-align:left;padding:.2rem .5rem;border-bottom:1px solid #bbb}.n{text-align:right;white-space:nowrap}\
        pre{font:8.5pt/1.35 monospace;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #bbb;padding:.6rem}\
        @media print{main{padding:0;max-width:none}@page{margin:15mm}}
        """
}
