import AuditTrail
import Foundation
import Testing

@Suite struct CanonicalScannerTests {
    @Test func `every accepted vector is scanned, has its hash and is written again as the same bytes`() throws {
        let rows = try VectorFile.rows("records-accepted.txt", fields: 3)
        #expect(rows.count >= 50)
        for row in rows {
            let line = try VectorFile.expand(row[2])
            #expect(line.withUnsafeBytes { SHA256.leaf($0).hex } == row[1], "\(row[0])")
            #expect(throws: Never.self, "\(row[0])") {
                let object = try CanonicalScanner.scan(line)
                let again = try object.line()
                #expect(again == line, "\(row[0])")
            }
        }
    }

    @Test func `every refused vector is refused for its reason at its offset`() throws {
        let rows = try VectorFile.rows("records-refused.txt", fields: 5)
        #expect(rows.count >= 190)
        for row in rows {
            let (name, code, reason, offset) = (row[0], row[1], row[2], row[3])
            let line = try VectorFile.expand(row[4])
            let error = #expect(throws: AuditError.self, "\(name)") { try CanonicalScanner.scan(line) }
            #expect(error?.code.rawValue == code, "\(name)")
            #expect(error?.parameters["reason"] ?? "-" == reason, "\(name)")
            #expect(error?.parameters["offset"] ?? "-" == offset, "\(name)")
        }
    }

    @Test func `every reason in the specification has a refused vector, and no other reason occurs`() throws {
        let source = VectorFile.repository.appending(path: "Sources/AuditTrail/Canonical/CanonicalScanner.swift")
        let heading = try String(contentsOf: source, encoding: .utf8).split(separator: "\npublic enum")[0]
        let list = try #require(heading.split(separator: "with a `reason`:\n").last)
        let named = list.split(separator: "\n")
            .flatMap { line -> [Substring] in
                guard let text = line.wholeMatch(of: /\/\/\/     ([a-z][a-z0-9, -]*?)(  .*)?/)?.1 else { return [] }
                return text.split(separator: ", ")
            }
        let occurring = try VectorFile.rows("records-refused.txt", fields: 5).map { $0[2] }.filter { $0 != "-" }
        #expect(Set(named.map(String.init)) == Set(occurring))
    }

    @Test func `the worked example of the specification holds`() throws {
        let source = VectorFile.repository.appending(path: "Sources/AuditTrail/Canonical/CanonicalScanner.swift")
        let text = try String(contentsOf: source, encoding: .utf8)
        let line = #"{"amount_cents":"-1250","kind":"note/1","tags":["a\"b","é"],"who":{}}"#
        let hash = Array(line.utf8).withUnsafeBytes { SHA256.leaf($0).hex }
        #expect(text.contains("///     \(line)\n///     \(line.utf8.count)\n///     \(hash)\n"))

        let object = try CanonicalScanner.scan(Array(line.utf8))
        #expect(object.members.map(\.name) == ["amount_cents", "kind", "tags", "who"])
        #expect(try object.integer("amount_cents") == -1250)
        #expect(object["tags"] == ["a\"b", "é"])
        #expect(object["who"] == [:])
    }

    @Test func `a forbidden code point is named`() throws {
        let error = #expect(throws: AuditError.self) { try CanonicalScanner.scan(Array("{\"a\":\"\u{202E}\"}".utf8)) }
        #expect(
            error
                == AuditError(
                    .recordNotCanonical,
                    ["reason": "forbidden-code-point", "offset": "6", "code_point": "U+202E"]))
    }

    @Test func `a line too long and a line too deep tell the limit`() throws {
        let long = #expect(throws: AuditError.self) {
            try CanonicalScanner.scan([UInt8](repeating: 0x7B, count: 1_048_577))
        }
        #expect(long == AuditError(.recordTooLong, ["length_bytes": "1048577", "limit_bytes": "1048576"]))
        let deep = #expect(throws: AuditError.self) {
            try CanonicalScanner.scan(Array("{\"a\":[[[[[[[[]]]]]]]]}".utf8))
        }
        #expect(deep == AuditError(.recordTooDeep, ["offset": "12", "limit": "8"]))
    }

    @Test func `code points are accepted or refused in a string as the table says`() throws {
        // Whole the blocks where the table has its ranges, and both ends of every plane.
        var blocks: [ClosedRange<UInt32>] = [0...0x2FFF, 0xD700...0xFFFF]
        for plane: UInt32 in 1...16 {
            let first = plane << 16
            blocks += [first...(first | 0xF), (first | 0xFFF0)...(first | 0xFFFF)]
        }
        for point in blocks.joined() {
            guard let scalar = Unicode.Scalar(point), point != 0x22, point != 0x5C else { continue }
            let forbidden =
                point <= 0x1F || (0x7F...0x9F).contains(point) || point == 0xFEFF
                || (0x202A...0x202E).contains(point) || (0x2066...0x2069).contains(point)
                || (0xFDD0...0xFDEF).contains(point) || point % 0x1_0000 >= 0xFFFE
            let line = [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22] + Array(UTF8.encode(scalar)!) + [0x22, 0x7D]
            let accepted = (try? CanonicalScanner.scan(line)) != nil
            if accepted == forbidden { Issue.record("U+\(String(point, radix: 16)): accepted \(accepted)") }
        }
    }
}
