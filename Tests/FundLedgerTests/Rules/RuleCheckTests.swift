import Testing

@testable import FundLedger

@Suite("Rules are looked over") struct RuleCheckTests {
    private func findings(_ rules: [String], after: String = "") throws -> [RuleFinding] {
        try RuleCheck.findings(in: RuleFixture.source(RuleFixture.yaml(rules, after: after)))
    }

    /// What is found of the last rule, but for examples, which these files have none of.
    private func found(_ rules: String...) throws -> [RuleFinding.Kind] {
        let last = try RuleFixture.source(RuleFixture.yaml(rules)).lines.max { $0.value < $1.value }?.key
        return try findings(rules).filter { $0.rule == last && $0.kind != .noExample }.map(\.kind)
    }

    @Test(arguments: [
        ("{same: nature, differ: nature}", "same"), ("{source: {nature: aid}, target: {nature: administration}, same: nature}", "same"),
        ("{source: {nature: aid}, target: {nature: aid}, differ: nature}", "differ"), ("{operation: cancellation, target: {region: '06'}}", "operation"),
        ("{operation: [transfer, cancellation], differ: year}", "operation"), ("{operation: carry-over, same: year}", "operation"),
        ("{operation: transfer, same: envelope}", "same"), ("{amount: {above: 10, at-most: 10}}", "amount"),
        ("{amount: {at-most: 0}}", "amount"), ("{dates: {until: 2026-03-31}}", "dates"),
        ("{source: {nature: {not: [aid, administration]}}}", "source"),
    ])
    func `a rule that can never apply is found, with the part that cannot be`(_ when: String, _ part: String) throws {
        let found = try findings(["id: P, permit: {}", "id: X, permit: {}, when: \(when)"])
        #expect(found.first { $0.kind == .neverApplies }.map { [$0.rule ?? "", $0.detail] } == ["X", part])
    }

    @Test(arguments: [
        "{same: [nature, envelope]}", "{operation: [transfer, carry-over], differ: year}", "{amount: {above: 10, at-most: 11}}",
        "{source: {nature: {not: aid}}, target: {nature: aid}, differ: nature}", "{dates: {until: 2026-04-01}}",
        "{source: {region: {not: '06'}}, target: {region: '06'}, same: envelope}",
    ])
    func `a rule that can apply is not called impossible`(_ when: String) throws {
        #expect(try found("id: P, permit: {}", "id: X, permit: {}, when: \(when)") == [])
    }

    @Test func `values that the heading does not list are found`() throws {
        let undeclared = try findings(["id: P, permit: {}, when: {source: {nature: [aid, aide]}}"])
        #expect(undeclared.first { $0.kind == .undeclaredValue }?.detail == "nature=aide")
        #expect(try found("id: P, permit: {}, when: {source: {nature: aide}}") == [.undeclaredValue, .neverApplies])
    }

    @Test func `a permit that a forbid always undoes is found, and no other`() throws {
        let forbid = { (rest: String) in "id: F, forbid: {}, \(rest)" }
        let permit = "id: P, permit: {}, when: {operation: transfer, source: {nature: aid}, amount: {above: 10, at-most: 20}}"
        for when in [
            "when: {operation: [transfer, advance]}", "when: {source: {nature: {not: administration}}}",
            "when: {source: {nature: aid}, amount: {above: 5}}", "when: {dates: {from: 2026-04-01}}", "when: {window: {from: 04-01, until: 03-31}}",
        ] { #expect(try found(forbid(when), permit) == [.permitUnderForbid], "\(when)") }
        for when in [
            "when: {operation: advance}", "when: {source: {nature: administration}}", "when: {source: {region: '06'}}", "when: {same: nature}",
            "when: {amount: {above: 11}}", "when: {dates: {from: 2026-04-02}}", "when: {window: {from: 04-02}}",
            "unless: [{label: x, fr: a, en: b, when: {same: region}}]",
        ] { #expect(try found(forbid(when), permit) == [], "\(when)") }
    }

    @Test func `exceptions that never play, or always, are found`() throws {
        let rule = { (when: String, exception: String) in
            "id: P, permit: {}, when: \(when), unless: [{label: x, fr: a, en: b, when: \(exception)}]"
        }
        #expect(try found(rule("{operation: transfer}", "{operation: advance}")) == [.exceptionNeverApplies])
        #expect(try found(rule("{amount: {above: 5}}", "{amount: {at-most: 5}}")) == [.exceptionNeverApplies])
        #expect(try found(rule("{operation: transfer}", "{operation: [transfer, advance]}")) == [.neverApplies])
        #expect(try found(rule("{operation: transfer}", "{source: {nature: aid}}")) == [])
    }

    @Test func `what nobody needs is found`() throws {
        let found = try findings(["id: F, forbid: {}", "id: G, forbid: {}"])
        #expect(
            Set(found.map { "\($0.kind.rawValue) \($0.detail)" }) == [
                "no-permit ", "unused-authority board", "unused-authority commission", "unused-attribute nature",
                "unused-attribute region", "same-as-another F", "no-example ",
            ])
        let limit = "id: L, limit: {cap: '1', of: target, across: fund, counts: net, over: year}, when: {operation: cancellation}"
        #expect(try self.found("id: P, permit: {}", limit) == [.limitSaysNothing])
    }

    @Test func `an example that does not hold is found at its line`() throws {
        let example = """
            examples:
              - label: un
                envelopes: [{envelope: A, initial: 100}, {envelope: B, initial: 0}]
                operation: {operation: transfer, from: A, to: B, amount: 10, date: 2026-06-01}
                outcome: forbidden
            """
        let found = try findings(["id: P, permit: {}"], after: example)
        let line = RuleFixture.yaml(["id: P, permit: {}"]).split(separator: "\n", omittingEmptySubsequences: false).count + 1
        #expect(found.first { $0.kind == .exampleFails }.map { "\($0.detail) \($0.line ?? 0)" } == "un \(line)")
        #expect(!found.contains { $0.kind == .noExample })
    }
}
