/// The government's fiscal year, from 1 April to 31 March (DOMAIN; D-8.3 s. 41 for the FNF), written `2026-2027`.
public struct FiscalYear: Hashable, Comparable, Sendable {
    /// The calendar year of its 1 April: 1990 to 2998.
    public let startYear: Int

    public static let startYears = 1990...2998

    /// Refuses a year outside 1990…2998 with `E-REF-021`.
    public init(startYear: Int) throws {
        guard Self.startYears.contains(startYear) else { throw Self.outOfRange(String(startYear)) }
        self.startYear = startYear
    }

    /// Reads `2026-2027`: `E-REF-020` for another form or when the second year is not the one after the first,
    /// `E-REF-021` outside 1990…2998.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        guard let first = FourDigits.read(bytes, at: 0) else { throw Self.malformed(text, nil) }
        guard bytes.count == 9, bytes[4] == UInt8(ascii: "-"), FourDigits.read(bytes, at: 5) == first + 1 else {
            throw Self.malformed(text, first)
        }
        guard Self.startYears.contains(first) else { throw Self.outOfRange(text) }
        self.startYear = first
    }

    /// The year that holds that day; refuses with `E-REF-021` outside 1990…2998.
    public init(of date: CalendarDate) throws {
        let (year, month, _) = date.components
        let start = month >= 4 ? year : year - 1
        guard Self.startYears.contains(start) else { throw Self.outOfRange(date.iso) }
        self.startYear = start
    }

    /// `2026-2027`.
    public var text: String { "\(startYear)-\(startYear + 1)" }

    /// 1 April.
    public var firstDay: CalendarDate { Self.day(startYear, 4, 1) }

    /// 31 March.
    public var lastDay: CalendarDate { Self.day(startYear + 1, 3, 31) }

    public func contains(_ date: CalendarDate) -> Bool { date >= firstDay && date <= lastDay }

    /// P01 to P13.
    public var periods: [PeriodID] { PeriodID.numbers.map { PeriodID(unchecked: self, $0) } }

    /// Refuses with `E-REF-021` to go past the last year.
    public func next() throws -> FiscalYear { try FiscalYear(startYear: startYear + 1) }

    /// Refuses with `E-REF-021` to go before the first year.
    public func previous() throws -> FiscalYear { try FiscalYear(startYear: startYear - 1) }

    public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.startYear < right.startYear }

    /// A day that is known to exist.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        guard let date = try? CalendarDate(year: year, month: month, day: day) else {
            preconditionFailure("a fiscal year's days lie in the calendar")
        }
        return date
    }

    private static func malformed(_ found: String, _ first: Int?) -> ReferenceError {
        var parameters = ["found": found, "expected": "2026-2027"]
        if let first, startYears.contains(first) { parameters["nearest"] = "\(first)-\(first + 1)" }
        return ReferenceError(.fiscalYearMalformed, parameters)
    }

    private static func outOfRange(_ found: String) -> ReferenceError {
        ReferenceError(.fiscalYearOutOfRange, ["found": found, "expected": "1990-1991…2998-2999"])
    }
}

enum FourDigits {
    /// Four ASCII digits at that offset, or nil.
    static func read(_ bytes: [UInt8], at offset: Int) -> Int? {
        guard bytes.count >= offset + 4 else { return nil }
        var number = 0
        for byte in bytes[offset..<offset + 4] {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
