import AuditTrail
import ReferenceData
import Storage

/// What the envelopes of a scope were first given and are authorised, together: kept at every change for the names by
/// which the limits of adopted rules group, so that a limit reads one row however many envelopes there are.
final class ScopeSums {
    struct Sums: Equatable {
        var initial: Int128 = 0
        var current: Int128 = 0
    }

    private struct Key: Hashable {
        let year: Int
        let key: String
    }

    private let session: RegisterSession
    /// Lists of names, ascending; an empty one is the whole fund.
    private var watched: [[String]]
    private var sums: [Key: Sums] = [:]
    private var changed: Set<Key> = []

    init(_ session: RegisterSession) throws {
        self.session = session
        watched = try session.connection.query(
            "SELECT names FROM budget_scope_names WHERE register = ? ORDER BY names", [.integer(session.register.number)]
        ) { $0.string(0).split(separator: ",").map(String.init) }
    }

    var isIdle: Bool { watched.isEmpty }

    /// Whether these names are new. From here on their sums are kept; those of the envelopes known are to be added.
    func watch(_ names: [String]) throws -> Bool {
        guard !watched.contains(names) else { return false }
        watched.append(names)
        try session.connection.run(
            "INSERT INTO budget_scope_names (register, names) VALUES (?, ?)", .integer(session.register.number),
            .text(names.joined(separator: ",")))
        return true
    }

    /// Adds to the scopes that an envelope lies in, by all names that are watched or by these alone.
    func add(initial: Int128, current: Int128, of envelope: EnvelopeFacts, by only: [String]? = nil) throws {
        for names in only.map({ [$0] }) ?? watched {
            guard let scope = RuleScope(names.isEmpty ? .fund : .group(names), of: envelope) else { continue }
            let key = Key(year: scope.year.startYear, key: scope.key)
            var kept = try sums(key)
            kept.initial += initial
            kept.current += current
            sums[key] = kept
            changed.insert(key)
        }
    }

    func sums(of scope: RuleScope) throws -> Sums { try sums(Key(year: scope.year.startYear, key: scope.key)) }

    private func sums(_ key: Key) throws -> Sums {
        if let kept = sums[key] { return kept }
        let found = try session.connection.first(
            "SELECT initial_cents, current_cents FROM budget_scope WHERE register = ? AND year = ? AND scope = ?",
            [.integer(session.register.number), .integer(Int64(key.year)), .text(key.key)]
        ) { Sums(initial: Int128($0.string(0)) ?? 0, current: Int128($0.string(1)) ?? 0) }
        sums[key] = found ?? Sums()
        return found ?? Sums()
    }

    func flush() throws {
        for key in changed {
            let kept = sums[key] ?? Sums()
            try session.connection.run(
                """
                INSERT INTO budget_scope (register, year, scope, initial_cents, current_cents) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (register, year, scope) DO UPDATE SET
                    initial_cents = excluded.initial_cents, current_cents = excluded.current_cents
                """,
                .integer(session.register.number), .integer(Int64(key.year)), .text(key.key),
                .text(String(kept.initial)), .text(String(kept.current)))
        }
        changed = []
    }
}

extension BudgetWorkspace {
    /// What rules know of an envelope. Refuses: E-ENV-006.
    func facts(_ code: String, in year: FiscalYear) throws -> EnvelopeFacts {
        let state = try knownEnvelope(code, in: year)
        if let kept = factsKept[state.id] { return kept }
        let parent = try session.connection.first(
            "SELECT parent FROM envelope WHERE id = ?", [.integer(state.id)]) { $0.isNull(0) ? nil : $0.string(0) }
        let marks = try session.connection.query(
            "SELECT name, value FROM envelope_attribute WHERE envelope = ?", [.integer(state.id)]
        ) { ($0.string(0), $0.string(1)) }
        let facts = EnvelopeFacts(
            code: code, year: year, parent: parent ?? nil, attributes: Dictionary(marks, uniquingKeysWith: { $1 }))
        factsKept[state.id] = facts
        return facts
    }

    /// Keeps sums by these names from here on: the envelopes known are gone through once.
    func watch(_ names: [String]) throws {
        guard try scopes.watch(names) else { return }
        try flush()
        let known = try session.connection.query(
            "SELECT code, year FROM envelope WHERE register = ? ORDER BY id", [.integer(session.register.number)]
        ) { ($0.string(0), try FiscalYear(startYear: Int($0.int(1)))) }
        for (code, year) in known {
            guard let amounts = try envelope(code, in: year)?.amounts else { continue }
            try scopes.add(
                initial: Int128(amounts.initial), current: Int128(amounts.authorised), of: facts(code, in: year), by: names)
        }
    }
}
