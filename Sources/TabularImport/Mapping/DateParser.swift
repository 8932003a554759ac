import ReferenceData

/// Reads dates of the formats of `DateFormat`; the calendar refuses days that do not exist.
enum DateParser {
    static func parse(_ bytes: UnsafeRawBufferPointer, _ format: DateFormat) -> ParsedValue {
        guard let (year, month, day) = components(bytes, format),
            let date = try? CalendarDate(year: year, month: month, day: day)
        else { return .refused(.badDate) }
        return .date(date)
    }

    private static func components(_ b: UnsafeRawBufferPointer, _ format: DateFormat) -> (Int, Int, Int)? {
        switch format {
        case .iso:
            guard b.count == 10 else { return nil }
            return isoComponents(b)
        case .dayFirst, .monthFirst:
            guard b.count == 10, b[2] == 0x2F, b[5] == 0x2F, let first = number(b, 0, 2), let second = number(b, 3, 2),
                let year = number(b, 6, 4)
            else { return nil }
            return format == .dayFirst ? (year, second, first) : (year, first, second)
        case .compact:
            guard b.count == 8, let year = number(b, 0, 4), let month = number(b, 4, 2), let day = number(b, 6, 2)
            else { return nil }
            return (year, month, day)
        case .stamp:
            guard b.count == 20, b[10] == 0x54, b[13] == 0x3A, b[16] == 0x3A, b[19] == 0x5A,
                let hour = number(b, 11, 2), let minute = number(b, 14, 2), let second = number(b, 17, 2),
                hour < 24, minute < 60, second < 60
            else { return nil }
            return isoComponents(b)
        }
    }

    private static func isoComponents(_ b: UnsafeRawBufferPointer) -> (Int, Int, Int)? {
        guard b[4] == 0x2D, b[7] == 0x2D, let year = number(b, 0, 4), let month = number(b, 5, 2),
            let day = number(b, 8, 2)
        else { return nil }
        return (year, month, day)
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
        var number = 0
        for index in start..<start + count {
            let digit = bytes[index] &- 0x30
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
