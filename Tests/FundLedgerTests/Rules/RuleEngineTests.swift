import ReferenceData
import Testing

@testable import FundLedger

@Suite("Rules judge") struct RuleEngineTests {
    private static let permit = "id: P, permit: {}"
    private static let forbid = "id: F, forbid: {}"
    private static let limit = "id: L, limit: {cap: '0', of: source, across: envelope, counts: outflow, over: operation}"
    private static let require = "id: Q, require: {approval: commission}"
    private static let unknown = "id: E, permit: {}, when: {source: {region: '06'}}"

    private func judge(
        _ rules: [String], available: Int64 = 1_000_000, room: Int64? = nil, operation: BudgetOperation = .transfer,
        amount: Int64 = 5_000, totals: StatedTotals = StatedTotals(), approvals: Set<String> = [], day: String = "2026-06-01",
        source: [String: String] = ["nature": "aid"], target: [String: String] = ["nature": "aid"]
    ) throws -> Judgement {
        let set = try RuleFixture.source(RuleFixture.yaml(rules)).rules
        let onward = operation.yearsOnward
        let request = try TransferRequest(
            operation, from: RuleFixture.envelope("A", source, year: operation == .advance ? 2027 : 2026),
            to: operation.hasTarget ? RuleFixture.envelope("B", target, year: operation == .advance ? 2026 : 2026 + onward) : nil,
            amount: amount, date: CalendarDate(iso: day), repayBy: operation == .temporaryTransfer ? CalendarDate(iso: day) : nil)
        return try RuleEngine.judge(
            request, by: RuleEngine(set), totals: totals, funds: FundsAtHand(available: available, ceilingRoom: room),
            approvals: approvals)
    }

    @Test func `the first of the outcomes that is so wins, whatever else is so`() throws {
        // Each row takes the cause of the row above away.
        let table: [(rules: [String], available: Int64, outcome: RuleOutcome, decided: [String])] = [
            ([Self.unknown, Self.forbid, Self.limit, Self.require], 0, .error, ["E"]),
            ([Self.forbid, Self.limit, Self.require], 0, .forbidden, ["F"]),
            ([Self.limit, Self.require], 0, .notPermitted, []),
            ([Self.permit, Self.limit, Self.require], 0, .overLimit, ["L"]),
            ([Self.permit, Self.require], 0, .insufficientFunds, []),
            ([Self.permit, Self.require], 5_000, .needsApproval, ["Q"]),
            ([Self.permit], 5_000, .permitted, ["P"]),
        ]
        for row in table {
            let found = try judge(row.rules, available: row.available)
            #expect(found.outcome == row.outcome, "\(row.rules)")
            #expect(found.rules == row.decided, "\(row.rules)")
            #expect(try judge(row.rules.reversed(), available: row.available) == found, "order never matters")
        }
        let given = try judge([Self.permit, Self.require], approvals: ["commission"])
        #expect(given.outcome == .permitted && given.rules == ["P"] && given.approvals == ["commission"])
        #expect(try judge([Self.permit, Self.require], approvals: ["board"]).outcome == .needsApproval)
    }

    @Test func `without a rule set in force nothing permits`() throws {
        let before = try judge([Self.permit], operation: .transfer, day: "2026-06-01")
        #expect(before.outcome == .permitted)
        let request = try TransferRequest(
            .transfer, from: RuleFixture.envelope("A", year: 2025), to: RuleFixture.envelope("B", year: 2025), amount: 1,
            date: CalendarDate(iso: "2026-03-31"))
        for engine in [nil, RuleEngine(try RuleFixture.set(Self.permit))] {
            let found = try RuleEngine.judge(
                request, by: engine, totals: StatedTotals(), funds: FundsAtHand(available: 1))
            #expect(found.outcome == .notPermitted && found.terms.isEmpty)
        }
    }

    @Test func `what is unknown refuses, unless another part settles it`() throws {
        let lacking: [String: String] = [:]
        let cases: [(when: String, outcome: RuleOutcome)] = [
            ("source: {nature: aid}", .error),
            ("source: {nature: {not: aid}}", .error),
            ("source: {nature: aid}, operation: advance", .notPermitted),
            ("operation: advance, source: {nature: aid}", .notPermitted),
            ("same: [nature]", .error),
            ("differ: [nature]", .error),
            ("same: [nature], amount: {above: '1 000,00'}", .notPermitted),
            ("source: {parent: TOP}", .error),
            ("source: {envelope: A}", .permitted),
        ]
        for row in cases {
            let found = try judge(["id: P, permit: {}, when: {\(row.when)}"], source: lacking)
            #expect(found.outcome == row.outcome, "\(row.when)")
        }
    }

    @Test func `an exception that is so keeps the rule from applying, whatever is unknown beside it`() throws {
        let unless = { (a: String, b: String) in
            "id: P, permit: {}, unless: [{label: a, fr: x, en: x, when: {\(a)}}, {label: b, fr: x, en: x, when: {\(b)}}]"
        }
        let so = "operation: transfer", notSo = "operation: advance", unknown = "source: {region: '06'}"
        #expect(try judge([unless(so, unknown)]).outcome == .notPermitted)
        #expect(try judge([unless(unknown, so)]).outcome == .notPermitted)
        #expect(try judge([unless(unknown, notSo)]).outcome == .error)
        #expect(try judge([unless(notSo, notSo)]).outcome == .permitted)
    }

    @Test func `a cancellation has no target, and what speaks of one is not so for it`() throws {
        for when in ["target: {nature: aid}", "same: [nature]", "differ: [envelope]", "target: {nature: {not: aid}}"] {
            let found = try judge(["id: P, permit: {}, when: {\(when)}"], operation: .cancellation)
            #expect(found.outcome == .notPermitted, "\(when)")
        }
        let limits = "id: L, limit: {cap: '0', of: target, across: envelope, counts: inflow, over: operation}"
        let found = try judge([Self.permit, limits], operation: .cancellation)
        #expect(found.outcome == .permitted && found.terms.isEmpty)
    }

    @Test func `windows and dates hold both their days`() throws {
        let window = "id: P, permit: {}, when: {window: {from: 02-01, until: 02-29}}"
        for (day, outcome) in [
            ("2027-01-31", RuleOutcome.notPermitted), ("2027-02-01", .permitted), ("2027-02-28", .permitted),
            ("2027-03-01", .notPermitted),
        ] { #expect(try judge([window], day: day).outcome == outcome, "\(day)") }
        let dates = "id: P, permit: {}, when: {dates: {from: 2026-05-01, until: 2026-05-31}}"
        for (day, outcome) in [
            ("2026-04-30", RuleOutcome.notPermitted), ("2026-05-01", .permitted), ("2026-05-31", .permitted),
            ("2026-06-01", .notPermitted),
        ] { #expect(try judge([dates], day: day).outcome == outcome, "\(day)") }
        let open = "id: P, permit: {}, when: {window: {from: 12-01}}"
        #expect(try judge([open], day: "2027-03-31").outcome == .permitted)
        #expect(try judge([open], day: "2026-11-30").outcome == .notPermitted)
    }

    @Test func `a limit holds up to its cap and not a cent beyond`() throws {
        let percent = "id: L, limit: {cap: 7.5 %, base: initial, of: source, across: envelope, counts: outflow, over: year}"
        let totals = StatedTotals(counted: 2_000, initial: 100_007, current: 0)
        // 7.5 % of 100 007 is 7 500.525.
        let holds = try judge([Self.permit, percent], amount: 5_500, totals: totals)
        #expect(holds.outcome == .permitted)
        let term = try #require(holds.terms.first)
        #expect(term.cap == 7_500 && term.base == 100_007 && term.counted == 2_000 && term.moved == 5_500 && term.excess == 0)
        let over = try judge([Self.permit, percent], amount: 5_501, totals: totals)
        #expect(over.outcome == .overLimit && over.rules == ["L"] && over.terms.first?.excess == 1)
    }

    @Test func `a number beyond 64 bits is an error, never a wrong answer`() throws {
        let limit = "id: L, limit: {cap: 1000 %, base: current, of: source, across: fund, counts: gross, over: year}"
        for totals in [
            StatedTotals(counted: nil), StatedTotals(counted: .max), StatedTotals(current: nil), StatedTotals(current: .max),
        ] {
            let found = try judge([Self.permit, limit], totals: totals)
            #expect(found.outcome == .error && found.rules == ["L"] && found.terms.isEmpty)
        }
    }

    @Test func `a group whose attribute lacks is an error, on the side that is held alone`() throws {
        let limit = { (of: String) in
            "id: L, limit: {cap: '100', of: \(of), across: group, group: [region], counts: gross, over: operation}"
        }
        let source = ["region": "06"]
        #expect(try judge([Self.permit, limit("source")], source: source).outcome == .permitted)
        #expect(try judge([Self.permit, limit("target")], source: source).outcome == .error)
        #expect(try judge([Self.permit, limit("each")], source: source).outcome == .error)
    }

    @Test func `money lacks in the source, or under the ceiling of the year that gets some`() throws {
        let source = try judge([Self.permit], available: 4_999)
        #expect(source.outcome == .insufficientFunds && source.lack == FundsTerm(available: 4_999, side: .source))
        let ceiling = try judge([Self.permit], room: 4_999, operation: .carryOver)
        #expect(ceiling.outcome == .insufficientFunds && ceiling.lack == FundsTerm(available: 4_999, side: .target))
        #expect(try judge([Self.permit], room: 0, operation: .transfer).outcome == .permitted)
        #expect(try judge([Self.permit], room: 5_000, operation: .advance).outcome == .permitted)
    }

    @Test func `totals are asked for only where a limit applies`() throws {
        struct Unasked: RuleTotals {
            struct Asked: Error {}
            func counted(_ rule: String, in scope: RuleScope) throws -> Int64? { throw Asked() }
            func base(_ base: RuleLimit.Base, of scope: RuleScope) throws -> Int64? { throw Asked() }
        }
        let set = try RuleFixture.set(
            Self.permit,
            "id: L, limit: {cap: 1 %, base: initial, of: each, across: fund, counts: gross, over: year}, when: {operation: advance}")
        let request = try TransferRequest(
            .transfer, from: RuleFixture.envelope("A"), to: RuleFixture.envelope("B"), amount: 1,
            date: CalendarDate(iso: "2026-06-01"))
        let found = try RuleEngine.judge(request, by: RuleEngine(set), totals: Unasked(), funds: FundsAtHand(available: 1))
        #expect(found.outcome == .permitted)
    }
}
