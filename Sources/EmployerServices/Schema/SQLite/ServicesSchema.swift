/// The tables of EmployerServices in SQLite's dialect, one version of the book. All of them are rebuilt from records.
///
/// The register's number comes first in every key. Days are day numbers. The `id` of what is numbered by fiscal year is the
/// start year × 10¹² + the number. `root` is the employer that counts after mergers.
public enum ServicesSchema {
    public static let all = [
        lists, employers, interventions, committees, agreements, participations, slips, indicators,
    ].joined(separator: "\n")
}
