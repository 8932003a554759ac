@testable import FundLedger

/// The same split by another way: the factor is looked for among the points where a share meets a bound, and every
/// share is then read off it. Small numbers only.
enum NaiveApportionment {
    struct Fraction {
        let over: Int128
        let under: Int128
    }

    /// Σ clamp(score × over ÷ under), times `under`.
    private static func sum(_ claims: [(score: Int64, least: Int64, most: Int64?)], at factor: Fraction) -> Int128 {
        claims.reduce(0) { $0 + clamped($1, at: factor) }
    }

    private static func clamped(_ claim: (score: Int64, least: Int64, most: Int64?), at factor: Fraction) -> Int128 {
        let share = max(Int128(claim.score) * factor.over, Int128(claim.least) * factor.under)
        return min(share, claim.most.map { Int128($0) * factor.under } ?? share)
    }

    /// Cents, in the order of the claims.
    static func split(_ amount: Int64, _ claims: [(key: String, score: Int64, least: Int64, most: Int64?)]) -> [Int64] {
        let plain = claims.map { (score: $0.score, least: $0.least, most: $0.most) }
        // The points where something changes, ascending; the sum grows between them in a straight line.
        var points = plain.filter { $0.score > 0 }.flatMap { claim in
            [Fraction(over: Int128(claim.least), under: Int128(claim.score))]
                + (claim.most.map { [Fraction(over: Int128($0), under: Int128(claim.score))] } ?? [])
        }
        points.sort { $0.over * $1.under < $1.over * $0.under }
        let first = points.firstIndex { sum(plain, at: $0) >= Int128(amount) * $0.under }
        let low = first.map { $0 == 0 ? Fraction(over: 0, under: 1) : points[$0 - 1] } ?? points.last ?? Fraction(over: 0, under: 1)
        // Just above `low`, who moves?
        let moving = plain.filter { claim in
            let at = Int128(claim.score) * low.over
            return claim.score > 0 && at >= Int128(claim.least) * low.under
                && (claim.most.map { at < Int128($0) * low.under } ?? true)
        }
        let slope = moving.reduce(Int128(0)) { $0 + Int128($1.score) }
        var factor = low
        if slope > 0 {
            // low + (amount − sum at low) ÷ slope
            let lacking = Int128(amount) * low.under - sum(plain, at: low)
            factor = Fraction(over: low.over * slope + lacking, under: low.under * slope)
        }
        var cents = plain.map { Int64(clamped($0, at: factor) / factor.under) }
        let order = claims.indices.sorted { one, other in
            let (a, b) = (clamped(plain[one], at: factor) % factor.under, clamped(plain[other], at: factor) % factor.under)
            return a == b ? claims[one].key < claims[other].key : a > b
        }
        for index in order.prefix(Int(amount - cents.reduce(0, +))) { cents[index] += 1 }
        return cents
    }
}
