/// Member names: 1 to 64 bytes of `a-z 0-9 _ -` that begin with a letter, so that their byte order is everyone's order.
enum CanonicalName {
    @inline(__always)
    static func mayBegin(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    @inline(__always)
    static func mayContinue(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
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

    /// Whether `left` comes before `right` in byte order, which is code-point order too, names being ASCII.
    static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
