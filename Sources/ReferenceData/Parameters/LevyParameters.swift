/// What the levy of the FNF is reckoned by (act D-8.3 and its regulations): dated, cited, and marked where no source was
/// found. A value holds for the taxation years that begin on its day or after.
public enum LevyParameters {
    /// Payroll of a calendar year above which an employer takes part. r. 4, s. 1 fixes it; its dates before 2015 and the
    /// first amount are named defaults.
    public static let threshold = fixed(
        "levy-threshold",
        [
            (1998, Cents(25_000_000), "levy-threshold-before-r4/v1", .notFound),
            (2004, Cents(100_000_000), "D-8.3 r. 4 § 1 (D. 1307-2003, 2003 G.O. 2, 5395)", .dateNotFound),
            (2015, Cents(200_000_000), "D-8.3 § 3; Revenu Québec", .cited),
        ])

    /// The part of the payroll to be spent on eligible training.
    public static let rate = fixed(
        "levy-rate", [(1996, Ratio(1, over: 100), "D-8.3 § 3 (1995, c. 43)", .dateNotFound)])

    /// Whether an employer newly above the threshold counts what it spent the year before.
    public static let firstYearCountsYearBefore = fixed(
        "levy-first-year-before", [(1996, true, "D-8.3 § 11 ¶ 2", .dateNotFound)])

    /// Whether the holder of a training initiative quality certificate is exempted while it is valid.
    public static let certificateExempts = fixed(
        "levy-quality-certificate", [(2008, true, "D-8.3 r. 5 § 1 (D. 1063-2007)", .dateNotFound)])

    /// What becomes of government help above the year's eligible spending: none of it is counted against other years.
    public static let helpAboveSpending = fixed(
        "levy-help-above-spending", [(1996, "floor-at-zero", "levy-help-above-spending/v1", .notFound)])

    /// What becomes of a surplus brought into a year in which the employer does not take part.
    public static let surplusOutside = fixed(
        "levy-surplus-outside", [(1996, "not-determined", "levy-surplus-outside/v1", .notFound)])

    /// When a levy is paid.
    public static let dueDay = fixed(
        "levy-due-day", [(1996, "last-day-of-february", "Revenu Québec (RLZ-1.S)", .dateNotFound)])

    /// How long, at most, the money of a closed training mutual stays reserved for those it served.
    public static let mutualReserveYears = fixed(
        "mutual-reserve-years", [(2008, 3, "D-8.3 r. 7 § 12", .dateNotFound)])

    /// Days before its expiry from which earmarked money is warned of.
    public static let earmarkWarningDays = fixed(
        "earmark-warning-days", [(1996, 90, "earmark-warning-days/v1", .notFound)])

    static func fixed<Value: Sendable>(
        _ name: String, _ steps: [(year: Int, value: Value, citation: String, mark: SourceMark)]
    ) -> DatedParameter<Value> {
        let parameter = try? DatedParameter(
            name: name,
            steps: steps.map {
                .init(
                    from: FiscalYear.day($0.year, 1, 1), value: $0.value, citation: $0.citation, mark: $0.mark)
            })
        guard let parameter else { preconditionFailure("a parameter's dates ascend: \(name)") }
        return parameter
    }
}
