import ReferenceData
import Testing

@Suite struct AmountTextTests {
    @Test(
        arguments: [
            ("2500", 250_000), ("2500.00", 250_000), ("2500,00", 250_000), ("2 500,00 $", 250_000),
            ("$2,500.00", 250_000), ("-12.50", -1250), ("1 234 567,89", 123_456_789),
            ("1\u{A0}234\u{A0}567,89\u{A0}$", 123_456_789), ("1\u{202F}234,56\u{202F}$", 123_456),
            ("1,234.56", 123_456), ("1.234,56", 123_456), ("1,234,567", 123_456_700), ("1.234.567", 123_456_700),
            ("1,234,567.89", 123_456_789), ("1 234", 123_400), ("1 234.56", 123_456), ("2500.00 CAD", 250_000),
            ("$2500 CAD", 250_000), ("-$12.50", -1250), ("$-12.50", -1250), ("- 12,50 $", -1250),
            ("\u{2212}12,50\u{A0}$", -1250), ("0", 0), ("-0.00", 0), ("0.05", 5), ("  7 ", 700), ("12,34", 1234),
            ("92233720368547758.07", Int64.max), ("-92233720368547758.08", Int64.min),
        ] as [(String, Int64)])
    func amountsAreReadAsPeopleTypeThem(_ typed: String, _ cents: Int64) throws {
        #expect(try AmountText.parse(typed) == Cents(cents))
    }

    @Test(arguments: [
        ("1,234", "123400", "123"), ("1.234", "123400", "123"), ("$1,235", "123500", "124"),
        ("-999,999", "-99999900", "-100000"), ("12.345 CAD", "1234500", "1234"),
    ])
    func oneSeparatorBeforeThreeDigitsCouldMeanTwoAmounts(_ typed: String, _ one: String, _ two: String) {
        let error = refusal(.amountAmbiguous) { _ = try AmountText.parse(typed) }
        #expect(error?.parameters == ["found": typed, "reading_one_cents": one, "reading_two_cents": two])
    }

    @Test(arguments: [
        ("2500.5", "1"), ("2500,", "0"), ("2500.", "0"), ("1.2345", "4"), ("2500,000", "3"), ("1 234,567", "3"),
        ("1,234.5", "1"), ("1,234.567", "3"),
    ])
    func centsHaveTwoDigitsOrAreLeftOut(_ typed: String, _ decimals: String) {
        let error = refusal(.amountDecimals) { _ = try AmountText.parse(typed) }
        #expect(error?.parameters["decimals"] == decimals)
    }

    @Test(arguments: [
        "1,23,456", "2500 00", "1234 567", "1,234,56", "12 34,56", "1,234 567.89", "1.234.56", "1  234", "1,,234",
        "1234,567.00", "1,234.567,89", "1 234,567,890", "1 23,45",
    ])
    func thousandsAreGroupedByThreeWithOneSeparator(_ typed: String) {
        refusal(.amountGrouping) { _ = try AmountText.parse(typed) }
    }

    @Test(arguments: [
        ("abc", "1"), ("12x", "3"), ("1x2", "2"), ("(12.50)", "1"), ("+12", "1"), (".50", "1"), (",50", "1"),
        ("12-", "3"), ("--12", "2"), ("$", "2"), ("-", "2"), ("CAD", "1"), ("$$12", "2"), ("$12$", "4"), ("12\t", "3"),
        ("1e5", "2"), ("1'234.00", "2"), ("\u{FF11}", "1"), ("12\u{0}", "3"), ("-$-12", "3"),
    ])
    func whatNoAmountHoldsIsRefusedWithItsPlace(_ typed: String, _ position: String) {
        let error = refusal(.amountMalformed) { _ = try AmountText.parse(typed) }
        #expect(error?.parameters["position"] == position)
    }

    @Test(arguments: ["", " ", "\u{A0}\u{202F} "])
    func aBlankIsNoAmount(_ typed: String) { refusal(.amountEmpty) { _ = try AmountText.parse(typed) } }

    @Test(arguments: [
        "92233720368547758.08", "-92233720368547758.09", "99999999999999999999999999999", "92233720368547759",
    ])
    func whatDoesNotFitIsRefused(_ typed: String) { refusal(.amountOverflow) { _ = try AmountText.parse(typed) } }

    @Test(
        arguments: [
            (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-250_000, "-2500.00"), (123_456_789, "1234567.89"),
            (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
        ] as [(Int64, String)])
    func plainTextIsWhatMachinesReadAndIsReadBack(_ cents: Int64, _ text: String) throws {
        #expect(AmountText.plain(Cents(cents)) == text)
        #expect(try AmountText.parse(text) == Cents(cents))
    }
}
