/// An exact fraction of two integers: a rate. Never a floating number.
public struct Ratio: Hashable, Sendable {
    public let numerator: Int64
    /// Above zero.
    public let denominator: Int64

    /// The denominator is above zero.
    public init(_ numerator: Int64, over denominator: Int64) {
        precondition(denominator > 0, "a rate's denominator is above zero")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// That part of an amount, rounded half-even to the cent. Refuses what does not fit with `E-REF-001`.
    public func halfEven(of amount: Cents) throws -> Cents {
        let product = Int128(amount.value) * Int128(numerator)
        let divisor = Int128(denominator)
        var (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
        if rest < 0 {
            quotient -= 1
            rest += divisor
        }
        let twice = 2 * rest
        if twice > divisor || (twice == divisor && quotient % 2 != 0) { quotient += 1 }
        guard let cents = Int64(exactly: quotient) else {
            throw Cents.overflow("\(amount.value) × \(numerator) / \(denominator)")
        }
        return Cents(cents)
    }
}
