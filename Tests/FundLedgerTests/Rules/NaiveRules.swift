import ReferenceData

@testable import FundLedger

/// A second evaluator, written from docs/rules.en.md alone: it keeps every earlier operation and counts anew each time.
struct NaiveRules {
    struct Envelope {
        let facts: EnvelopeFacts
        var initial: Int64
        var authorised: Int64
    }

    struct Posted {
        let request: TransferRequest
        /// The place of the set under which it was posted.
        let set: Int
        var returned: Int64 = 0
    }

    struct Verdict {
        let outcome: RuleOutcome
        let rules: [String]
        /// rule, side, base, cap, counted
        let terms: [(String, RuleSide, Int64?, Int64, Int64)]
    }

    /// Every set that was in force, each replacing the one before it.
    var sets: [RuleSet] = []
    var envelopes: [Envelope] = []
    var posted: [Posted] = []

    func judge(_ request: TransferRequest, available: Int64, room: Int64?, approvals: Set<String>) -> Verdict {
        guard let set = sets.last, set.from <= request.date, set.until.map({ request.date <= $0 }) ?? true else {
            return Verdict(outcome: .notPermitted, rules: [], terms: [])
        }
        var terms: [(String, RuleSide, Int64?, Int64, Int64)] = []
        var broken: [String] = [], exceeded: [String] = [], applying: [TransferRule] = []
        for rule in set.rules {
            guard let applies = self.applies(rule, request) else {
                broken.append(rule.id)
                continue
            }
            guard applies else { continue }
            applying.append(rule)
            guard case .limit(let limit) = rule.kind else { continue }
            for side in [RuleSide.source, .target] {
                if limit.of == .source && side == .target || limit.of == .target && side == .source { continue }
                guard let own = side == .source ? request.source : request.target else { continue }
                if case .group(let names) = limit.across, names.contains(where: { value($0, own) == nil }) {
                    if !broken.contains(rule.id) { broken.append(rule.id) }
                    continue
                }
                let counted = limit.over == .operation ? 0 : history(rule, limit, own)
                let now = flow(limit.counts, request, limit.across, own, request.amount)
                switch limit.cap {
                case .cents(let cap):
                    if counted + now > cap { exceeded.append(rule.id) }
                    terms.append((rule.id, side, nil, cap, counted))
                case .percent(let percent, let basis):
                    var base: Int64 = 0
                    for envelope in envelopes where isIn(envelope.facts, limit.across, own) {
                        base += basis == .initial ? envelope.initial : envelope.authorised
                    }
                    if Int128(counted + now) * 100 * 1_000_000 > Int128(percent) * Int128(base) { exceeded.append(rule.id) }
                    terms.append((rule.id, side, base, Int64(Int128(percent) * Int128(base) / 100_000_000), counted))
                }
            }
        }
        func say(_ outcome: RuleOutcome, _ rules: [String]) -> Verdict {
            Verdict(outcome: outcome, rules: Set(rules).sorted(), terms: outcome == .error ? [] : terms)
        }
        let forbids = applying.filter { $0.kind == .forbid }.map(\.id)
        let permits = applying.filter { $0.kind == .permit }.map(\.id)
        let asked = applying.filter { rule in
            if case .requireApproval(let authority) = rule.kind { !approvals.contains(authority) } else { false }
        }.map(\.id)
        if !broken.isEmpty { return say(.error, broken) }
        if !forbids.isEmpty { return say(.forbidden, forbids) }
        if permits.isEmpty { return say(.notPermitted, []) }
        if !exceeded.isEmpty { return say(.overLimit, exceeded) }
        if available < request.amount { return say(.insufficientFunds, []) }
        if let room, [.carryOver, .advance].contains(request.operation), room < request.amount { return say(.insufficientFunds, []) }
        return asked.isEmpty ? say(.permitted, permits) : say(.needsApproval, asked)
    }

    // MARK: What is so

    /// True, false, or nil for unknown.
    func applies(_ rule: TransferRule, _ request: TransferRequest) -> Bool? {
        let when = isSo(rule.when, request)
        let exceptions = rule.unless.map { isSo($0.when, request) }
        if when == false || exceptions.contains(true) { return false }
        return when == nil || exceptions.contains(nil) ? nil : true
    }

    private func isSo(_ when: RuleCondition, _ request: TransferRequest) -> Bool? {
        var parts: [Bool?] = []
        if !when.operations.isEmpty { parts.append(when.operations.contains(request.operation)) }
        for test in when.source { parts.append(isSo(test, request.source)) }
        for test in when.target { parts.append(request.target.map { isSo(test, $0) } ?? .some(false)) }
        for (names, wanted) in [(when.same, true), (when.differ, false)] {
            for name in names {
                guard let target = request.target else {
                    parts.append(false)
                    continue
                }
                let (left, right) = (value(name, request.source), value(name, target))
                parts.append(left == nil || right == nil ? nil : (left == right) == wanted)
            }
        }
        if let above = when.above { parts.append(request.amount > above) }
        if let atMost = when.atMost { parts.append(request.amount <= atMost) }
        let day = inYear(request.date.month, request.date.day)
        if let from = when.windowFrom { parts.append(inYear(from.month, from.day) <= day) }
        if let until = when.windowUntil { parts.append(day <= inYear(until.month, until.day)) }
        if let from = when.from { parts.append(from.iso <= request.date.iso) }
        if let until = when.until { parts.append(request.date.iso <= until.iso) }
        if parts.contains(false) { return false }
        return parts.contains(nil) ? nil : true
    }

    private func isSo(_ test: RuleCondition.AttributeTest, _ envelope: EnvelopeFacts) -> Bool? {
        guard let value = value(test.name, envelope) else { return nil }
        return test.isNegated ? !test.values.contains(value) : test.values.contains(value)
    }

    private func value(_ name: String, _ envelope: EnvelopeFacts) -> String? {
        if name == "envelope" { return envelope.code }
        if name == "year" { return "\(envelope.year.startYear)-\(envelope.year.startYear + 1)" }
        return name == "parent" ? envelope.parent : envelope.attributes[name]
    }

    /// Days of a fiscal year as a text that sorts.
    private func inYear(_ month: Int, _ day: Int) -> Int { (month >= 4 ? month : month + 12) * 100 + day }

    // MARK: What is counted

    private func isIn(_ envelope: EnvelopeFacts, _ across: RuleLimit.Across, _ own: EnvelopeFacts) -> Bool {
        if envelope.year != own.year { return false }
        switch across {
        case .envelope: return envelope.code == own.code
        case .fund: return true
        case .group(let names): return names.allSatisfy { value($0, envelope) != nil && value($0, envelope) == value($0, own) }
        }
    }

    private func flow(
        _ counts: RuleLimit.Counts, _ request: TransferRequest, _ across: RuleLimit.Across, _ own: EnvelopeFacts, _ amount: Int64
    ) -> Int64 {
        let out = isIn(request.source, across, own) ? amount : 0
        let into = request.target.map { isIn($0, across, own) } ?? false ? amount : 0
        switch counts {
        case .outflow: return out
        case .inflow: return into
        case .gross: return out + into
        case .net: return out - into
        }
    }

    private func history(_ rule: TransferRule, _ limit: RuleLimit, _ own: EnvelopeFacts) -> Int64 {
        var sum: Int64 = 0
        for operation in posted {
            let between = sets[operation.set...].map { set in set.rules.first { $0.id == rule.id } }
            guard between.allSatisfy({ $0?.kind == rule.kind && $0?.when == rule.when && $0?.unless == rule.unless }),
                applies(rule, operation.request) == true
            else { continue }
            let amount = limit.counts == .net ? operation.request.amount - operation.returned : operation.request.amount
            sum += flow(limit.counts, operation.request, limit.across, own, amount)
        }
        return sum
    }
}
