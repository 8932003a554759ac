/// The bytes of a line that grows. Kept as an array longer than its content, so that an append is a store.
struct CanonicalBuffer {
    private var storage: [UInt8]
    private(set) var count = 0

    init(capacity: Int) { storage = [UInt8](repeating: 0, count: max(capacity, 64)) }

    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    mutating func truncate(to count: Int) {
        precondition(count <= self.count)
        self.count = count
    }

    /// Makes room for `more` bytes.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if storage.count &- count < more { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(more, storage.count)))
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count &+= 1
    }

    /// `"bytes"` and, if given, one more byte.
    @inline(__always)
    mutating func append(quoting bytes: UnsafeRawBufferPointer, then last: UInt8? = nil) {
        reserve(bytes.count &+ 3)
        let end = count &+ bytes.count &+ 1
        storage.withUnsafeMutableBytes { storage in
            storage[count] = UInt8(ascii: "\"")
            if let source = bytes.baseAddress {
                storage.baseAddress?.advanced(by: count &+ 1).copyMemory(from: source, byteCount: bytes.count)
            }
            storage[end] = UInt8(ascii: "\"")
            if let last { storage[end &+ 1] = last }
        }
        count = end &+ (last == nil ? 1 : 2)
    }

    @inline(__always)
    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        storage.withUnsafeMutableBytes {
            $0.baseAddress?.advanced(by: count).copyMemory(from: source, byteCount: bytes.count)
        }
        count &+= bytes.count
    }

    /// The one spelling of an integer, without quotes.
    mutating func append(_ value: Int64) {
        var rest = value.magnitude
        var digits = 1
        var bound: UInt64 = 10
        while digits < 19, rest >= bound {
            digits &+= 1
            bound &*= 10
        }
        if value < 0 { append(UInt8(ascii: "-")) }
        reserve(digits)
        var index = count &+ digits
        count = index
        repeat {
            index &-= 1
            storage[index] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
            rest /= 10
        } while rest != 0
    }

    /// A text with `"` and `\` escaped, otherwise as it stands. Returns whether it may be other than NFC.
    ///
    /// Refuses E-REC-004 (a code point that no record may hold), E-REC-005 (not UTF-8).
    mutating func append(escaping text: UnsafeRawBufferPointer) throws -> Bool {
        var mayCompose = false
        var start = 0
        var index = 0
        while true {
            index &+= CodePoints.plainRun(text, from: index)
            guard index < text.count else { break }
            let (point, length) = CodePoints.decode(text, at: index)
            guard length > 0 else { throw AuditError(.textNotUTF8, ["offset": String(index)]) }
            guard !CodePoints.isForbidden(point) else { throw CanonicalBuffer.forbidden(point, in: text, at: index) }
            if point == 0x22 || point == 0x5C {
                append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
                append(UInt8(ascii: "\\"))
                start = index
            } else if !CodePoints.isSettled(point) {
                mayCompose = true
            }
            index &+= length
        }
        append(UnsafeRawBufferPointer(rebasing: text[start...]))
        return mayCompose
    }

    private static func forbidden(_ point: UInt32, in text: UnsafeRawBufferPointer, at offset: Int) -> AuditError {
        // Every code point has one byte that is not a continuation.
        let position = text[..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return AuditError(
            .textForbiddenCodePoint, ["code_point": CodePoints.label(point), "position": String(position)])
    }
}
