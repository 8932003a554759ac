import ReferenceData

/// What an employer's levy is reckoned from. It lives as long as the command: nothing of it is recorded, for an employer's
/// own figures may be tax-secret.
public struct LevyDeclaration: Sendable, Equatable {
    public let year: TaxationYear
    /// Total payroll of the calendar year (D-8.3, s. 4 and schedule).
    public let payroll: Cents
    /// Eligible training spending of the year, before government help (s. 5).
    public let spending: Cents
    /// Government help received for that spending.
    public let help: Cents
    /// Surplus of the year before (s. 11, first paragraph).
    public let surplus: Cents
    /// Whether a training initiative quality certificate is valid that year (r. 5, s. 1).
    public let hasCertificate: Bool
    /// What was spent the year before, net of help, where the employer is newly above the threshold (s. 11, second
    /// paragraph); nil where it is not newly so.
    public let yearBefore: Cents?

    public init(
        year: TaxationYear, payroll: Cents, spending: Cents = .zero, help: Cents = .zero, surplus: Cents = .zero,
        hasCertificate: Bool = false, yearBefore: Cents? = nil
    ) {
        self.year = year
        self.payroll = payroll
        self.spending = spending
        self.help = help
        self.surplus = surplus
        self.hasCertificate = hasCertificate
        self.yearBefore = yearBefore
    }
}
