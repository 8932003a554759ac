import AuditTrail
import Testing

@Suite struct UnixTimeTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2000-02-29T12:00:00Z", 951_825_600),
        ("2023-03-20T12:25:47Z", 1_679_315_147), ("1900-01-01T00:00:00Z", -2_208_988_800),
        ("2999-12-31T23:59:59Z", 32_503_679_999), ("2026-05-01T14:30:00Z", 1_777_645_800),
    ])
    func aTimeIsSecondsAndBack(time: String, seconds: Int64) {
        #expect(UnixTime.seconds(time) == seconds)
        #expect(UnixTime.text(seconds) == time)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var seconds = try #require(UnixTime.seconds("1900-01-01T06:07:08Z"))
        for _ in 0..<146_097 {
            #expect(UnixTime.seconds(UnixTime.text(seconds)) == seconds)
            seconds += 86_400
        }
        #expect(UnixTime.text(seconds) == "2300-01-01T06:07:08Z")
    }

    @Test func whatIsNoTimeIsRefusedAndWhatIsFarStaysANumber() {
        #expect(UnixTime.seconds("2026-02-29T00:00:00Z") == nil)
        #expect(UnixTime.seconds("2026-05-01 14:30:00Z") == nil)
        #expect(UnixTime.text(.max) == String(Int64.max))
        #expect(UnixTime.text(.min) == String(Int64.min))
    }
}
