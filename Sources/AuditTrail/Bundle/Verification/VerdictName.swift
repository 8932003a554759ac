/// The verdicts, each judged apart. FORMAT.md, section 11.
public enum VerdictName: String, CaseIterable, Sendable {
    case integrity, origin, authorship, completeness
    case appendOnly = "append-only"
    case books, budgets, rules, figures, pairing, time
}
