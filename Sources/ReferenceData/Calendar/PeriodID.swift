/// A posting period, written `2026-P05`: P01 is April … P12 is March; P13 holds year-end adjustments and is chosen only
/// when it is named (DESIGN 4).
public struct PeriodID: Hashable, Comparable, Sendable {
    public let year: FiscalYear
    /// 1 to 13.
    public let number: Int

    public static let numbers = 1...13

    init(unchecked year: FiscalYear, _ number: Int) {
        self.year = year
        self.number = number
    }

    /// Refuses a number outside 1…13 with `E-REF-022`.
    public init(year: FiscalYear, number: Int) throws {
        guard Self.numbers.contains(number) else {
            throw Self.malformed("\(year.startYear)-P\(number)")
        }
        self.init(unchecked: year, number)
    }

    /// Reads `2026-P05`: `E-REF-022` for another form, `E-REF-021` for a year outside 1990…2998.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "P"),
            let year = FourDigits.read(bytes, at: 0)
        else { throw Self.malformed(text) }
        let tens = bytes[6] &- UInt8(ascii: "0")
        let units = bytes[7] &- UInt8(ascii: "0")
        guard tens <= 9, units <= 9, Self.numbers.contains(Int(tens) * 10 + Int(units)) else {
            throw Self.malformed(text)
        }
        self.init(unchecked: try FiscalYear(startYear: year), Int(tens) * 10 + Int(units))
    }

    /// Reads a month, `2026-P01` … `2026-P12`: refuses as `init(parsing:)`, and P13 with `E-REF-022`.
    public init(month text: String) throws {
        try self.init(parsing: text)
        guard !isAdjustment else {
            throw ReferenceError(.periodMalformed, ["found": text, "expected": "2026-P01…2026-P12"])
        }
    }

    /// The month's period that holds that day, never P13; refuses with `E-REF-021` outside the fiscal years.
    public init(of date: CalendarDate) throws {
        let month = date.month
        self.init(unchecked: try FiscalYear(of: date), month >= 4 ? month - 3 : month + 9)
    }

    /// `2026-P05`.
    public var text: String { "\(year.startYear)-P\(number < 10 ? "0" : "")\(number)" }

    public var isAdjustment: Bool { number == 13 }

    /// The days of the month; for P13 the last day of the year alone, where its entries stand in the order of days.
    public var days: ClosedRange<CalendarDate> {
        if isAdjustment { return year.lastDay...year.lastDay }
        let month = number <= 9 ? number + 3 : number - 9
        let calendarYear = number <= 9 ? year.startYear : year.startYear + 1
        let last = CalendarDate.daysIn(month: month, of: calendarYear)
        return FiscalYear.day(calendarYear, month, 1)...FiscalYear.day(calendarYear, month, last)
    }

    /// Whether an effective date is one of this period's own: its month; for P13, any day of its fiscal year.
    ///
    /// A late entry keeps its effective date and lies in a later, open period: that is the journal's to allow.
    public func contains(_ date: CalendarDate) -> Bool {
        isAdjustment ? year.contains(date) : days.contains(date)
    }

    public static func < (left: PeriodID, right: PeriodID) -> Bool {
        (left.year.startYear, left.number) < (right.year.startYear, right.number)
    }

    private static func malformed(_ found: String) -> ReferenceError {
        ReferenceError(.periodMalformed, ["found": found, "expected": "2026-P01…2026-P13"])
    }
}
