import Testing

@testable import TabularImport

@Suite struct MapCompilerTests {
    private let fields = "fields: {date: {column: D}}\n"
    private let postings = "postings: [{account: {column: A}, amount: {column: M}}]\n"

    private func error(_ yaml: String, _ target: ImportTarget = testTarget) -> ImportError? {
        importError { _ = try compile(yaml, target) }
    }

    @Test func `a smallest map compiles to these bytes`() throws {
        let compiled = String(decoding: try compile(fields + postings).compiled, as: UTF8.self)
        #expect(
            compiled == #"""
                {"fields":{"date":{"column":"D","format":"YYYY-MM-DD","optional":"no","trim":"no"}},"format":{"delimiter":",","encoding":"utf-8","header":"yes","line_breaks":"refuse","other_columns":"allow"},"postings":[{"account":{"column":"A","optional":"no","trim":"no"},"amount":{"column":"M","decimal":".","grouping":"","negative":"minus","optional":"no","trim":"no","unit":"dollars"}}],"target":"entries","version":"1"}
                """#)
    }

    @Test func `maps that say the same compile to the same bytes`() throws {
        let plain = try compile(fields + postings).compiled
        let spelled = """
            # a comment
            postings:
              - amount: {unit: dollars, column: "M", decimal: '.'}
                account:
                  column: A
                  trim: no
            version: "1"
            target: entries
            format: {encoding: utf-8, header: true, delimiter: ","}
            skip_when: []
            fields:

              date: {format: YYYY-MM-DD, column: D}
            """
        #expect(try compile(spelled).compiled == plain)
        #expect(try compile(spelled.replacing("\n", with: "\r\n")).compiled == plain)
        #expect(try compile("\u{FEFF}" + spelled).compiled == plain)
        #expect(try compile(fields + postings.replacing("column: M", with: "column: N")).compiled != plain)
    }

    @Test func `a list of words equals as many conditions, and accents compile composed`() throws {
        let words = "skip_when: [{column: État, in: [A, B]}]\n"
        let single = "skip_when: [{column: E\u{301}tat, equals: A}, {column: État, equals: B}]\n"
        #expect(try compile(words + fields + postings).compiled == compile(single + fields + postings).compiled)
    }

    @Test func `quotes and backslashes are escaped, and nothing else`() throws {
        let map = fields + #"postings: [{account: {constant: 'a"b\c/é'}, amount: {column: M}}]"#
        let target = ImportTarget(
            "entries", fields: [.init("date", .date)],
            group: .init("postings", [.init("account", .text), .init("amount", .amount)]))
        let compiled = String(decoding: try compile(map, target).compiled, as: UTF8.self)
        #expect(compiled.contains(#""constant":"a\"b\\c/é""#))
    }

    @Test func `the deepest map is six deep`() throws {
        let map = fields + "postings: [{account: {choose: [{column: T, in: [x], value: '1'}]}, amount: {column: M}}]"
        var (depth, most) = (0, 0)
        for byte in try compile(map).compiled {
            if byte == 0x7B || byte == 0x5B { depth += 1 }
            if byte == 0x7D || byte == 0x5D { depth -= 1 }
            most = max(most, depth)
        }
        #expect(most == 6)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let code: ImportError.Code
        let yaml: String
        var parameters: [String: String] = [:]
        var testDescription: String { "\(code.rawValue) \(yaml.prefix(50))" }
    }

    private static let good = "postings: [{account: {column: A}, amount: {column: M}}]\n"
    private static func date(_ value: String) -> String { "fields: {date: \(value)}\n" + good }
    private static func memo(_ value: String) -> String { "fields: {date: {column: D}, memo: \(value)}\n" + good }
    private static func amount(_ value: String) -> String {
        "fields: {date: {column: D}}\npostings: [{account: {column: A}, amount: \(value)}]\n"
    }
    private static func top(_ line: String) -> String { line + "\n" + date("{column: D}") }

    static let refusals: [Refusal] = [
        Refusal(code: .notYAML, yaml: "fields: [", parameters: ["file": "map.yaml"]),
        Refusal(code: .notYAML, yaml: "a: 1\na: 2\n", parameters: ["line": "1", "found": "duplicate key: a"]),
        Refusal(code: .notYAML, yaml: "a: 1\n---\nb: 2\n"),
        Refusal(code: .notYAML, yaml: "a: *nothing\n"),
        Refusal(
            code: .unknownKey, yaml: top("formats: {}"),
            parameters: ["line": "1", "column": "1", "found": "formats", "nearest": "format"]),
        Refusal(code: .unknownKey, yaml: top("format: {encodin: utf-8}"), parameters: ["nearest": "encoding"]),
        Refusal(code: .unknownKey, yaml: date("{colum: D}"), parameters: ["nearest": "column", "path": "fields.date"]),
        Refusal(code: .missingKey, yaml: "fields: {}\n" + good, parameters: ["expected": "date", "path": "fields"]),
        Refusal(code: .missingKey, yaml: "fields: {date: {column: D}}\n", parameters: ["expected": "postings"]),
        Refusal(code: .missingKey, yaml: good, parameters: ["expected": "fields"]),
        Refusal(code: .wrongShape, yaml: "", parameters: ["expected": "mapping", "found": "nothing"]),
        Refusal(code: .wrongShape, yaml: "- a\n", parameters: ["found": "list"]),
        Refusal(code: .wrongShape, yaml: date("D"), parameters: ["expected": "mapping", "found": "text"]),
        Refusal(code: .wrongShape, yaml: date("{column: ~}"), parameters: ["path": "fields.date.column"]),
        Refusal(
            code: .wrongShape, yaml: "fields: {date: {column: D}}\npostings: []\n",
            parameters: ["expected": "list", "found": "nothing"]),
        Refusal(
            code: .unknownWord, yaml: date("{column: D, format: DD/MM/YYY}"),
            parameters: ["nearest": "DD/MM/YYYY", "line": "1"]),
        Refusal(code: .unknownWord, yaml: top("format: {header: no}"), parameters: ["expected": "yes"]),
        Refusal(code: .unknownWord, yaml: top("format: {encoding: latin-1}")),
        Refusal(code: .unknownWord, yaml: top("version: 2"), parameters: ["expected": "1"]),
        Refusal(code: .unknownWord, yaml: memo("{column: T, shorten: 1}")),
        Refusal(code: .badConstant, yaml: date("{constant: 2026-02-30}"), parameters: ["cause": "E-CSV-021"]),
        Refusal(code: .badConstant, yaml: amount("{constant: '1,5'}"), parameters: ["cause": "E-CSV-022"]),
        Refusal(code: .badConstant, yaml: amount("{column: M, default: 7e3}"), parameters: ["found": "7e3"]),
        Refusal(
            code: .badConstant,
            yaml: "fields: {date: {column: D}}\npostings: [{account: {column: A}, amount: {column: M}, side: debt}]",
            parameters: ["cause": "E-CSV-026", "nearest": "debit"]),
        Refusal(
            code: .badConstant, yaml: date("{choose: [{column: T, equals: x, value: soon}]}"),
            parameters: ["path": "fields.date.choose[0].value"]),
        Refusal(code: .oneOfThese, yaml: date("{column: D, constant: 2026-04-01}")),
        Refusal(code: .oneOfThese, yaml: date("{format: YYYYMMDD}")),
        Refusal(code: .oneOfThese, yaml: top("skip_when: [{column: A, equals: x, blank: yes}]")),
        Refusal(code: .badTemplate, yaml: memo("{template: 'x'}")),
        Refusal(code: .badTemplate, yaml: memo("{template: '{A'}")),
        Refusal(code: .badTemplate, yaml: memo("{template: '{A}}'}")),
        Refusal(code: .badTemplate, yaml: memo("{template: '{}'}")),
        Refusal(code: .badText, yaml: memo("{column: \"a\\tb\"}"), parameters: ["code_point": "U+0009"]),
        Refusal(code: .badText, yaml: memo("{column: ''}")),
        Refusal(code: .tooLarge, yaml: String(repeating: "#", count: 65_537)),
        Refusal(code: .tooLarge, yaml: String(repeating: "[", count: 100)),
        Refusal(code: .tooLarge, yaml: bomb),
        Refusal(code: .tooLarge, yaml: memo("{choose: [{column: T, in: [&a '\(long)', *a, *a, *a, *a], value: x}]}")),
        Refusal(code: .tooLarge, yaml: top("skip_when: [{column: '\(long)', in: [a, b, c, d, e]}]")),
        Refusal(code: .optionDoesNotApply, yaml: memo("{column: T, decimal: ','}"), parameters: ["found": "decimal"]),
        Refusal(code: .optionDoesNotApply, yaml: memo("{constant: T, optional: yes}")),
        Refusal(code: .optionDoesNotApply, yaml: date("{column: T, otherwise: 2026-04-01}")),
        Refusal(code: .optionDoesNotApply, yaml: amount("{column: M, unit: cents, decimal: ','}")),
        Refusal(code: .sameSigns, yaml: amount("{column: M, decimal: ',', grouping: ','}")),
        Refusal(
            code: .unsupportedEncoding, yaml: top("format: {encoding: UTF-16LE}"),
            parameters: ["advice": "encoding: utf-8"]),
        Refusal(code: .wrongTarget, yaml: top("target: grants"), parameters: ["expected": "entries"]),
    ]

    private static let long = String(repeating: "x", count: 30_000)

    /// Nine lines that stand for a thousand million nodes.
    private static let bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + (1...8).map { i in
            "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 10).joined(separator: ", ") + "]\n"
        }.joined()

    @Test("A map that is wrong is refused with its place", arguments: MapCompilerTests.refusals)
    func refuses(_ refusal: Refusal) {
        let error = self.error(refusal.yaml)
        #expect(error?.code == refusal.code)
        for (name, value) in refusal.parameters { #expect(error?.parameters[name] == value) }
    }

    @Test func `every code of maps has a reproducer`() {
        let codes = ImportError.Code.allCases.filter { $0.rawValue.hasPrefix("E-MAP") }
        #expect(Set(Self.refusals.map(\.code)) == Set(codes))
    }

    @Test func `a map that is not UTF-8 is refused`() {
        let error = importError {
            _ = try ImportMap.compile([0x61, 0x3A, 0xE9], fileName: "map.yaml", target: testTarget)
        }
        #expect(error?.code == .notYAML)
    }

    @Test func `grouping rows is refused where the target does not join rows`() {
        let target = ImportTarget("grants", fields: [.init("date", .date)])
        #expect(error("group_by: A\nfields: {date: {column: D}}", target)?.code == .optionDoesNotApply)
    }
}
