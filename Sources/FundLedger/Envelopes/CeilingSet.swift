import AuditTrail
import ReferenceData

/// What a ceiling of a fund comes from: its estimates approved by Parliament, or its available balance.
public enum CeilingBasis: String, CaseIterable, Sendable { case estimates, balance }

/// `ceiling.set/1`: what a fund may neither authorise nor commit and spend beyond in a year. FORMAT.md, section 18.1.
public struct CeilingSet: Record, Equatable {
    public static let kind = "ceiling.set/1"
    public static let rules = EnvelopeOpened.rules
    public static let citationBytes = 1...500

    public let year: FiscalYear
    public let basis: CeilingBasis
    /// Cents, zero or more.
    public let amount: Int64
    public let citation: String

    public init(year: FiscalYear, basis: CeilingBasis, amount: Int64, citation: String) {
        self.year = year
        self.basis = basis
        self.amount = amount
        self.citation = citation
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        let text = try reader.string("basis")
        guard let basis = CeilingBasis(rawValue: text) else { throw reader.malformed("basis", text) }
        self.basis = basis
        citation = try reader.text("citation", bytes: Self.citationBytes)
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("basis", basis.rawValue)
        try writer.member("citation", citation)
        try writer.member("kind", kind)
        try writer.member("year", year.text)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        try budgets.requireNoneAwaited()
        try budgets.requireControlled(year)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).set(self, at: sequence)
    }
}
