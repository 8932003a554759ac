/// Where cents stand on an axis, by integer arithmetic alone: positions are units of the drawing, ticks are round dollars.
struct ChartScale {
    /// The axis' ends, in cents, zero between them: whole steps, but for a little that is below zero, which needs no step of
    /// its own.
    let low: Int128
    let high: Int128
    /// 1, 2 or 5 times a power of ten of dollars; cents.
    let step: Int128
    /// Units from end to end.
    let length: Int

    /// From the least amount to the most, in about `parts` steps.
    init(_ reach: (least: Int128, most: Int128), length: Int, parts: Int = 4) {
        let least = min(reach.least, 0), most = max(reach.most, 0)
        let wanted = max((most - least + Int128(parts) - 1) / Int128(parts), 1)
        var power: Int128 = 100
        while power * 5 < wanted { power *= 10 }
        let step = [power, power * 2, power * 5].first { $0 >= wanted } ?? power * 5
        self.step = step
        low = most > 0 && -least * 4 < step ? least : -((-least + step - 1) / step * step)
        high = max((most + step - 1) / step * step, low + step)
        self.length = length
    }

    /// Rounded down to the unit: what lies between two positions is never longer than its amount.
    func position(_ cents: Int128) -> Int { Int((cents - low) * Int128(length) / (high - low)) }

    /// The whole steps from low to high.
    var ticks: [Int128] { (Int(low / step)...Int(high / step)).map { Int128($0) * step } }
}
