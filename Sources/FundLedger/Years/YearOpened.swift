import AuditTrail
import ReferenceData
import Storage

/// Whether a year's spending is held to envelopes. FORMAT.md, section 9, rule 5.
public enum BudgetControl: String, CaseIterable, Sendable { case controlled, none }

/// `year.opened/1`: a fiscal year with its thirteen periods. FORMAT.md, section 9.
public struct YearOpened: Record {
    public static let kind = "year.opened/1"
    public static let rules = AccountOpened.rules

    public let year: FiscalYear
    public let budget: BudgetControl

    public init(year: FiscalYear, budget: BudgetControl) {
        self.year = year
        self.budget = budget
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let text = try reader.string("budget")
        guard let budget = BudgetControl(rawValue: text) else { throw reader.malformed("budget", text) }
        self.budget = budget
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("budget", budget.rawValue)
        try writer.member("kind", kind)
        try writer.member("year", year.text)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard try JournalWorkspace.of(session).year(year.startYear) == nil else {
            throw LedgerError(.yearKnown, ["year": year.text, "fund": session.register.name])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try JournalWorkspace.of(session).open(year, budget: budget, at: sequence)
    }
}
