import AuditTrail
import Testing

@testable import FundLedger

@Suite("A file of rules is read") struct RuleCompilerTests {
    /// The first problem of a file.
    private func problem(_ yaml: String) throws -> RuleError {
        do {
            _ = try RuleFixture.source(yaml)
        } catch let refusal as RuleFileRefusal {
            return try #require(refusal.problems.first)
        }
        Issue.record("read without a problem:\n\(yaml)")
        throw RuleError(.fileRefused)
    }

    @Test func `the page's example compiles, and its example holds`() throws {
        let source = try RuleFixture.source(RuleFixture.page())
        #expect(source.rules.rules.map(\.id) == ["R1", "R2", "R3"])
        #expect(ExampleRun.all(of: source).map(\.holds) == [true])
        #expect(RuleCheck.findings(in: source).filter { $0.kind.severity == .fault } == [])
    }

    @Test func `a compiled set is read back the same, and written again the same`() throws {
        let rules = [
            "id: a, permit: {}, when: {operation: [transfer, advance], source: {nature: aid, region: {not: ['06', '07']}}}",
            "id: b, forbid: {}, unless: [{label: x, fr: é, en: e, when: {target: {region: {not: '01'}}, amount: {at-most: 5}}}]",
            "id: c, limit: {cap: 7.5 %, of: each, base: current, counts: net, over: year, across: group, group: [region, nature]}",
            "id: d, limit: {cap: '50 000,00', of: target, counts: inflow, over: operation, across: fund}",
            "id: e, require: {notice: board}, when: {same: region, differ: [nature, envelope], dates: {from: 2026-05-01}}",
            "id: B, require: {approval: commission}, when: {amount: {above: 1}, window: {until: 02-29}}",
        ]
        let set = try RuleFixture.source(RuleFixture.yaml(rules)).rules
        #expect(set.rules.map(\.id) == ["B", "a", "b", "c", "d", "e"], "byte order")
        let line = try set.compiled.line()
        let back = try RuleSet(compiled: CanonicalScanner.scan(line))
        #expect(back == set)
        #expect(try back.compiled.line() == line)
        let text = String(decoding: line, as: UTF8.self)
        #expect(text.contains(#""cap":{"percent":"7500000"}"#))
        #expect(text.contains(#""when":{"operation":["advance","transfer"],"source":{"nature":["aid"]},"source_not":{"region":["06","07"]}}"#))
        #expect(text.contains(#""unless":[{"amount":{"at_most":"500"},"en":"e","fr":"é","label":"x","target_not":{"region":["01"]}}]"#))
        // Within a record, two levels deeper.
        let record: CanonicalObject = ["rules": .object(set.compiled)]
        #expect(throws: Never.self) { try CanonicalScanner.scan(record.line()) }
    }

    @Test(arguments: [
        ("permit: {}", "permit: {x: 1}", RuleError.Code.unknownKey), ("permit: {}", "permit: ~", .wrongShape),
        ("permit: {}", "permit: {}, forbid: {}", .oneOfThese), ("id: a", "id: 'a b'", .badForm),
        ("id: a", "idd: a", .unknownKey), ("operation: transfer", "operation: transfert", .unknownWord),
        ("operation: transfer", "operation: []", .wrongShape), ("operation: transfer", "operation: [transfer, transfer]", .repeated),
        ("operation: transfer", "source: {natur: aid}", .unknownAttribute),
        ("operation: transfer", "source: {nature: {not: aid, is: x}}", .unknownKey),
        ("operation: transfer", "source: {nature: 'a b'}", .badForm), ("operation: transfer", "source: {year: 2026}", .badDate),
        ("operation: transfer", "same: [natur]", .unknownAttribute), ("operation: transfer", "amount: {above: 1.234}", .badAmount),
        ("operation: transfer", "amount: {above: -1}", .badAmount), ("operation: transfer", "window: {from: 13-01}", .badDate),
        ("operation: transfer", "window: {from: 03-01, until: 04-01}", .spanReversed),
        ("operation: transfer", "dates: {from: 2026-02-30}", .badDate),
        ("operation: transfer", "dates: {from: 2026-06-02, until: 2026-06-01}", .spanReversed),
        ("permit: {}", "require: {approval: comission}", .unknownAuthority),
        ("permit: {}", "require: {}", .oneOfThese),
        ("permit: {}", "limit: {cap: ten, of: source, across: fund, counts: net, over: year}", .badCap),
        ("permit: {}", "limit: {cap: 1000.1 %, base: initial, of: source, across: fund, counts: net, over: year}", .badCap),
        ("permit: {}", "limit: {cap: 10 %, of: source, across: fund, counts: net, over: year}", .missingKey),
        ("permit: {}", "limit: {cap: '10', base: initial, of: source, across: fund, counts: net, over: year}", .doesNotApply),
        ("permit: {}", "limit: {cap: '10', of: source, across: fund, group: [nature], counts: net, over: year}", .doesNotApply),
        ("permit: {}", "limit: {cap: '10', of: source, across: group, counts: net, over: year}", .missingKey),
        ("permit: {}", "limit: {cap: '10', of: both, across: fund, counts: net, over: year}", .unknownWord),
        ("permit: {}", "permit: {}, unless: []", .wrongShape),
        ("permit: {}", "permit: {}, unless: [{label: x, fr: a, en: b, when: {}}]", .oneOfThese),
        ("permit: {}", "permit: {}, unless: [{label: X, fr: a, en: b, when: {same: nature}}]", .badForm),
        ("article: art. 1, ", "", .missingKey), ("fr: texte", "fr: ''", .textLength), ("fr: texte", "fr: \"\\x07\"", .badText),
        ("version: 1", "version: 01", .badForm), ("status: illustrative", "status: illustrated", .unknownWord),
        ("fund: any", "fund: fmdt", .unknownWord), ("from: 2026-04-01", "from: 2026-04-01\nuntil: 2026-03-31", .spanReversed),
        ("from: 2026-04-01", "from: 2026-04-01\nreplaces: essai", .badForm), ("region: any", "year: any", .badForm),
        ("region: any", "initial: any", .badForm), ("region: any", "region: all", .unknownWord),
        ("[aid, administration]", "[aid, aid]", .repeated), ("id: board", "id: commission", .repeated),
        ("version: 1", "version: 1\nversion: 2", .notYAML), ("version: 1", "version: [1", .notYAML),
    ])
    func `what is wrong is named with its place`(_ old: String, _ new: String, _ code: RuleError.Code) throws {
        let good = RuleFixture.yaml(["id: a, permit: {}, when: {operation: transfer}"])
        #expect(good.contains(old))
        let found = try problem(good.replacing(old, with: new))
        #expect(found.code == code, "\(old) → \(new): \(found.parameters)")
        #expect(Int(found.parameters["line"] ?? "") ?? 0 > 0 && Int(found.parameters["column"] ?? "") ?? 0 > 0)
        #expect(found.parameters["file"] == "rules.yaml")
    }

    @Test func `the place is the line and column of the word, and the nearest known word is offered`() throws {
        let found = try problem(RuleFixture.yaml(["id: a, permit: {}", "id: b, permit: {}, when: {opertion: transfer}"]))
        let lines = RuleFixture.heading.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(found.parameters["line"] == String(lines + 1))
        #expect(found.parameters["column"] == "32")
        #expect(found.parameters["nearest"] == "operation")
        #expect(found.parameters["path"] == "rules[1].when")
    }

    @Test func `every rule that is wrong is named, and the same id twice is wrong`() throws {
        do {
            _ = try RuleFixture.source(
                RuleFixture.yaml(["id: a, permit: {x: 1}", "id: b, permit: {}", "id: b, forbid: {}", "id: c, permitt: {}"]))
            Issue.record("read")
        } catch let refusal as RuleFileRefusal {
            #expect(refusal.problems.map(\.code) == [.unknownKey, .repeated, .unknownKey])
        }
    }

    @Test func `one fault is told once: names of a faulty heading or rule are not missed elsewhere`() throws {
        let examples = """
            examples:
              - label: un
                envelopes: [{envelope: A, initial: 100}, {envelope: B, initial: 0}]
                operation: {operation: transfer, from: A, to: B, amount: 10, date: 2026-06-01}
                outcome: permitted
                decided-by: [a]
            """
        let good = RuleFixture.yaml(["id: a, permit: {}, when: {same: nature}"], after: examples)
        for (old, new) in [("permit: {}", "permitt: {}"), ("region: any", "region: [x, x]"), ("id: board", "id: commission")] {
            #expect(throws: RuleFileRefusal.self) { try RuleFixture.source(good.replacing(old, with: new)) }
            do { _ = try RuleFixture.source(good.replacing(old, with: new)) } catch let refusal as RuleFileRefusal {
                #expect(refusal.problems.count == 1, "\(refusal.problems)")
            }
        }
    }

    @Test func `examples name what is there`() throws {
        let examples = { (changed: String, by: String) in
            """
            examples:
              - label: un
                envelopes: [{envelope: A, nature: aid, initial: 100}, {envelope: B, nature: aid, initial: 0}]
                operation: {operation: transfer, from: A, to: B, amount: 10, date: 2026-06-01}
                outcome: permitted
                decided-by: [a]
            """.replacing(changed, with: by)
        }
        let rules = ["id: a, permit: {}"]
        _ = try RuleFixture.source(RuleFixture.yaml(rules, after: examples("", "")))
        for (old, new, code) in [
            ("to: B", "to: C", RuleError.Code.unknownReference), ("[a]", "[b]", .unknownReference),
            ("A, nature: aid", "A, nature: ade", .undeclaredValue), ("amount: 10", "amount: 0", .badExample),
            ("2026-06-01", "1980-06-01", .badDate), ("envelope: B", "envelope: A", .repeated), ("permitted", "permited", .unknownWord),
        ] {
            #expect(try problem(RuleFixture.yaml(rules, after: examples(old, new))).code == code, "\(old) → \(new)")
        }
    }

    @Test func `a file beyond its bounds is not read`() throws {
        let many = (0...500).map { "id: r\($0), permit: {}" }
        #expect(try problem(RuleFixture.yaml(many)).code == .tooLarge)
        #expect(try problem(String(repeating: "[", count: 40)).code == .tooLarge)
    }

    @Test(arguments: [
        ("10 %", 10_000_000), ("7.5 %", 7_500_000), ("7,5%", 7_500_000), ("0 %", 0), ("1000 %", 1_000_000_000),
        ("0.000001 %", 1), ("1000.000001 %", nil), ("1e2 %", nil), ("-1 %", nil), (".5 %", nil), ("5. %", nil), ("1.1.1 %", nil),
        ("010 %", nil), ("0.0000001 %", nil), ("%", nil), ("99999 %", nil), ("+1 %", nil),
    ] as [(String, Int64?)])
    func `a percentage is exact`(_ typed: String, _ millionths: Int64?) {
        #expect(RuleCompiler.millionths(typed) == millionths)
    }
}
