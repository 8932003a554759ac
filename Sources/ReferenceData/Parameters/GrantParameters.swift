/// Who approves grants, by amount (A-6.01 r. 6, s. 3), and what looks like splitting one to stay below a rung.
public enum GrantParameters {
    /// The rungs of a fund, the highest first; the last holds every amount. Exceptions of s. 4 beyond approved norms are
    /// not encoded.
    public static func ladder(_ fund: FundCode) -> DatedParameter<[AuthorityRung]> {
        switch fund {
        case .fnf: fnfLadder
        case .fdmt: fdmtLadder
        }
    }

    public static let fnfLadder = ladder("grant-authority-fnf", norms: .commission)
    public static let fdmtLadder = ladder("grant-authority-fdmt", norms: .minister)

    /// Days within which grants to one recipient are summed to see whether they were split under a rung.
    public static let splittingWindowDays = LevyParameters.fixed(
        "grant-splitting-days", [(1996, 365, "grant-splitting-days/v1", .notFound)])

    /// Who is asked to approve an amount. Refuses a day before the ladder with `E-REF-050`.
    public static func authority(
        for amount: Cents, of fund: FundCode, normsApproved: Bool, on date: CalendarDate
    ) throws -> GrantAuthority {
        let rung = try ladder(fund).value(asOf: date).first { $0.holds(amount) }
        return rung.map { normsApproved ? $0.withNorms : $0.authority } ?? .direction
    }

    private static func ladder(_ name: String, norms: GrantAuthority) -> DatedParameter<[AuthorityRung]> {
        let rungs = [
            AuthorityRung(.government, withNorms: .government, from: Cents(100_000_000), includesAmount: true),
            AuthorityRung(.conseilDuTresor, withNorms: norms, from: Cents(5_000_000), includesAmount: false),
            AuthorityRung(.direction, withNorms: .direction, from: .zero, includesAmount: true),
        ]
        return LevyParameters.fixed(
            name, [(1990, rungs, "A-6.01 r. 6 § 3 (D. 1646-88, D. 1567-94)", .dateNotFound)])
    }
}
