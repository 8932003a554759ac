import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// What storage keeps: counters only, those of limits that a new set does not continue forgotten.
private struct Counters: RuleTotals {
    struct Key: Hashable {
        let rule: String
        let scope: RuleScope
    }

    var cents: [Key: Int64] = [:]
    var envelopes: [NaiveRules.Envelope] = []

    mutating func add(_ movements: [CountedMovement]) {
        for movement in movements { cents[Key(rule: movement.rule, scope: movement.scope), default: 0] += movement.cents }
    }

    func counted(_ rule: String, in scope: RuleScope) -> Int64? { cents[Key(rule: rule, scope: scope)] ?? 0 }

    func base(_ base: RuleLimit.Base, of scope: RuleScope) -> Int64? {
        envelopes.filter { scope.holds($0.facts) }.reduce(0) { $0 + (base == .initial ? $1.initial : $1.authorised) }
    }
}

@Suite("Rules by chance") struct RulePropertyTests {
    /// Judges as the engine, with counters, and as the second evaluator, with every operation, and compares.
    private struct Story {
        var naive = NaiveRules()
        var counters = Counters()
        var engine: RuleEngine
        /// How often each outcome was seen.
        var seen: [RuleOutcome: Int] = [:]

        init(_ set: RuleSet, _ envelopes: [NaiveRules.Envelope]) {
            engine = RuleEngine(set)
            naive.sets = [set]
            naive.envelopes = envelopes
            counters.envelopes = envelopes
        }

        mutating func take(_ request: TransferRequest, _ chance: inout RandomRules) throws {
            let approvals: Set<String> = chance.chance(50) ? ["board", "council"] : []
            let place = try #require(naive.envelopes.firstIndex { $0.facts == request.source })
            let available = naive.envelopes[place].authorised
            let room: Int64? = chance.chance(50) ? nil : chance.dice.number(0...300)
            let expected = naive.judge(request, available: available, room: room, approvals: approvals)
            let explanation = try RuleEngine.explain(
                request, by: engine, totals: counters, funds: FundsAtHand(available: available, ceilingRoom: room),
                approvals: approvals)
            let found = explanation.judgement
            seen[found.outcome, default: 0] += 1
            #expect(found.outcome == expected.outcome)
            #expect(found.rules == expected.rules)
            #expect(found.terms.map { "\($0.rule) \($0.side) \($0.base ?? -1) \($0.cap) \($0.counted)" }
                == expected.terms.map { "\($0.0) \($0.1) \($0.2 ?? -1) \($0.3) \($0.4)" })
            for case .lowerAmount(let amount) in explanation.remedies {
                let lower = request.with(amount: amount)
                #expect(naive.judge(lower, available: available, room: room, approvals: approvals).outcome.isLawful)
            }
            if found.outcome == .permitted { post(request) }
        }

        mutating func post(_ request: TransferRequest) {
            naive.posted.append(NaiveRules.Posted(request: request, set: naive.sets.count - 1))
            counters.add(engine.movements(of: request))
            move(request, request.amount)
        }

        /// Gives part of a temporary transfer back. Only of the set in force: others' counters are no longer kept.
        mutating func giveBack(_ chance: inout RandomRules) {
            let open = naive.posted.indices.filter {
                let posted = naive.posted[$0]
                return posted.request.operation == .temporaryTransfer && posted.returned < posted.request.amount
                    && posted.set == naive.sets.count - 1
            }
            guard !open.isEmpty else { return }
            let place = chance.dice.pick(open)
            let amount = chance.dice.number(1...(naive.posted[place].request.amount - naive.posted[place].returned))
            naive.posted[place].returned += amount
            counters.add(engine.movements(returning: amount, of: naive.posted[place].request))
            move(naive.posted[place].request, -amount)
        }

        private mutating func move(_ request: TransferRequest, _ amount: Int64) {
            for place in naive.envelopes.indices {
                if naive.envelopes[place].facts == request.source { naive.envelopes[place].authorised -= amount }
                if naive.envelopes[place].facts == request.target { naive.envelopes[place].authorised += amount }
            }
            counters.envelopes = naive.envelopes
        }

        mutating func replace(by next: RuleSet) {
            let kept = next.continuedLimits(of: engine.set)
            counters.cents = counters.cents.filter { kept.contains($0.key.rule) }
            engine = RuleEngine(next)
            naive.sets.append(next)
        }
    }

    @Test func `the engine says what a second evaluator says, over thousands of sets and budgets`() throws {
        var seen: [RuleOutcome: Int] = [:]
        for seed in 0..<2_500 {
            var chance = RandomRules(UInt64(seed))
            let set = try chance.set(1)
            #expect(try RuleSet(compiled: CanonicalScanner.scan(set.compiled.line())) == set)
            var story = Story(set, try chance.envelopes())
            for _ in 0..<12 {
                if let request = chance.request(story.naive.envelopes) { try story.take(request, &chance) }
                if chance.chance(20) { story.giveBack(&chance) }
                if chance.chance(5) { story.replace(by: chance.successor(of: story.engine.set)) }
            }
            seen.merge(story.seen, uniquingKeysWith: +)
        }
        for outcome in RuleOutcome.allCases { #expect(seen[outcome] ?? 0 > 50, "\(outcome) is seldom seen: \(seen)") }
    }

    @Test func `other ids in another order change nothing but the names`() throws {
        for seed in 0..<400 {
            var chance = RandomRules(UInt64(seed) + 10_000)
            let set = try chance.set(1)
            let envelopes = try chance.envelopes()
            let ids = set.rules.map(\.id)
            let renamed = Dictionary(uniqueKeysWithValues: zip(ids, ids.shuffled(using: &chance.dice).map { "X" + $0 }))
            var other = set
            for place in other.rules.indices { other.rules[place].id = renamed[other.rules[place].id] ?? "" }
            other.rules.sort { $0.id < $1.id }
            let engines = [RuleEngine(set), RuleEngine(other)]
            var counters = [Counters(envelopes: envelopes), Counters(envelopes: envelopes)]
            for _ in 0..<8 {
                guard let request = chance.request(envelopes) else { continue }
                let found = try zip(engines, counters).map {
                    try RuleEngine.judge(request, by: $0, totals: $1, funds: FundsAtHand(available: 500))
                }
                #expect(found[0].outcome == found[1].outcome)
                #expect(Set(found[0].rules.compactMap { renamed[$0] }) == Set(found[1].rules))
                #expect(Set(found[0].terms.map { [$0.cap, $0.counted, $0.moved] }) == Set(found[1].terms.map { [$0.cap, $0.counted, $0.moved] }))
                if found[0].outcome == .permitted {
                    for place in 0...1 { counters[place].add(engines[place].movements(of: request)) }
                }
            }
        }
    }

    @Test func `no cap is ever passed, however an amount is split`() throws {
        for seed in 0..<300 {
            var chance = RandomRules(UInt64(seed) + 20_000)
            let cap = chance.dice.number(0...1_000)
            let across = chance.dice.pick(["envelope", "fund", "group, group: [nature]"])
            let set = try RuleFixture.set(
                "id: P, permit: {}",
                "id: L, limit: {cap: '\(cap / 100),\(cap % 100 < 10 ? "0" : "")\(cap % 100)', of: each, across: \(across), counts: gross, over: year}")
            let engine = RuleEngine(set)
            let envelopes = try ["A", "B", "C"].map { try RuleFixture.envelope($0, ["nature": "aid"]) }
            var counters = Counters()
            var posted: [TransferRequest] = []
            for _ in 0..<200 {
                guard let request = try? TransferRequest(
                    .transfer, from: chance.dice.pick(envelopes), to: chance.dice.pick(envelopes),
                    amount: chance.dice.number(1...50), date: CalendarDate(iso: "2026-06-01"))
                else { continue }
                let found = try RuleEngine.judge(request, by: engine, totals: counters, funds: FundsAtHand(available: .max))
                guard found.outcome == .permitted else { continue }
                posted.append(request)
                counters.add(engine.movements(of: request))
            }
            for envelope in envelopes {
                let touched = posted.map { request in
                    let sides = across == "envelope" ? [request.source, request.target].filter { $0 == envelope }.count : 2
                    return request.amount * Int64(sides)
                }
                #expect(touched.reduce(0, +) <= cap)
            }
        }
    }

    @Test func `the lower amount that is offered is the largest lawful one`() throws {
        var offered = 0
        for seed in 0..<400 {
            var chance = RandomRules(UInt64(seed) + 30_000)
            let engine = RuleEngine(try chance.set(1))
            let envelopes = try chance.envelopes()
            let counters = Counters(envelopes: envelopes)
            guard let request = chance.request(envelopes), request.amount <= 200 else { continue }
            let funds = FundsAtHand(available: chance.dice.number(0...200))
            let explanation = try RuleEngine.explain(request, by: engine, totals: counters, funds: funds)
            guard !explanation.judgement.outcome.isLawful, explanation.judgement.outcome != .error else { continue }
            var best: Int64?
            for amount in 1..<request.amount {
                let found = try RuleEngine.judge(request.with(amount: amount), by: engine, totals: counters, funds: funds)
                if found.outcome.isLawful { best = amount }
            }
            let lower = explanation.remedies.compactMap { if case .lowerAmount(let amount) = $0 { amount } else { nil } }
            #expect(lower == (best.map { [$0] } ?? []), "seed \(seed)")
            if best != nil { offered += 1 }
        }
        #expect(offered > 20)
    }
}
