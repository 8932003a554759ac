import ReferenceData
import Testing

@Suite struct CalendarDateTests {
    @Test(
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("1900-01-01", -25567), ("2000-02-29", 11016), ("2026-03-31", 20543),
            ("2026-04-01", 20544), ("2999-12-31", 376_199),
        ] as [(String, Int32)])
    func aDayHasItsNumberSince1970(_ iso: String, _ number: Int32) throws {
        let date = try CalendarDate(iso: iso)
        #expect(date.dayNumber == number)
        #expect(try CalendarDate(dayNumber: number) == date)
        #expect(date.iso == iso)
        var bytes: [UInt8] = [1]
        date.append(isoTo: &bytes)
        #expect(bytes == [1] + Array(iso.utf8))
    }

    @Test func everyDayOfTheCalendarFollowsTheOneBefore() throws {
        var expected = CalendarDate.earliest.dayNumber
        for year in 1900...2999 {
            for month in 1...12 {
                for day in 1...CalendarDate.daysIn(month: month, of: year) {
                    let date = try CalendarDate(year: year, month: month, day: day)
                    guard date.dayNumber == expected, date.year == year, date.month == month, date.day == day else {
                        Issue.record("\(year)-\(month)-\(day) is \(date.dayNumber), \(date.iso), not \(expected)")
                        return
                    }
                    expected += 1
                }
            }
        }
        #expect(expected - 1 == CalendarDate.latest.dayNumber)
    }

    @Test(arguments: [
        "", "2026-4-1", "2026/04/01", "20260401", "2026-04-01 ", " 2026-04-01", "2026-04-01T00", "+026-04-01",
        "01-04-2026", "2026-O4-01", "２026-04-01",
    ])
    func anotherFormIsRefused(_ text: String) {
        let error = refusal(.dateMalformed) { _ = try CalendarDate(iso: text) }
        #expect(error?.parameters == ["found": text, "expected": "YYYY-MM-DD"])
    }

    @Test(
        arguments: [
            ("2026-02-30", "2026-02-28"), ("2024-02-30", "2024-02-29"), ("1900-02-29", "1900-02-28"),
            ("2026-04-31", "2026-04-30"), ("2026-13-01", nil), ("2026-00-10", nil), ("2026-05-00", nil),
        ] as [(String, String?)])
    func aDayThatTheCalendarLacksIsRefused(_ text: String, _ nearest: String?) {
        let error = refusal(.dateUnknown) { _ = try CalendarDate(iso: text) }
        #expect(error?.parameters["nearest"] == nearest)
        #expect(error?.parameters["found"] == text)
    }

    @Test func theCalendarHasTwoEnds() throws {
        refusal(.dateOutOfRange) { _ = try CalendarDate(iso: "1899-12-31") }
        refusal(.dateOutOfRange) { _ = try CalendarDate(iso: "3000-01-01") }
        refusal(.dateOutOfRange) { _ = try CalendarDate.latest.adding(days: 1) }
        refusal(.dateOutOfRange) { _ = try CalendarDate.earliest.adding(days: -1) }
        refusal(.dateOutOfRange) { _ = try CalendarDate.latest.adding(days: .max) }
        refusal(.dateOutOfRange) { _ = try CalendarDate(dayNumber: .max) }
        #expect(try CalendarDate(iso: "2026-03-31").adding(days: 1).iso == "2026-04-01")
        #expect(try CalendarDate(iso: "2026-03-31") < CalendarDate(iso: "2026-04-01"))
    }
}
