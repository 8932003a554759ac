import Testing

@testable import TabularImport

@Suite struct CSVReaderTests {
    struct Trap: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let rows: [[String]]
        var lines: [Int]?
        var format = CSVFormat(lineBreaks: .space)
    }

    static let traps: [Trap] = [
        Trap(testDescription: "no line end at the end", text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
        Trap(testDescription: "LF", text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
        Trap(testDescription: "CRLF", text: "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]]),
        Trap(
            testDescription: "CRLF and LF mixed", text: "a\r\n1\n2\r\n", rows: [["a"], ["1"], ["2"]], lines: [1, 2, 3]),
        Trap(testDescription: "a byte-order mark", text: "\u{FEFF}a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
        Trap(
            testDescription: "blank fields", text: "a,b,c\n,,\n1,,3\n",
            rows: [["a", "b", "c"], ["", "", ""], ["1", "", "3"]]),
        Trap(
            testDescription: "blank lines", text: "\n\r\na,b\n\n1,2\r\n\r\n\n3,4\n\n",
            rows: [["a", "b"], ["1", "2"], ["3", "4"]], lines: [1, 5, 8]),
        Trap(testDescription: "a quoted nothing is a row", text: "a\n\"\"\n", rows: [["a"], [""]]),
        Trap(testDescription: "quoted delimiter", text: "a,b\n\"1,2\",3\n", rows: [["a", "b"], ["1,2", "3"]]),
        Trap(
            testDescription: "doubled quotes", text: "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n",
            rows: [["a", "b"], ["say \"hi\"", "\""]]),
        Trap(
            testDescription: "line breaks made spaces", text: "a,b\n\"x\ny\",\"p\r\nq\rr\"\nz,w\n",
            rows: [["a", "b"], ["x y", "p q r"], ["z", "w"]], lines: [1, 2, 5]),
        Trap(
            testDescription: "a quoted end without line end", text: "a,b\n1,\"2\"", rows: [["a", "b"], ["1", "2"]]),
        Trap(testDescription: "a delimiter at the end", text: "a,b\n1,", rows: [["a", "b"], ["1", ""]]),
        Trap(testDescription: "spaces are kept", text: "a,b\n 1 , 2\n", rows: [["a", "b"], [" 1 ", " 2"]]),
        Trap(
            testDescription: "semicolons", text: "a;b\n1,5;\"x;y\"\n", rows: [["a", "b"], ["1,5", "x;y"]],
            format: CSVFormat(delimiter: .semicolon)),
        Trap(
            testDescription: "tabs", text: "a\tb\n1\t2,3\n", rows: [["a", "b"], ["1", "2,3"]],
            format: CSVFormat(delimiter: .tab)),
        Trap(
            testDescription: "French, Greek and emoji", text: "clé,b\n«été»,Ω😀\n",
            rows: [["clé", "b"], ["«été»", "Ω😀"]]),
        Trap(testDescription: "columns without name", text: "a,,\n1,2,3\n", rows: [["a", "", ""], ["1", "2", "3"]]),
    ]

    @Test("A trap is read for what it is, whatever the pieces it comes in", arguments: CSVReaderTests.traps)
    func readsTrap(_ trap: Trap) throws {
        for pieceLimit in [1, 2, 3, 5, 7, .max] {
            let result = try rows(Array(trap.text.utf8), trap.format, pieceLimit: pieceLimit)
            #expect(result.rows == trap.rows)
            #expect(result.problems == [])
            if let lines = trap.lines { #expect(Array(result.lines.dropFirst()) == Array(lines.dropFirst())) }
        }
    }

    @Test func `random rows come back as they were written, for every size of pieces`() throws {
        var random = SeededGenerator(state: 20_260_401)
        let alphabet = ["a", "7", " ", ",", ";", "\"", "é", "–", "😀", "'", "\n", "\r\n"]
        for round in 1...400 {
            let columns = Int.random(in: 1...6, using: &random)
            let header = (0..<columns).map { "column \($0)" }
            let values = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                (0..<columns).map { _ in
                    (0..<Int.random(in: 0...9, using: &random)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    }.joined()
                }
            }
            let delimiter = [CSVFormat.Delimiter.comma, .semicolon][round % 2]
            let end = round % 3 == 0 ? "\r\n" : "\n"
            let text = ([header] + values).map { row in
                row.map { Self.written($0, delimiter.rawValue, alwaysQuoted: columns == 1 || round % 5 == 0) }
                    .joined(separator: delimiter.rawValue) + end
            }.joined()
            let expected = values.map { $0.map { $0.replacing("\r\n", with: " ").replacing("\n", with: " ") } }
            let format = CSVFormat(delimiter: delimiter, lineBreaks: .space)
            let result = try rows(Array(text.utf8), format, pieceLimit: (round - 1) % 64 + 1)
            #expect(Array(result.rows.dropFirst()) == expected)
            #expect(result.problems == [])
        }
    }

    private static func written(_ value: String, _ delimiter: String, alwaysQuoted: Bool) -> String {
        let quoted = alwaysQuoted || value.contains(delimiter) || value.contains("\"") || value.utf8.contains(0x0A)
        return quoted ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
    }

    @Test func `random bytes are read or refused, alike for every size of pieces`() throws {
        var random = SeededGenerator(state: 7)
        let bytes: [UInt8] = [0x61, 0x2C, 0x22, 0x0A, 0x0D, 0xC3, 0xA9, 0xE2, 0x80, 0xAE, 0x00, 0x09, 0xFF, 0x20]
        for _ in 0..<400 {
            let body = (0..<Int.random(in: 0...60, using: &random)).map { _ in bytes.randomElement(using: &random) ?? 0
            }
            let file = Array("a,b\n".utf8) + body
            let whole = try rows(file)
            for pieceLimit in [1, 3] {
                let result = try rows(file, pieceLimit: pieceLimit)
                #expect(result.rows == whole.rows)
                #expect(result.problems == whole.problems)
            }
        }
    }

    @Test func `a row longer than a chunk is read`() throws {
        let field = String(repeating: "x", count: 60_000)
        let row = Array(repeating: field, count: 16).joined(separator: ",")
        let header = (0..<16).map { "c\($0)" }.joined(separator: ",")
        let text = "\(header)\n" + String(repeating: row + "\n", count: 5)
        let result = try rows(Array(text.utf8), pieceLimit: 1_000)
        #expect(result.rows.count == 6)
        #expect(result.rows.dropFirst().allSatisfy { $0 == Array(repeating: field, count: 16) })
    }

    @Test func `windows-1252 becomes UTF-8`() throws {
        let bytes: [UInt8] = Array("a,b\n".utf8) + [0xE9, 0x74, 0xE9, 0x2C, 0x80, 0x20, 0x93, 0x9C, 0x0A]
        #expect(try rows(bytes, CSVFormat(encoding: .windows1252)).rows[1] == ["été", "€ “œ"])
    }
}
