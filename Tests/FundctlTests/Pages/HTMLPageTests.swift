import Testing

@testable import fundctl

@Suite("Pages of HTML")
struct HTMLPageTests {
    private static let table = TextTable(
        [
            .left(Message(fr: "Enveloppe", en: "Envelope")), .left(Message(fr: "Nom", en: "Name"), flexible: true),
            .right(Message(fr: "Solde", en: "Balance")),
        ],
        rows: [
            [.text("06"), .blank, .amount(123_456)], [.item("FORM-06", depth: 1), "Cégep <Édouard> & \"fils\"", .amount(-5)],
        ],
        totals: [[.message(Message(fr: "Total", en: "Total")), .blank, .amount(123_451)]],
        caption: Message(fr: "Les enveloppes", en: "The envelopes"), heads: [0])

    private static let chart = Chart(
        Message(fr: "Emploi", en: "Use"), .bars,
        series: [Message(fr: "Dépensé", en: "Spent"), Message(fr: "Engagé", en: "Committed")],
        [.init(.verbatim("Cégep <Édouard> & \"fils\""), [100_000, 23_456])])

    private static func page(_ language: Language, _ blocks: [TextBlock] = []) -> String {
        let title = Message(fr: "Budget du fonds : essai", en: "Budget of the fund: trial")
        let all: [TextBlock] = [
            .title(title), .facts([(Message(fr: "Livre", en: "Book"), .text("a.example/livre"))]),
            .mark(Message(fr: "Règles illustratives", en: "Illustrative rules")), .chart(chart), .table(table),
            .lines([Message(fr: "Une ligne : \(cents: -250_000)", en: "A line: \(cents: -250_000)"), .verbatim("b & c")]),
        ]
        return String(decoding: HTMLPage(title: title, blocks: all + blocks, language: language).bytes, as: UTF8.self)
    }

    @Test(arguments: Language.allCases)
    func aPageIsWellFormedAndStandsAlone(language: Language) throws {
        let page = Self.page(language)
        let elements = try #require(PageReader.read(Array(page.utf8)))
        #expect(!elements.contains { ["script", "link", "img", "iframe", "object"].contains($0.name) })
        for word in ["http", "url(h", "@import", "src="] { #expect(!page.contains(word), "\(word)") }
        let style = try #require(elements.first { $0.name == "style" })
        // A style sheet is not unescaped by browsers: what would be escaped may not be in it.
        #expect(!style.text.contains { "<>&\"".contains($0) })
        #expect(elements.first?.attributes["lang"] == (language == .fr ? "fr-CA" : "en-CA"))
        #expect(elements.filter { $0.name == "h1" }.count == 1)
        let ids = elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
    }

    @Test func tablesTellThoseWhoHearThem() throws {
        let elements = try #require(PageReader.read(Array(Self.page(.fr, [.table(Self.table)]).utf8)))
        let tables = elements.filter { $0.name == "table" }.count
        #expect(elements.filter { $0.name == "caption" && $0.text == "Les enveloppes" }.count == tables)
        #expect(elements.filter { $0.attributes["scope"] == "col" }.count == 3 * tables)
        #expect(elements.filter { $0.attributes["scope"] == "row" }.map(\.text).prefix(3) == ["06", "FORM-06", "Total"])
        let svg = try #require(elements.first { $0.name == "svg" })
        #expect(svg.attributes["role"] == "img")
        for id in svg.attributes["aria-labelledby"]?.split(separator: " ") ?? [] {
            #expect(elements.contains { $0.attributes["id"] == String(id) && !$0.text.isEmpty })
        }
    }

    @Test func namesAreTextWhereverTheyStand() throws {
        let page = Self.page(.en)
        #expect(page.contains("C\u{E9}gep &lt;\u{C9}douard&gt; &amp; &quot;fils&quot;"))
        #expect(!page.contains("<\u{C9}douard>"))
        let hostile = Self.page(.en, [.title(.verbatim("</style><script>alert('x')</script>")), .verbatim("\u{1}\u{7F}]]>")])
        #expect(PageReader.read(Array(hostile.utf8)) != nil)
        #expect(!hostile.contains("<script"))
        let title = Message(fr: "'</style>\\<script>&", en: "'</style>\\<script>&")
        let headed = HTMLPage(title: title, blocks: [], language: .fr).bytes
        let elements = try #require(PageReader.read(headed))
        #expect(elements.first { $0.name == "title" }?.text == "'</style>\\<script>&")
        #expect(elements.first { $0.name == "style" }?.text.contains("content:'\\27 \\3c /style\\3e \\5c \\3c script\\3e \\26 '") == true)
    }

    @Test func frenchHasItsNoBreakSpacesAndAmountsTheirMinus() {
        let page = Self.page(.fr)
        let nb = "\u{A0}"
        #expect(page.contains("<h1>Budget du fonds\(nb): essai</h1>"))
        #expect(page.contains(">1\(nb)234,56\(nb)$</td>"))
        #expect(page.contains(">\u{2212}0,05\(nb)$</td>"))
        #expect(page.contains("Dépensé\(nb): 1\(nb)000,00\(nb)$</title>"))
        #expect(Self.page(.en).contains("<h1>Budget of the fund: trial</h1>"))
    }

    @Test func theTextHasNoChartAndTheHeadsOfGroupsAreBold() {
        func text(_ isColoured: Bool) -> String {
            TextWriter(language: .en, columns: nil, style: Style(isColoured: isColoured)).text([.chart(Self.chart), .table(Self.table)])
        }
        #expect(text(false).hasPrefix("Envelope"))
        #expect(text(false).contains("\n  FORM-06  C"))
        #expect(text(true).contains("\u{1B}[1m06"))
    }
}
