import ReferenceData

/// The rule sets that a register adopted, and which of them rules on a day. FORMAT.md, section 18.3.
struct RuleCalendar {
    struct Adopted {
        let sequence: Int64
        let identity: RuleSetVersion
        let from: CalendarDate
        /// The last day: its own, or an earlier one that a set which replaces it brought.
        var until: CalendarDate?
        /// Sequences.
        let replaces: Int64?
        var replacedBy: Int64?

        func rules(on day: CalendarDate) -> Bool { day >= from && until.map { day <= $0 } ?? true }
    }

    /// In the order of their records.
    var sets: [Adopted] = []

    func ruling(on day: CalendarDate) -> Adopted? { sets.last { $0.rules(on: day) } }

    func named(_ identity: RuleSetVersion) -> Adopted? { sets.first { $0.identity == identity } }

    /// Takes a set in. Gives the one that it replaces, as that now stands.
    mutating func adopt(_ set: RuleSet, at sequence: Int64) throws -> Adopted? {
        let place = set.replaces.flatMap { identity in sets.firstIndex { $0.identity == identity } }
        if let place {
            let last = try CalendarDate(dayNumber: set.from.dayNumber - 1)
            sets[place].until = sets[place].until.map { min($0, last) } ?? last
            sets[place].replacedBy = sequence
        }
        let replaced = place.map { sets[$0] }
        sets.append(
            Adopted(
                sequence: sequence, identity: set.identity, from: set.from, until: set.until,
                replaces: replaced?.sequence))
        return replaced
    }
}
