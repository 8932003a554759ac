import AuditTrail
import ReferenceData
import Storage

/// The rule sets that a register adopted, and which of them rules on a day. FORMAT.md, section 18.3.
final class AdoptedRules: BatchWorkspace {
    typealias Adopted = RuleCalendar.Adopted

    let session: RegisterSession
    private var calendar = RuleCalendar()
    private var engines: [Int64: RuleEngine] = [:]
    private var chains: [Int64: [String: [Int64]]] = [:]

    static func of(_ session: RegisterSession) throws -> AdoptedRules {
        try session.workspace(AdoptedRules.self) { try AdoptedRules(session) }
    }

    private init(_ session: RegisterSession) throws {
        self.session = session
        calendar.sets = try session.connection.query(
            """
            SELECT sequence, name, version, first_day, last_day, replaces, replaced_by FROM rule_set
            WHERE register = ? ORDER BY sequence
            """, [.integer(session.register.number)]
        ) { row in
            Adopted(
                sequence: row.int(0), identity: RuleSetVersion(name: row.string(1), version: row.int(2)),
                from: try CalendarDate(dayNumber: Int32(clamping: row.int(3))),
                until: row.isNull(4) ? nil : try CalendarDate(dayNumber: Int32(clamping: row.int(4))),
                replaces: row.isNull(5) ? nil : row.int(5), replacedBy: row.isNull(6) ? nil : row.int(6))
        }
    }

    // MARK: Asking

    /// In the order of their records.
    var sets: [Adopted] { calendar.sets }

    func ruling(on day: CalendarDate) -> Adopted? { calendar.ruling(on: day) }

    func named(_ identity: RuleSetVersion) -> Adopted? { calendar.named(identity) }

    /// The rules of an adopted set, ready for judging.
    func engine(_ sequence: Int64) throws -> RuleEngine {
        if let kept = engines[sequence] { return kept }
        guard let adopted = try session.record(at: sequence) as? RuleSetAdopted else {
            throw LedgerError(.ruleSetUnknown, ["ruleset": String(sequence), "fund": session.register.name])
        }
        let engine = RuleEngine(adopted.set)
        engines[sequence] = engine
        return engine
    }

    /// The sets whose operations count for a limit of this one: itself, and those that it replaced, or that replaced it,
    /// as long as the limit was the same. Both ways, so that a day under the set before does not have a margin of its own.
    func counting(_ rule: String, of sequence: Int64) throws -> [Int64] {
        if let kept = chains[sequence]?[rule] { return kept }
        var chain = [sequence]
        while let last = chain.last, let before = sets.first(where: { $0.sequence == last })?.replaces,
            try engine(last).set.continuedLimits(of: engine(before).set).contains(rule)
        {
            chain.append(before)
        }
        var latest = sequence
        while let next = sets.first(where: { $0.replaces == latest })?.sequence,
            try engine(next).set.continuedLimits(of: engine(latest).set).contains(rule)
        {
            chain.append(next)
            latest = next
        }
        chains[sequence, default: [:]][rule] = chain
        return chain
    }

    // MARK: Adopting

    /// Refuses: E-TRF-001 for a set of the other fund.
    func requireFund(of set: RuleSet) throws {
        guard let fund = set.fund, fund.rawValue != session.register.name else { return }
        throw LedgerError(
            .ruleSetOfOtherFund,
            ["ruleset": set.identity.text, "fund": session.register.name, "other": fund.rawValue])
    }

    /// Refuses: E-TRF-001 … E-TRF-004.
    func judge(_ set: RuleSet) throws {
        let name = set.identity.text
        try requireFund(of: set)
        if let known = named(set.identity) {
            throw LedgerError(.ruleSetKnown, ["ruleset": name, "record": String(known.sequence)])
        }
        var replaced: Adopted?
        if let identity = set.replaces {
            let old = named(identity)
            let cause = old == nil ? "unknown" : old?.replacedBy != nil ? "replaced" : "earlier"
            guard let old, old.replacedBy == nil, set.from > old.from else {
                throw LedgerError(
                    .ruleSetNotReplaceable, ["ruleset": name, "replaces": identity.text, "cause": cause])
            }
            replaced = old
        }
        for other in sets where other.sequence != replaced?.sequence {
            let isBefore = set.until.map { $0 < other.from } ?? false
            let isAfter = other.until.map { $0 < set.from } ?? false
            guard isBefore || isAfter else {
                throw LedgerError(
                    .ruleSetsOverlap,
                    [
                        "ruleset": name, "other": other.identity.text, "from": other.from.iso,
                        "until": other.until?.iso ?? "",
                    ])
            }
        }
    }

    func adopt(_ set: RuleSet, at sequence: Int64) throws {
        let register = SQLValue.integer(session.register.number)
        chains = [:]
        let replaced = try calendar.adopt(set, at: sequence)
        if let replaced {
            try session.connection.run(
                "UPDATE rule_set SET last_day = ?, replaced_by = ? WHERE register = ? AND sequence = ?",
                day(replaced.until), .integer(sequence), register, .integer(replaced.sequence))
        }
        engines[sequence] = RuleEngine(set)
        try session.connection.run(
            """
            INSERT INTO rule_set (register, sequence, name, version, first_day, last_day, replaces, replaced_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, NULL)
            """,
            register, .integer(sequence), .text(set.identity.name), .integer(set.identity.version), day(set.from),
            day(set.until), replaced.map { .integer($0.sequence) } ?? .null)
        let budgets = try BudgetWorkspace.of(session)
        for rule in set.rules {
            guard case .limit(let limit) = rule.kind, case .percent = limit.cap else { continue }
            switch limit.across {
            case .envelope: continue
            case .group(let names): try budgets.watch(names)
            case .fund: try budgets.watch([])
            }
        }
    }

    private func day(_ date: CalendarDate?) -> SQLValue { date.map { .integer(Int64($0.dayNumber)) } ?? .null }

    func flush() throws {}
    func batchEnds(_ batch: BatchEnd) throws {}
}
