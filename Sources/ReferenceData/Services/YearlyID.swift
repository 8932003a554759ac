/// What is numbered by fiscal year in the register of employers. FORMAT.md, section 20.
public protocol YearlySeries: Sendable {
    /// Three capital letters: `INT`.
    static var prefix: String { get }
}

public enum InterventionSeries: YearlySeries { public static let prefix = "INT" }
public enum AgreementSeries: YearlySeries { public static let prefix = "AGR" }
public enum ParticipationSeries: YearlySeries { public static let prefix = "PAR" }

/// `INT-2026-000123`: an intervention, by the fiscal year in which it begins.
public typealias InterventionID = YearlyID<InterventionSeries>
/// `AGR-2026-000123`: a qualification agreement, by the fiscal year of its draft.
public typealias AgreementID = YearlyID<AgreementSeries>
/// `PAR-2026-000123`: a participation, by the fiscal year of its start.
public typealias ParticipationID = YearlyID<ParticipationSeries>

/// An id of a series that begins anew each fiscal year, gapless: prefix, the start year of the fiscal year, a number of at
/// least six digits without a leading zero beyond six. FORMAT.md, section 20.
public struct YearlyID<Series: YearlySeries>: Hashable, Comparable, Sendable {
    public let year: FiscalYear
    /// From 1, at most twelve digits.
    public let number: Int64

    /// Refuses a number outside 1…999 999 999 999 with `E-REF-035`.
    public init(year: FiscalYear, number: Int64) throws {
        guard EntryID.numbers.contains(number) else { throw Self.malformed(String(number)) }
        self.year = year
        self.number = number
    }

    /// Refuses another form, a year that is none, a number out of range with `E-REF-035`.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        let prefix = Array((Series.prefix + "-").utf8)
        guard bytes.starts(with: prefix), let start = FourDigits.read(bytes, at: prefix.count),
            let year = try? FiscalYear(startYear: start), bytes.count > prefix.count + 5,
            bytes[prefix.count + 4] == UInt8(ascii: "-"),
            let number = NumberedID.number(bytes[(prefix.count + 5)...])
        else { throw Self.malformed(text) }
        self.year = year
        self.number = number
    }

    /// The id of a row's key: start year × 10¹² + number. Refuses another with `E-REF-035`.
    public init(key: Int64) throws {
        guard let year = try? FiscalYear(startYear: Int(key / Self.yearFactor)) else { throw Self.malformed(String(key)) }
        try self.init(year: year, number: key % Self.yearFactor)
    }

    /// Start year × 10¹² + number: what rows are ordered by.
    public var key: Int64 { Int64(year.startYear) * Self.yearFactor + number }

    /// The keys of a fiscal year.
    public static func keys(of year: FiscalYear) -> ClosedRange<Int64> {
        let base = Int64(year.startYear) * yearFactor
        return (base + 1)...(base + EntryID.numbers.upperBound)
    }

    /// `INT-2026-000123`.
    public var text: String { NumberedID.text("\(Series.prefix)-\(year.startYear)", number) }

    public static func < (left: Self, right: Self) -> Bool { left.key < right.key }

    private static var yearFactor: Int64 { 1_000_000_000_000 }

    private static func malformed(_ found: String) -> ReferenceError {
        ReferenceError(.yearlyIDMalformed, ["found": found, "expected": "\(Series.prefix)-2026-000123"])
    }
}
