import AuditTrail
import Testing

@Suite struct CanonicalIntegerTests {
    @Test(arguments: [Int64.min, .min + 1, -100, -10, -1, 0, 1, 9, 10, 1250, .max - 1, .max])
    func `an integer is read from its one spelling`(value: Int64) {
        #expect(CanonicalInteger.parse(CanonicalInteger.text(value)) == value)
    }

    @Test(arguments: [
        "", "-", "+5", "007", "00", "-0", "-01", " 1", "1 ", "1.0", "1e2", "0x1", "1_000", "--1", "-+1", "９", "٣",
        "1\u{301}",
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "99999999999999999999",
        "-99999999999999999999",
    ])
    func `any other spelling is none`(text: String) {
        #expect(CanonicalInteger.parse(text) == nil)
        #expect(CanonicalInteger.parse(text + "\u{0}") == nil)
        #expect(CanonicalInteger.parse(text + "\n") == nil)
    }
}
