import Testing

@testable import FundLedger

/// What holds of every split, over random claims with random bounds.
@Suite struct ApportionmentProperties {
    private struct Case {
        var amount: Int64
        var claims: [(key: String, score: Int64, least: Int64, most: Int64?)]

        var split: [Apportionment.Share] {
            get throws {
                try Apportionment.split(
                    amount, among: claims.map { .init(key: $0.key, score: Natural($0.score), least: $0.least, most: $0.most) })
            }
        }
    }

    private func random(_ dice: inout Dice) -> Case {
        let count = dice.number(1...12)
        let amount = dice.number(1...[9, 500, 100_000][Int(dice.number(0...2))])
        let claims = (0..<count).map { place -> (key: String, score: Int64, least: Int64, most: Int64?) in
            let score = dice.number(0...4) == 0 ? 0 : dice.number(1...[3, 40, 1_000][Int(dice.number(0...2))])
            let least = dice.number(0...2) == 0 ? dice.number(0...(2 * amount / count + 1)) : 0
            let most = dice.number(0...2) == 0 ? least + dice.number(0...(amount / 2 + 1)) : nil
            return (String(Character(UnicodeScalar(UInt8(65 + place)))), score, least, most)
        }
        return Case(amount: amount, claims: claims)
    }

    private func isPossible(_ one: Case) -> Bool {
        let least = one.claims.reduce(0) { $0 + $1.least }
        let isBounded = one.claims.allSatisfy { $0.score == 0 || $0.most != nil }
        let most = one.claims.reduce(0) { $0 + ($1.score == 0 ? $1.least : $1.most ?? 0) }
        return least <= one.amount && (!isBounded || most >= one.amount)
    }

    @Test("Sum, bounds, order, and a reckoning by another way", arguments: [1, 2, 3, 4] as [UInt64])
    func splits(seed: UInt64) throws {
        var dice = Dice(seed), done = 0, refused = 0, bounded = 0
        for _ in 0..<500 {
            let one = random(&dice)
            guard isPossible(one) else {
                refused += 1
                #expect(throws: AllocationError.self) { try one.split }
                continue
            }
            done += 1
            let shares = try one.split
            #expect(shares.reduce(0) { $0 + $1.cents } == one.amount)
            for (claim, share) in zip(one.claims, shares) {
                #expect(share.cents >= claim.least && share.cents <= claim.most ?? .max)
                if share.bound != nil { bounded += 1 }
                #expect(share.bound == nil || !share.hasCent)
            }
            #expect(shares.map(\.cents) == NaiveApportionment.split(one.amount, one.claims), "\(one)")
            var order = Array(one.claims.indices)
            order.shuffle(using: &dice)
            var other = one
            other.claims = order.map { one.claims[$0] }
            #expect(try other.split == order.map { shares[$0] })
        }
        #expect(done > 200 && refused > 25 && bounded > 125, "\(done), \(refused), \(bounded): too little")
    }

    @Test("More to share, or a larger measure, never takes more than the cent of rounding", arguments: [5, 6] as [UInt64])
    func monotonic(seed: UInt64) throws {
        var dice = Dice(seed), done = 0
        for _ in 0..<500 {
            let one = random(&dice)
            var richer = one, larger = one
            richer.amount += dice.number(1...500)
            let place = Int(dice.number(0...Int64(one.claims.count - 1)))
            larger.claims[place].score += dice.number(1...20)
            guard isPossible(one), isPossible(richer), isPossible(larger) else { continue }
            done += 1
            let before = try one.split
            for (share, more) in zip(before, try richer.split) { #expect(more.cents >= share.cents - 1, "\(one)") }
            #expect(try larger.split[place].cents >= before[place].cents - 1, "\(one)")
            // Of two with the same bounds, the larger score has no less.
            for (a, x) in zip(one.claims, before) {
                for (b, y) in zip(one.claims, before) where a.least == b.least && a.most == b.most && a.score > b.score {
                    #expect(x.cents >= y.cents, "\(one)")
                }
            }
        }
        #expect(done > 120)
    }

    @Test func equalRemaindersGoByTheirKeys() throws {
        let claims = ["C", "A", "B"].map { Apportionment.Claim(key: $0, score: Natural(1), least: 0, most: nil) }
        #expect(try Apportionment.split(100, among: claims).map(\.cents) == [33, 34, 33])
        #expect(try Apportionment.split(101, among: claims).map(\.cents) == [33, 34, 34])
    }

    /// A floor takes from the others, which drives another one below its own: a second round.
    @Test func oneBoundMayBringAnother() throws {
        let claims: [Apportionment.Claim] = [
            .init(key: "A", score: Natural(1), least: 400, most: nil), .init(key: "B", score: Natural(3), least: 290, most: nil),
            .init(key: "C", score: Natural(6), least: 0, most: nil),
        ]
        let shares = try Apportionment.split(1_000, among: claims)
        #expect(shares.map(\.cents) == [400, 290, 310])
        #expect(shares.map(\.round) == [1, 2, nil])
    }
}
