import Testing

@testable import fundctl

@Suite("Results")
struct ResultTests {
    private func text(_ blocks: [TextBlock], _ language: Language = .fr, columns: Int? = nil) -> String {
        TextWriter(language: language, columns: columns, style: Style(isColoured: false)).text(blocks)
    }

    private let balance = TextTable(
        [
            .left(Message(fr: "Compte", en: "Account")), .left(Message(fr: "Libellé", en: "Name"), flexible: true),
            .right(Message(fr: "Solde", en: "Balance")),
        ],
        rows: [
            ["1000", .text("Encaisse"), .amount(123_456)],
            ["2000", .text("De\u{301}biteurs 日本"), .amount(-5)],
            ["3000", .blank, .blank],
        ],
        totals: [[.blank, .message(Message(fr: "Total", en: "Total")), .amount(123_451)]])

    @Test func amountsAreRightAlignedAndWidthsAreThoseOfTheScreen() {
        let nb = "\u{A0}"
        #expect(
            text([.table(balance)]) == """
                Compte  Libellé              Solde
                ------  --------------  ----------
                1000    Encaisse        1\(nb)234,56\(nb)$
                2000    De\u{301}biteurs 日本     -0,05\(nb)$
                3000
                ------  --------------  ----------
                        Total           1\(nb)234,51\(nb)$

                """)
    }

    @Test func aNarrowTerminalCutsTheFlexibleColumnOnly() {
        let lines = text([.table(balance)], .en, columns: 30).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 30 })
        #expect(lines[2].hasSuffix("$1,234.56"))
        #expect(lines[3].contains("…"))
    }

    @Test func factsAreAlignedAndPunctuatedByLanguage() {
        let facts: TextBlock = .facts([
            (Message(fr: "Clé", en: "Key"), .text("marie")), (Message(fr: "Dossier", en: "Folder"), .text("a/b")),
        ])
        #expect(text([facts]) == "Clé\u{A0}:     marie\nDossier\u{A0}: a/b\n")
        #expect(text([facts], .en) == "Key:    marie\nFolder: a/b\n")
    }

    @Test func jsonKeepsItsOrderAndARowIsALine() {
        let value: JSONValue = [
            "schema": "fundctl/x/v1", "amount": .amount(cents: -250_000), "rows": [["id": "b", "n": 2], ["id": "a", "n": 1]],
            "none": nil, "empty": [], "text": .string("a \"b\" \\ \n\u{1} é"), "deep": ["a": ["b": ["c": true]]],
        ]
        #expect(
            String(decoding: value.text, as: UTF8.self) == """
                {
                  "schema": "fundctl/x/v1",
                  "amount": "-2500.00",
                  "rows": [
                    {"id": "b", "n": 2},
                    {"id": "a", "n": 1}
                  ],
                  "none": null,
                  "empty": [],
                  "text": "a \\"b\\" \\\\ \\n\\u0001 é",
                  "deep": {
                    "a": {"b": {"c": true}}
                  }
                }

                """)
    }

    @Test func csvQuotesWhatItMust() {
        let table = CSVTable(columns: ["a", "b"], rows: [["1,5", "x \"y\""], ["l\nm", "é"]])
        #expect(String(decoding: table.text, as: UTF8.self) == "a,b\n\"1,5\",\"x \"\"y\"\"\"\n\"l\nm\",é\n")
    }

    @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👩‍👩‍👧", 2), ("1\u{A0}000", 5), ("", 0)])
    func widthIsThatOfTheScreen(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
