import AuditTrail
import Foundation
import Testing

@Suite struct CanonicalWriterTests {
    private func line(_ build: (inout CanonicalWriter) throws -> Void) throws -> String {
        var writer = CanonicalWriter()
        try build(&writer)
        return String(decoding: try writer.finishedLine(), as: UTF8.self)
    }

    /// The content of a string as it is written.
    private func written(_ text: String) throws -> [UInt8] {
        let line = try line {
            $0.beginObject()
            $0.name("a")
            try $0.string(text)
            $0.endObject()
        }
        return Array(line.utf8.dropFirst(6).dropLast(2))
    }

    @Test func `members, arrays and objects get their commas and colons`() throws {
        let line = try line {
            $0.beginObject()
            $0.name("amount_cents")
            $0.integer(-12)
            $0.name("lines")
            $0.beginArray()
            $0.beginObject()
            $0.endObject()
            try $0.string("x")
            $0.beginArray()
            $0.integer(0)
            $0.integer(1)
            $0.endArray()
            $0.endArray()
            $0.name("memo")
            try $0.string("")
            $0.endObject()
        }
        #expect(line == #"{"amount_cents":"-12","lines":[{},"x",["0","1"]],"memo":""}"#)
    }

    @Test func `a buffer is used again after clear, also in the middle of a line`() throws {
        var writer = CanonicalWriter(capacity: 1)
        writer.beginObject()
        writer.name("z")
        writer.beginArray()
        writer.clear()
        for _ in 0..<2 {
            writer.clear()
            writer.beginObject()
            writer.name("a")
            writer.integer(7)
            writer.endObject()
            #expect(try writer.withLine { String(decoding: $0, as: UTF8.self) } == #"{"a":"7"}"#)
        }
    }

    @Test func `integers are written in their one spelling`() throws {
        for value in [0, 1, -1, 9, 10, 99, 100, -1250, 999_999_999_999_999_999, 1_000_000_000_000_000_000, .max, .min] {
            let line = try line {
                $0.beginObject()
                $0.name("a")
                $0.integer(Int64(value))
                $0.endObject()
            }
            #expect(line == "{\"a\":\"\(value)\"}")
        }
    }

    @Test(arguments: 0...40)
    func `a mark is escaped, and a control refused, wherever it lies`(place: Int) throws {
        let before = String(repeating: "x", count: place)
        #expect(try written(before + "\"\\" + "yyyyyyyyyyyy") == Array((before + #"\"\\"# + "yyyyyyyyyyyy").utf8))
        #expect(try written(before + "\"") == Array((before + "\\\"").utf8))
        for (control, label) in [("\n", "U+000A"), ("\u{7F}", "U+007F"), ("\u{0}", "U+0000")] {
            let error = #expect(throws: AuditError.self) { try written(before + control + "yyyyyyyyyyyy") }
            #expect(
                error
                    == AuditError(.textForbiddenCodePoint, ["code_point": label, "position": String(place + 1)]))
        }
    }

    @Test func `the position of a refused code point counts code points, not bytes`() throws {
        let error = #expect(throws: AuditError.self) { try written("été e\u{301}\u{10FFFF}") }
        #expect(error?.parameters == ["code_point": "U+10FFFF", "position": "7"])
    }

    @Test func `text is put into NFC`() throws {
        #expect(try written("e\u{301}te\u{301}") == Array("\u{E9}t\u{E9}".utf8))
        #expect(try written("\u{212B}") == [0xC3, 0x85])
        #expect(try written("\u{1112}\u{1161}\u{11AB}") == Array("\u{D55C}".utf8))
        #expect(try written("a\u{323}\u{302}") == Array("\u{1EAD}".utf8))
        #expect(try written("\"e\u{301}\\") == Array("\\\"\u{E9}\\\\".utf8))
        #expect(try written("\u{2000}") == [0xE2, 0x80, 0x82])
    }

    @Test func `bytes of a text are put into NFC too`() throws {
        var writer = CanonicalWriter()
        writer.beginObject()
        writer.name("a")
        try Array("e\u{301}".utf8).withUnsafeBytes { try writer.string(utf8: $0) }
        writer.endObject()
        #expect(try writer.finishedLine() == Array("{\"a\":\"\u{E9}\"}".utf8))
    }

    @Test func `text that was read goes out as it stands`() throws {
        let line = Array("{\"a\":\"e\u{301}\"}".utf8)
        #expect(try CanonicalScanner.scan(line).line() == line)
        let composed: CanonicalObject = ["a": .text("e\u{301}")]
        #expect(try composed.line() == [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xC3, 0xA9, 0x22, 0x7D])
    }

    @Test func `bytes that are not UTF-8 are refused where they begin`() throws {
        for (bytes, offset) in [([0x61, 0xFF], "1"), ([0xC3, 0xA9, 0xED, 0xA0, 0x80], "2"), ([0xE2, 0x80], "0")] {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.name("a")
            let error = #expect(throws: AuditError.self) {
                try bytes.map(UInt8.init).withUnsafeBytes { try writer.string(utf8: $0) }
            }
            #expect(error == AuditError(.textNotUTF8, ["offset": offset]))
        }
    }

    @Test func `a line of 1 MiB is written and one of a byte more is refused`() throws {
        let full: CanonicalObject = ["a": .string(String(repeating: "x", count: 1_048_568))]
        #expect(try full.line().count == 1_048_576)
        let over: CanonicalObject = ["a": .string(String(repeating: "x", count: 1_048_569))]
        let error = #expect(throws: AuditError.self) { try over.line() }
        #expect(error == AuditError(.recordTooLong, ["length_bytes": "1048577", "limit_bytes": "1048576"]))
    }

    @Test func `composing never makes a code point that records refuse, and what needs no composing does not change`() {
        // The blocks that hold what NFC changes, for single code points.
        let blocks: [ClosedRange<UInt32>] = [
            0...0x30FF, 0xF900...0xFFFF, 0x1_1000...0x1_11FF, 0x1_D100...0x1_D1FF, 0x2_F800...0x2_FA1F,
        ]
        for point in blocks.joined() {
            guard let scalar = Unicode.Scalar(point), (try? written(String(scalar))) != nil else { continue }
            let composed = String(scalar).precomposedStringWithCanonicalMapping
            if (try? written(composed)) == nil { Issue.record("U+\(String(point, radix: 16)) becomes forbidden") }
            guard point < 0x300 || (0x2002...0x20CF).contains(point) else { continue }
            let settled =
                composed.unicodeScalars.elementsEqual([scalar])
                && scalar.properties.canonicalCombiningClass == .notReordered
            if !settled { Issue.record("U+\(String(point, radix: 16)) is not settled") }
        }
    }

    @Test func `names out of order stop the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.name("b")
            writer.integer(1)
            writer.name("a")
        }
    }

    @Test func `a repeated name stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.name("a")
            writer.integer(1)
            writer.name("a")
        }
    }

    @Test func `a name that is none stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.name("Montant")
        }
    }

    @Test func `a value without a name stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.integer(1)
        }
    }

    @Test func `a line that is not whole stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            try writer.finish()
        }
    }

    @Test func `a ninth level stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.name("a")
            for _ in 0..<8 { writer.beginArray() }
        }
    }
}
