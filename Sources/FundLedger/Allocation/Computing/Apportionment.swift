/// An amount split in proportion to scores, each share within its bounds, to the cent.
///
/// The split is the only one there is such that, for some factor, every exact share is its score times that factor,
/// brought up to its floor or down to its ceiling, and all sum to the amount. Round after round: what is left is split
/// among those still free in proportion to their scores. Where floors lack in all more than ceilings exceed, those below
/// their floor are set to it; where less, those above their ceiling; where as much, both. Then again, until none is out of
/// bounds. The exact shares are cut to the cent, and the cents left over go one each to the largest remainders; equal ones
/// in the byte order of their keys. The order of the claims changes nothing. docs/allocation.en.md, section 4.
struct Apportionment {
    struct Claim: Sendable {
        let key: String
        let score: Natural
        /// Cents, zero or more.
        let least: Int64
        /// Cents, not below `least`; nil for no ceiling.
        let most: Int64?
    }

    struct Share: Sendable, Equatable {
        enum Bound: Sendable, Equatable { case least, most }
        /// What it was set to, and in which round, from 1; nil where its score decides.
        var bound: Bound?
        var round: Int?
        /// Its exact share, cut to the cent.
        var whole: Int64 = 0
        /// Whether it has one of the cents that cutting left over.
        var hasCent = false

        var cents: Int64 { whole + (hasCent ? 1 : 0) }
    }

    let amount: Int64
    private let claims: [Claim]
    private var shares: [Share]
    private var left: Int64

    /// The shares of the claims, in their order; they sum to `amount`. Keys differ. Refuses: E-ALC-020, E-ALC-022,
    /// E-ALC-023.
    static func split(_ amount: Int64, among claims: [Claim]) throws -> [Share] {
        guard amount > 0 else { throw AllocationError(.amountNotPositive, ["amount_cents": String(amount)]) }
        try requireFloorsFit(amount, claims)
        try requireCeilingsSuffice(amount, claims)
        var apportionment = Apportionment(amount, claims)
        var round = 1
        while apportionment.setBounds(round) { round += 1 }
        apportionment.roundFree()
        return apportionment.shares
    }

    private init(_ amount: Int64, _ claims: [Claim]) {
        self.amount = amount
        self.claims = claims
        shares = Array(repeating: Share(), count: claims.count)
        left = amount
    }

    private static func requireFloorsFit(_ amount: Int64, _ claims: [Claim]) throws {
        let least = claims.reduce(Int128(0)) { $0 + Int128($1.least) }
        guard least > Int128(amount) else { return }
        throw AllocationError(
            .floorsAboveAmount,
            [
                "least_cents": String(least), "amount_cents": String(amount),
                "excess_cents": String(least - Int128(amount)),
            ])
    }

    /// A claim whose score is zero has its floor and never more.
    private static func requireCeilingsSuffice(_ amount: Int64, _ claims: [Claim]) throws {
        var most = Int128(0)
        for claim in claims {
            if claim.score.isZero {
                most += Int128(claim.least)
            } else {
                guard let ceiling = claim.most else { return }
                most += Int128(ceiling)
            }
        }
        guard most < Int128(amount) else { return }
        throw AllocationError(
            .ceilingsBelowAmount,
            ["most_cents": String(most), "amount_cents": String(amount), "excess_cents": String(Int128(amount) - most)])
    }

    private var free: [Int] { claims.indices.filter { shares[$0].bound == nil } }

    /// One round. Whether anything was set.
    private mutating func setBounds(_ round: Int) -> Bool {
        let free = self.free
        let scores = Natural.sum(free.map { claims[$0].score })
        let rest = Natural(left)
        var (lacking, exceeding) = (Natural.zero, Natural.zero)
        var (below, above): ([Int], [Int]) = ([], [])
        // Shares times the sum of the scores, so that nothing is divided.
        for index in free {
            let share = rest * claims[index].score
            let least = Natural(claims[index].least) * scores
            // Where no score is left, a floor is all there is to give.
            if scores.isZero ? claims[index].least > 0 : share < least {
                lacking = lacking + (scores.isZero ? Natural(claims[index].least) : least - share)
                below.append(index)
            }
            guard let most = claims[index].most.map({ Natural($0) * scores }), share > most else { continue }
            exceeding = exceeding + (share - most)
            above.append(index)
        }
        if lacking >= exceeding { for index in below { set(index, .least, claims[index].least, round) } }
        if exceeding >= lacking { for index in above { set(index, .most, claims[index].most ?? 0, round) } }
        return !below.isEmpty || !above.isEmpty
    }

    private mutating func set(_ index: Int, _ bound: Share.Bound, _ cents: Int64, _ round: Int) {
        shares[index] = Share(bound: bound, round: round, whole: cents)
        left -= cents
    }

    private mutating func roundFree() {
        let free = self.free
        let scores = Natural.sum(free.map { claims[$0].score })
        guard !scores.isZero else { return }
        var remainders: [(index: Int, remainder: Natural)] = []
        var over = left
        for index in free {
            let (whole, remainder) = (Natural(left) * claims[index].score).quotientAndRemainder(dividingBy: scores)
            // At most what is left, which is cents.
            shares[index].whole = whole.cents ?? 0
            over -= shares[index].whole
            remainders.append((index, remainder))
        }
        remainders.sort { one, other in
            one.remainder == other.remainder
                ? claims[one.index].key.utf8.lexicographicallyPrecedes(claims[other.index].key.utf8)
                : one.remainder > other.remainder
        }
        for (index, _) in remainders.prefix(Int(over)) { shares[index].hasCent = true }
    }
}
