/// TIME as seconds since 1970 and back, by the proleptic Gregorian calendar.
public enum UnixTime {
    /// Seconds since 1970-01-01T00:00:00Z; nil for what is no TIME.
    public static func seconds(_ time: String) -> Int64? {
        guard Grammar.isTime(time) else { return nil }
        let digits = time.utf8.map { Int64($0) - 0x30 }
        func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + $1 } }
        let days = day(number(0..<4), number(5..<7), number(8..<10))
        return ((days * 24 + number(11..<13)) * 60 + number(14..<16)) * 60 + number(17..<19)
    }

    /// TIME; where the seconds lie outside 1900 … 2999, the number itself.
    public static func text(_ seconds: Int64) -> String {
        guard (-2_208_988_800..<32_503_680_000).contains(seconds) else { return String(seconds) }
        let second = seconds - floorDivided(seconds, 86_400) * 86_400
        let (year, month, day) = date(floorDivided(seconds, 86_400))
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }

    // Years are counted from March, so that the leap day ends them; 400 of them have 146 097 days.

    private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let from = month > 2 ? year : year - 1
        let era = floorDivided(from, 400)
        let inEra = from - era * 400
        let inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468
    }

    private static func date(_ day: Int64) -> (Int64, Int64, Int64) {
        let shifted = day + 719_468
        let era = floorDivided(shifted, 146_097)
        let inEra = shifted - era * 146_097
        let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        let shown = month < 10 ? month + 3 : month - 9
        return (era * 400 + year + (shown <= 2 ? 1 : 0), shown, inYear - (153 * month + 2) / 5 + 1)
    }

    private static func floorDivided(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}
