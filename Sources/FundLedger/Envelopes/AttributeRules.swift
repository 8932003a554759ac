import AuditTrail
import ReferenceData

/// What the rules that rule on a day let an envelope be marked with. FORMAT.md, section 18.1.
enum AttributeRules {
    /// Attribute names with their values, none for any; nil where no rule set rules on the day.
    static func ruling(on day: CalendarDate, in session: RegisterSession) throws -> [String: [String]]? {
        let rules = try AdoptedRules.of(session)
        guard let set = rules.ruling(on: day) else { return nil }
        let declared = try rules.engine(set.sequence).set.attributes
        return Dictionary(declared.map { ($0.name, $0.values) }, uniquingKeysWith: { $1 })
    }

    /// Refuses: E-ENV-009.
    static func check(_ envelope: Envelope, in session: RegisterSession) throws {
        guard let declared = try ruling(on: envelope.year.firstDay, in: session) else { return }
        try check(envelope, against: declared)
    }

    /// Refuses: E-ENV-009.
    static func check(_ envelope: Envelope, against declared: [String: [String]]) throws {
        for (name, value) in envelope.attributes.sorted(by: { $0.key < $1.key }) {
            let values = declared[name]
            guard let values, values.isEmpty || values.contains(value) else {
                throw LedgerError(
                    .attributeRefused,
                    [
                        "envelope": envelope.code, "attribute": name, "found": value,
                        "expected": (values ?? declared.keys.sorted()).joined(separator: ", "),
                    ])
            }
        }
    }
}
