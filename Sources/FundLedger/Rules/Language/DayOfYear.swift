import ReferenceData

/// A day of every fiscal year, `MM-DD`, in the order from 04-01 to 03-31. 02-29 comes after 02-28 in every year.
public struct DayOfYear: Hashable, Comparable, Sendable {
    public let month: Int
    public let day: Int

    public static let first = DayOfYear(month: 4, day: 1)
    public static let last = DayOfYear(month: 3, day: 31)

    private init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }

    public init(_ date: CalendarDate) {
        self.init(month: date.month, day: date.day)
    }

    /// Nil where the text is no `MM-DD`, or no year has that day.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let digits = [0, 1, 3, 4].map { $0 < bytes.count ? Int(bytes[$0]) - 0x30 : -1 }
        guard bytes.count == 5, bytes[2] == UInt8(ascii: "-"), digits.allSatisfy((0...9).contains) else { return nil }
        let (month, day) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        // 2000 has every day that any year has.
        guard (1...12).contains(month), (1...CalendarDate.daysIn(month: month, of: 2000)).contains(day) else { return nil }
        self.init(month: month, day: day)
    }

    /// `12-31`.
    public var text: String { (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)" }

    /// Ascends from 04-01 to 03-31.
    var place: Int { (month + 8) % 12 * 32 + day }

    public static func < (left: DayOfYear, right: DayOfYear) -> Bool { left.place < right.place }
}
