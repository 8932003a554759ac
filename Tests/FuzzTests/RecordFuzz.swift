import Foundation
import Testing

@testable import AuditTrail

@Suite struct RecordFuzz {
    @Test func aLineThatIsAcceptedHasThatOneSpelling() throws {
        var lines = try Corpus.files("records").map { $0.last == 0x0A ? $0.dropLast() : $0 }
        lines += try Corpus.lines("audit/vectors/bundle-v1/fnf-2/records/000001.jsonl").enumerated()
            .compactMap { $0.offset % 7 == 0 ? $0.element : nil }
        let fuzzer = Fuzzer(
            "records", seeds: lines,
            tokens: [
                "{", "}", "[", "]", "\"", "\\", "\\\"", "\\\\", "\\u0041", ":", ",", "{}", "[]", "\"\"", "\"a\":\"b\",", " ", "0",
                "-0", "true", "null", "1e2", "\"kind\":\"a/1\"", "\u{E9}", "e\u{301}", "\u{202E}", "\u{FEFF}", "\u{FFFD}",
                "\u{1F600}", "\n", "\r", "\t", "9223372036854775808", "[[[[[[[[[",
            ],
            bytes: [[0x00], [0x7F], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC2], [0xFF]])
        try fuzzer.run(turns: 3000, leastAccepted: 20) { input in
            let object = try CanonicalScanner.scan(input)
            try Broken.unless(try object.line() == input, "is written again as other bytes")
            try Broken.unless(try CanonicalScanner.scan(object.line()) == object, "is read again as another object")
            let read = try? JSONSerialization.jsonObject(with: Data(input))
            try Broken.unless(read is [String: Any], "is no JSON object to another reader")
            try Broken.unless(!input.contains { $0 < 0x20 }, "has a control character")
        }
    }

    @Test func aKindThatIsAcceptedIsWrittenAgainAsItWas() throws {
        let lines = try Corpus.lines("audit/vectors/bundle-v1/fdmt-1/records/000001.jsonl")
        let kinds = KindTable()
        let fuzzer = Fuzzer(
            "kinds", seeds: lines.filter { line in (try? line.withUnsafeBytes { try kinds.decode($0) }) != nil },
            tokens: [
                "\"alone\":\"yes\",", "\"kind\":\"", "person.admitted/1", "batch.sealed/1", "record.annulled/1", "/2", ".proposed",
                "\"0\"", "\"-1\"", "\"01\"", "\"9223372036854775807\"", "admin", "2026-02-30T00:00:00Z", "all", "\"\"", "[]", "{}",
            ])
        try fuzzer.run(turns: 2000, leastAccepted: 5) { input in
            let record = try input.withUnsafeBytes { try kinds.decode($0) }
            var writer = CanonicalWriter()
            try record.write(into: &writer, kind: type(of: record).kind)
            try Broken.unless(try writer.finishedLine() == input, "is written again as other bytes")
        }
    }
}
