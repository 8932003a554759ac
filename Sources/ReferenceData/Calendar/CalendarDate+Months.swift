extension CalendarDate {
    /// The same day that many months later, or earlier where it is negative; the last day of that month where it has no such
    /// day. FORMAT.md, section 20. Refuses to leave the calendar with `E-REF-012`.
    public func later(months: Int) throws -> CalendarDate {
        let (year, month, day) = (self.year, self.month, self.day)
        let count = year * 12 + month - 1 + months
        guard count >= 12 else { throw ReferenceError(.dateOutOfRange, ["found": "\(iso) + \(months)", "expected": "1900-01-01…2999-12-31"]) }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return try CalendarDate(year: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, of: newYear)))
    }
}
