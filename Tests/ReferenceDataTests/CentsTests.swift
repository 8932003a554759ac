import ReferenceData
import Testing

@Suite struct CentsTests {
    @Test(arguments: ["0", "1", "-12", "2500", "9223372036854775807", "-9223372036854775808"])
    func canonicalTextIsReadAndWrittenBack(_ text: String) throws {
        #expect(try Cents(canonical: text).canonical == text)
    }

    @Test(arguments: ["", "-", "+7", "007", "-0", "-01", "00", "7.0", " 7", "7 ", "1e2", "٣", "--1", "1-", "0x1"])
    func anythingElseIsNotCanonical(_ text: String) {
        let error = refusal(.amountNotCanonical) { _ = try Cents(canonical: text) }
        #expect(error?.parameters["found"] == text)
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "99999999999999999999999999"])
    func whatDoesNotFitInSixtyFourBitsIsRefused(_ text: String) {
        refusal(.amountOverflow) { _ = try Cents(canonical: text) }
    }

    @Test func aLateLetterIsFoundEvenAfterAnOverflow() {
        refusal(.amountNotCanonical) { _ = try Cents(canonical: "99999999999999999999999999x") }
    }

    @Test func arithmeticIsExactAndChecked() throws {
        #expect(try Cents(250).adding(Cents(-300)) == Cents(-50))
        #expect(try Cents(250).subtracting(Cents(300)) == Cents(-50))
        #expect(try Cents(250).negated() == Cents(-250))
        #expect(try Cents.sum([Cents(1), Cents(2), Cents(-5)]) == Cents(-2))
        #expect(try Cents.sum([]) == .zero)
        #expect(Cents(-1) < .zero)
        refusal(.amountOverflow) { _ = try Cents(.max).adding(Cents(1)) }
        refusal(.amountOverflow) { _ = try Cents(.min).subtracting(Cents(1)) }
        refusal(.amountOverflow) { _ = try Cents(.min).negated() }
        refusal(.amountOverflow) { _ = try Cents.sum([Cents(.max), Cents(1), Cents(-1)]) }
    }
}
