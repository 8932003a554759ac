/// An integer from 0 on, of any size: what products of the sums of measures are compared and divided in, exactly.
struct Natural: Sendable, Hashable, Comparable {
    /// 32 bits each, the lowest first; the last is not zero, none for 0.
    private var limbs: [UInt32] = []

    static let zero = Natural(0)

    init(_ value: some BinaryInteger) {
        precondition(value >= 0, "a natural number is not negative")
        var rest = UInt128(value)
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    private init(limbs: [UInt32]) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
    }

    var isZero: Bool { limbs.isEmpty }

    private var bits: Int { limbs.last.map { limbs.count * 32 - $0.leadingZeroBitCount } ?? 0 }

    /// Nil where it does not fit.
    var cents: Int64? {
        guard bits < 64 else { return nil }
        return limbs.reversed().reduce(Int64(0)) { $0 << 32 | Int64($1) }
    }

    static func < (left: Natural, right: Natural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        for place in left.limbs.indices.reversed() where left.limbs[place] != right.limbs[place] {
            return left.limbs[place] < right.limbs[place]
        }
        return false
    }

    static func + (left: Natural, right: Natural) -> Natural {
        var sum: [UInt32] = []
        var carry: UInt64 = 0
        for place in 0..<max(left.limbs.count, right.limbs.count) {
            carry += UInt64(place < left.limbs.count ? left.limbs[place] : 0)
            carry += UInt64(place < right.limbs.count ? right.limbs[place] : 0)
            sum.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        return Natural(limbs: sum + [UInt32(carry)])
    }

    /// The difference; `right` is not above `left`.
    static func - (left: Natural, right: Natural) -> Natural {
        precondition(right <= left, "a natural number is not negative")
        var difference = left.limbs
        var borrow: Int64 = 0
        for place in difference.indices {
            let digit = Int64(difference[place]) - Int64(place < right.limbs.count ? right.limbs[place] : 0) - borrow
            borrow = digit < 0 ? 1 : 0
            difference[place] = UInt32(truncatingIfNeeded: digit)
        }
        return Natural(limbs: difference)
    }

    static func * (left: Natural, right: Natural) -> Natural {
        var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (place, limb) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (other, factor) in right.limbs.enumerated() {
                carry += UInt64(limb) * UInt64(factor) + UInt64(product[place + other])
                product[place + other] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            product[place + right.limbs.count] = UInt32(carry)
        }
        return Natural(limbs: product)
    }

    /// By long division, bit by bit. `divisor` is not zero.
    func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
        precondition(!divisor.isZero, "nothing is divided by zero")
        guard self >= divisor else { return (.zero, self) }
        var remainder = self
        var quotient = Natural.zero
        for shift in (0...(bits - divisor.bits)).reversed() {
            let part = divisor.shifted(shift)
            if part <= remainder {
                remainder = remainder - part
                quotient = quotient + Natural(1).shifted(shift)
            }
        }
        return (quotient, remainder)
    }

    private func shifted(_ bits: Int) -> Natural {
        var shifted = [UInt32](repeating: 0, count: bits / 32)
        var carry: UInt64 = 0
        for limb in limbs {
            carry |= UInt64(limb) << UInt64(bits % 32)
            shifted.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        return Natural(limbs: shifted + [UInt32(carry)])
    }

    static func sum(_ values: some Sequence<Natural>) -> Natural { values.reduce(.zero, +) }
}
