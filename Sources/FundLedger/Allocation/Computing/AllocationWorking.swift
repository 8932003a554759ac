import ReferenceData

/// An amount shared out by criteria, with how it came about.
public struct AllocationWorking: Sendable {
    public enum Applied: String, CaseIterable, Sendable { case none, floor, guarantee, ceiling }

    public struct Line: Sendable {
        public let target: AllocationCriteria.Target
        /// Of the measures, in their order.
        public let values: [Quantity]
        /// Its share by the measures alone: ten-thousandths of a per cent of the amount, cut.
        public let proportion: Int64
        /// The same in cents, cut.
        public let raw: Cents
        public let floor: Cents?
        public let guarantee: Cents?
        public let ceiling: Cents?
        public let applied: Applied
        /// The round in which the bound was applied.
        public let round: Int?
        /// Whether it has one of the cents that rounding left over.
        public let hasCent: Bool
        public let result: Cents
    }

    public let criteria: AllocationCriteria
    public let amount: Cents
    /// Ascending by envelope; the results sum to the amount.
    public let lines: [Line]

    /// Those above zero, as the record has them.
    public var shares: [AllocationRun.Share] {
        lines.filter { !$0.result.isZero }.map { .init(envelope: $0.target.envelope, amount: $0.result.value) }
    }
}

extension AllocationCriteria {
    /// Shares an amount out. Refuses: E-ALC-020 … E-ALC-024.
    public func share(_ amount: Cents) throws -> AllocationWorking {
        guard amount > .zero else { throw AllocationError(.amountNotPositive, ["amount_cents": amount.canonical]) }
        let scores = self.scores()
        let total = Natural.sum(scores)
        let bounds = try targets.map { try Bounds($0, self, of: amount.value) }
        let claims = zip(zip(targets, scores), bounds).map { pair, bounds in
            Apportionment.Claim(key: pair.0.envelope, score: pair.1, least: bounds.least, most: bounds.ceiling)
        }
        let shares = try Apportionment.split(amount.value, among: claims)
        let lines = targets.indices.map { index in
            let target = targets[index], share = shares[index], bounds = bounds[index]
            func cut(_ factor: Int64) -> Int64 {
                (Natural(factor) * scores[index]).quotientAndRemainder(dividingBy: total).quotient.cents ?? 0
            }
            return AllocationWorking.Line(
                target: target, values: measures.map { $0.values[target.envelope] ?? Quantity(millionths: 0) },
                proportion: cut(1_000_000), raw: Cents(cut(amount.value)), floor: bounds.floor.map { Cents($0) },
                guarantee: bounds.guarantee.map { Cents($0) }, ceiling: bounds.ceiling.map { Cents($0) },
                applied: bounds.applied(share.bound), round: share.round, hasCent: share.hasCent,
                result: Cents(share.cents))
        }
        return AllocationWorking(criteria: self, amount: amount, lines: lines)
    }

    /// In proportion to Σ weight × value ÷ sum of the measure's values: each term times the product of all those sums, so
    /// that the scores are whole numbers.
    private func scores() -> [Natural] {
        let sums = measures.map { measure in Natural.sum(targets.map { Natural(measure.values[$0.envelope]?.millionths ?? 0) }) }
        let factors = measures.indices.map { index in
            sums.enumerated().filter { $0.offset != index }.reduce(Natural(measures[index].weight.millionths)) { $0 * $1.element }
        }
        return targets.map { target in
            Natural.sum(zip(measures, factors).map { Natural($0.values[target.envelope]?.millionths ?? 0) * $1 })
        }
    }
}

/// What one envelope has at least and at most, in cents: what must be reached is rounded up, what may not be passed down.
private struct Bounds {
    let floor: Int64?
    let guarantee: Int64?
    let ceiling: Int64?

    var least: Int64 { max(floor ?? 0, guarantee ?? 0) }

    /// Refuses: E-ALC-021, E-ALC-024.
    init(_ target: AllocationCriteria.Target, _ criteria: AllocationCriteria, of amount: Int64) throws {
        func cents(_ bound: AllocationCriteria.Bound?, up: Bool) throws -> Int64? {
            switch bound {
            case nil: nil
            case .cents(let cents): cents
            case .percent(let millionths): try Self.part(millionths, of: amount, up: up, target.envelope)
            }
        }
        floor = try cents(target.floor ?? criteria.floor, up: true)
        ceiling = try cents(target.ceiling ?? criteria.ceiling, up: false)
        guarantee = try criteria.guarantee.map {
            try Self.part($0.share, of: $0.previous[target.envelope] ?? 0, up: true, target.envelope)
        }
        guard let ceiling, least > ceiling else { return }
        throw AllocationError(
            .floorAboveCeiling,
            [
                "envelope": target.envelope, "least_cents": String(least), "most_cents": String(ceiling),
                "bound": (guarantee ?? 0) > (floor ?? 0) ? "guarantee" : "floor",
            ])
    }

    private static func part(_ millionths: Int64, of cents: Int64, up: Bool, _ envelope: String) throws -> Int64 {
        let whole = Int128(100_000_000)
        let product = Int128(millionths) * Int128(cents)
        guard let part = Int64(exactly: (product + (up ? whole - 1 : 0)) / whole) else {
            throw AllocationError(.tooLarge, ["envelope": envelope])
        }
        return part
    }

    func applied(_ bound: Apportionment.Share.Bound?) -> AllocationWorking.Applied {
        switch bound {
        case nil: .none
        case .most: .ceiling
        case .least: (guarantee ?? 0) > (floor ?? 0) ? .guarantee : .floor
        }
    }
}
