import Foundation
import Testing

@testable import TabularImport

@Suite struct MapFuzz {
    private let target = ImportTarget(
        "entries",
        fields: [
            .init("date", .date), .init("reference", .text, required: false, maximumBytes: 200),
            .init("memo", .text, required: false, maximumBytes: 4_000), .init("count", .integer, required: false),
        ],
        group: .init(
            "postings",
            [
                .init("account", .identifier, maximumBytes: 16), .init("amount", .amount),
                .init("side", .choice(["debit", "credit"]), required: false),
            ]), joinsRows: true)

    private let tokens = [
        ":", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "#", "&a ", "*a", "<<: *a", "[", "]", "{", "}", "[[[[[[[[", "{{{{", ",", "'", "\"",
        "|", "|+2\n", ">", ">-\n", "!!str ", "!!binary ", "!", "%YAML 1.2\n", "---\n", "...\n", "? ", "~", "null", "yes", "no", "0x10",
        "1e999", ".inf", "\"\\u0000\"", "\"\\x41\"", "\"\\P\"", "\\", "\u{E9}", "e\u{301}", "\u{202E}", "\u{FEFF}", "\u{85}", "\u{2028}",
        "column: A", "constant: x", "format: YYYY-MM-DD", "fields: ", "postings: ", "choose: ", "skip_when: ", "optional: yes",
        "version: \"1\"", "target: entries", "delimiter: tab", "unit: cents", "decimal: ','",
        "*a, *a, *a, *a, *a, *a, *a, *a, ",
    ]

    @Test func aMapThatIsAcceptedIsCompiledToOneText() throws {
        let seeds = try Corpus.files("maps") + [Corpus.file("maps/360giving-grants.yaml")]
        let bytes: [[UInt8]] = [[0x00], [0x80], [0xC0, 0x80], [0xFF], [0xFF, 0xFE], [0xED, 0xA0, 0x80]]
        try Fuzzer("maps", seeds: seeds, tokens: tokens, bytes: bytes, largest: 32_768).run(turns: 1500, leastAccepted: 10) { input in
            let map = try ImportMap.compile(input, fileName: "m", target: target)
            let again = try ImportMap.compile(input, fileName: "m", target: target)
            try Broken.unless(map.compiled == again.compiled, "is compiled otherwise the second time")
            // Every alias followed, every quotation mark escaped, every condition written out with its column.
            try Broken.unless(map.compiled.count <= 4 * (MapCompiler.limits.textBytes + input.count) + 4096, "grows to \(map.compiled.count) bytes")
            let read = try? JSONSerialization.jsonObject(with: Data(map.compiled)) as? [String: Any]
            try Broken.unless(read?["version"] as? String == "1", "is compiled to what is no JSON")
            try Broken.unless(depth(read as Any) <= 6, "is compiled deeper than records are")
            try Broken.unless(map.fields.count == target.fields.count, "has other fields than the target")
        }
    }

    private func depth(_ value: Any) -> Int {
        if let object = value as? [String: Any] { return 1 + (object.values.map(depth).max() ?? 0) }
        if let array = value as? [Any] { return 1 + (array.map(depth).max() ?? 0) }
        return 0
    }
}
