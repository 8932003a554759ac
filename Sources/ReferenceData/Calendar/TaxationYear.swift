/// The calendar year of a levy, from 1 January to 31 December (D-8.3, s. 3): not the fiscal year. 1990 to 2998
/// (FORMAT.md, section 19).
public struct TaxationYear: Hashable, Comparable, Sendable {
    public let year: Int

    public static let years = 1990...2998

    /// Refuses a year outside 1990…2998 with `E-REF-023`.
    public init(_ year: Int) throws {
        guard Self.years.contains(year) else { throw Self.malformed(String(year)) }
        self.year = year
    }

    /// Reads four digits: `E-REF-023` for anything else.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        guard bytes.count == 4, let year = FourDigits.read(bytes, at: 0), Self.years.contains(year) else {
            throw Self.malformed(text)
        }
        self.year = year
    }

    /// The year that holds that day; refuses with `E-REF-023` outside 1990…2998.
    public init(of date: CalendarDate) throws { try self.init(date.year) }

    /// `2026`.
    public var text: String { String(year) }

    /// 1 January.
    public var firstDay: CalendarDate { FiscalYear.day(year, 1, 1) }

    /// 31 December.
    public var lastDay: CalendarDate { FiscalYear.day(year, 12, 31) }

    /// The last day of February of the year after: a levy is paid by then (Revenu Québec; D-8.3, s. 14).
    public var dueDay: CalendarDate {
        FiscalYear.day(year + 1, 2, CalendarDate.daysIn(month: 2, of: year + 1))
    }

    public static func < (left: TaxationYear, right: TaxationYear) -> Bool { left.year < right.year }

    private static func malformed(_ found: String) -> ReferenceError {
        ReferenceError(.taxationYearMalformed, ["found": found, "expected": "1990…2998"])
    }
}
