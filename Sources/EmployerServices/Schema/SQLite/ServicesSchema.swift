/// The tables of EmployerServices in SQLite's dialect, two versions of the book. All of them are rebuilt from records.
///
/// The register's number comes first in every key. Days are day numbers. The `id` of what is numbered by fiscal year is the
/// start year × 10¹² + the number. `root` is the employer that counts after mergers.
public enum ServicesSchema {
    /// Lists, employers, what is done with them, committees.
    public static let registry = [lists, employers, interventions, committees, participations, slips].joined(separator: "\n")

    /// Agreements and indicators, and what searches and counts ask of employers. A book of the version before may have
    /// tables of these names, which nothing was ever written to: they are made anew.
    public static let agreementsAndIndicators =
        ([
            "agreement", "agreement_module", "agreement_step", "indicator", "indicator_value", "target", "published_month",
            "published_figure", "variance", "follow_up",
        ].map { "DROP TABLE IF EXISTS \($0);" } + [agreements, indicators, words, interventionsOfEmployers]).joined(separator: "\n")

    public static let all = registry + "\n" + agreementsAndIndicators
}
