/// A day of the proleptic Gregorian calendar, from 1900-01-01 to 2999-12-31; no time, no zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let dayNumber: Int32

    public static let earliest = CalendarDate(unchecked: -25_567)
    public static let latest = CalendarDate(unchecked: 376_199)

    private init(unchecked dayNumber: Int32) { self.dayNumber = dayNumber }

    /// Refuses a day that the calendar lacks (`E-REF-011`) or a year outside 1900–2999 (`E-REF-012`).
    public init(year: Int, month: Int, day: Int) throws {
        guard (1900...2999).contains(year) else {
            throw Self.outOfRange("\(year)-\(Self.padded(month))-\(Self.padded(day))")
        }
        let exists = (1...12).contains(month)
        guard exists, (1...Self.daysIn(month: month, of: year)).contains(day) else {
            var parameters = ["found": "\(year)-\(Self.padded(month))-\(Self.padded(day))"]
            if exists, day > 28 {
                parameters["nearest"] = "\(year)-\(Self.padded(month))-\(Self.daysIn(month: month, of: year))"
            }
            throw ReferenceError(.dateUnknown, parameters)
        }
        self.dayNumber = Self.dayNumber(year: year, month: month, day: day)
    }

    /// Refuses a number outside the calendar with `E-REF-012`.
    public init(dayNumber: Int32) throws {
        guard (Self.earliest.dayNumber...Self.latest.dayNumber).contains(dayNumber) else {
            throw Self.outOfRange(String(dayNumber))
        }
        self.dayNumber = dayNumber
    }

    /// Reads `YYYY-MM-DD` and nothing else: `E-REF-010` for another form, then as `init(year:month:day:)`.
    public init(iso text: String) throws {
        var text = text
        self = try text.withUTF8 { try CalendarDate(iso: UnsafeRawBufferPointer($0)) }
    }

    /// The same, from UTF-8 bytes, without allocation.
    public init(iso bytes: UnsafeRawBufferPointer) throws {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
            let day = Self.number(bytes, 8..<10)
        else {
            throw ReferenceError(
                .dateMalformed, ["found": String(decoding: bytes, as: UTF8.self), "expected": "YYYY-MM-DD"])
        }
        try self.init(year: year, month: month, day: day)
    }

    public var year: Int { components.year }
    /// 1 to 12.
    public var month: Int { components.month }
    /// 1 to 31.
    public var day: Int { components.day }

    /// `YYYY-MM-DD`.
    public var iso: String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            write(iso: UnsafeMutableRawBufferPointer(buffer))
            return 10
        }
    }

    /// Appends the ten bytes of `iso`.
    public func append(isoTo bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: 10, alignment: 1) { buffer in
            write(iso: buffer)
            bytes.append(contentsOf: buffer)
        }
    }

    /// That many days later, or earlier; refuses with `E-REF-012` to leave the calendar.
    public func adding(days: Int) throws -> CalendarDate {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        guard !overflow, let number = Int32(exactly: sum) else { throw Self.outOfRange("\(iso) + \(days)") }
        return try CalendarDate(dayNumber: number)
    }

    @inlinable
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

    /// 28 to 31; the month is 1 to 12.
    public static func daysIn(month: Int, of year: Int) -> Int {
        precondition((1...12).contains(month), "a month is 1 to 12")
        switch month {
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}

extension CalendarDate {
    /// Days of the shifted year that begins on 1 March, so that the leap day comes last (H. Hinnant,
    /// *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`).
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// The inverse (`civil_from_days`).
    var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private func write(iso buffer: UnsafeMutableRawBufferPointer) {
        let (year, month, day) = components
        let zero = UInt8(ascii: "0")
        buffer[0] = zero + UInt8(year / 1000)
        buffer[1] = zero + UInt8(year / 100 % 10)
        buffer[2] = zero + UInt8(year / 10 % 10)
        buffer[3] = zero + UInt8(year % 10)
        buffer[4] = UInt8(ascii: "-")
        buffer[5] = zero + UInt8(month / 10)
        buffer[6] = zero + UInt8(month % 10)
        buffer[7] = UInt8(ascii: "-")
        buffer[8] = zero + UInt8(day / 10)
        buffer[9] = zero + UInt8(day % 10)
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    private static func padded(_ number: Int) -> String { (0...9).contains(number) ? "0\(number)" : String(number) }

    private static func outOfRange(_ found: String) -> ReferenceError {
        ReferenceError(.dateOutOfRange, ["found": found, "expected": "1900-01-01…2999-12-31"])
    }
}
