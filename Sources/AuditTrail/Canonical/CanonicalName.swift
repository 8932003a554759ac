/// Member names: 1 to 64 bytes of `a-z 0-9 _ -` that begin with a letter, so that their byte order is everyone's order.
enum CanonicalName {
    @inline(__always)
    static func mayBegin(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    @inline(__always)
    static func mayContinue(_ byte: UInt8) -> Bool {
        // Bit n of a mask: the byte n (digits and `-`), 64 + n (letters and `_`).
        let low: UInt64 = 0x03FF_2000_0000_0000
        let high: UInt64 = 0x07FF_FFFE_8000_0000
        return byte < 0x80 && (byte < 0x40 ? low : high) &>> UInt64(byte & 0x3F) & 1 == 1
    }

    @inline(__always)
    static func isValid(_ name: UnsafeRawBufferPointer) -> Bool {
        guard let first = name.first, name.count <= CanonicalLimits.nameBytes, mayBegin(first) else { return false }
        for byte in name where !mayContinue(byte) { return false }
        return true
    }

    static func isValid(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { isValid(UnsafeRawBufferPointer($0)) }
    }

    /// Whether `left` comes before `right` in byte order.
    @inline(__always)
    static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        for step in 0..<min(left.count, right.count) where left[step] != right[step] { return left[step] < right[step] }
        return left.count < right.count
    }

    /// Whether `left` comes before `right` in byte order, which is code-point order too, names being ASCII.
    static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
