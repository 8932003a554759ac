import ReferenceData
import Testing

@Suite struct RatioTests {
    @Test(arguments: [
        (250_000_000, 2_500_000), (200_000_050, 2_000_000), (200_000_051, 2_000_001), (200_000_150, 2_000_002),
        (200_000_049, 2_000_000), (50, 0), (150, 2), (-50, 0), (-150, -2), (-151, -2), (0, 0),
    ])
    func onePercentIsRoundedHalfEven(amount: Int64, expected: Int64) throws {
        #expect(try Ratio(1, over: 100).halfEven(of: Cents(amount)) == Cents(expected))
    }

    @Test func theProductMayLeave64BitsButNotTheResult() throws {
        #expect(try Ratio(99, over: 100).halfEven(of: Cents(.max)) == Cents(9_131_138_316_486_228_049))
        refusal(.amountOverflow) { _ = try Ratio(3, over: 2).halfEven(of: Cents(.max)) }
    }

    @Test func aTaxationYearIsACalendarYear() throws {
        let year = try TaxationYear(parsing: "2027")
        #expect(year.firstDay.iso == "2027-01-01")
        #expect(year.lastDay.iso == "2027-12-31")
        #expect(year.dueDay.iso == "2028-02-29")
        #expect(try TaxationYear(of: CalendarDate(iso: "2026-03-31")).text == "2026")
        for wrong in ["27", "+027", "2027-2028", "1989", "2999", ""] {
            refusal(.taxationYearMalformed) { _ = try TaxationYear(parsing: wrong) }
        }
    }
}
