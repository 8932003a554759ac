import Testing

@testable import FundLedger

/// Naturals agree with 128-bit integers where those suffice, and with their own laws beyond.
@Suite struct NaturalTests {
    @Test func smallOnesAreAsIntegersAre() {
        var dice = Dice(11)
        for _ in 0..<2_000 {
            let a = dice.number(0...Int64.max) >> dice.number(0...62), b = dice.number(0...Int64.max) >> dice.number(0...62)
            let (one, other) = (Natural(a), Natural(b))
            #expect(one * other == Natural(Int128(a) * Int128(b)))
            #expect(one + other == Natural(Int128(a) + Int128(b)))
            #expect((one < other) == (a < b))
            if a >= b { #expect(one - other == Natural(a - b)) }
            guard b > 0 else { continue }
            let divided = one.quotientAndRemainder(dividingBy: other)
            #expect(divided.quotient.cents == a / b && divided.remainder.cents == a % b)
        }
    }

    @Test func largeOnesAreDividedAsTheyWereMultiplied() {
        var dice = Dice(12)
        for _ in 0..<200 {
            func large() -> Natural {
                (0..<dice.number(1...9)).reduce(Natural(1)) { product, _ in product * Natural(dice.number(1...Int64.max)) }
            }
            let (divisor, quotient) = (large(), large())
            let remainder = large().quotientAndRemainder(dividingBy: divisor).remainder
            let divided = (divisor * quotient + remainder).quotientAndRemainder(dividingBy: divisor)
            #expect(divided.quotient == quotient && divided.remainder == remainder)
        }
        #expect(Natural(Int64.max).cents == .max)
        #expect((Natural(Int64.max) + Natural(1)).cents == nil)
    }
}
