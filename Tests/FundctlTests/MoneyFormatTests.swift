import Foundation
import ReferenceData
import Testing

@testable import fundctl

@Suite("Money for people")
struct MoneyFormatTests {
    private static let samples: [Int64] = [
        0, 1, 9, 10, 99, 100, 12_345, 99_999, 100_000, 123_456, 250_000, 80_869_047, 100_000_000, 123_456_789_012,
        922_337_203_685_477_580,
    ]

    @Test(arguments: samples + samples.map { -$0 })
    func itAgreesWithFoundation(cents: Int64) {
        let amount = Decimal(string: MoneyFormat.plain(cents: cents)) ?? .nan
        for (language, name) in [(Language.fr, "fr_CA"), (.en, "en_CA")] {
            let style = Decimal.FormatStyle.Currency(code: "CAD", locale: Locale(identifier: name))
            #expect(MoneyFormat.text(cents: cents, in: language) == amount.formatted(style))
        }
    }

    @Test func theGreatestAndTheLeastArePrintedWhole() {
        #expect(MoneyFormat.text(cents: .min, in: .en) == "-$92,233,720,368,547,758.08")
        #expect(MoneyFormat.plain(cents: .max) == "92233720368547758.07")
    }

    @Test(arguments: samples + samples.map { -$0 })
    func theFormOfMachinesIsThatOfTheLibrary(cents: Int64) {
        #expect(MoneyFormat.plain(cents: cents) == AmountText.plain(Cents(cents)))
    }

    @Test(arguments: samples)
    func whatIsShownCanBeTypedAgain(cents: Int64) throws {
        for language in Language.allCases {
            #expect(try AmountText.parse(MoneyFormat.text(cents: cents, in: language)).value == cents)
        }
    }
}
