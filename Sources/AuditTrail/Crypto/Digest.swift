/// A SHA-256 value: 32 bytes held in place, without a heap allocation.
///
/// Written as 64 lower-case hexadecimal digits. Ordered byte by byte from the first, as its text is.
public struct Digest: Hashable, Sendable {
    // The 32 bytes in memory order, whatever the machine's byte order.
    private var word0: UInt64 = 0
    private var word1: UInt64 = 0
    private var word2: UInt64 = 0
    private var word3: UInt64 = 0

    /// The number of bytes of every digest.
    public static let length = 32

    /// Thirty-two zero bytes, to be filled.
    init() {}

    /// The digest of these very bytes; nil unless there are 32.
    public init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Digest.length else { return nil }
        withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
    }

    /// The digest of these very bytes; nil unless there are 32.
    public init?(bytes: [UInt8]) {
        guard let digest = bytes.withUnsafeBytes({ Digest(bytes: $0) }) else { return nil }
        self = digest
    }

    /// The digest of this text; nil unless it is 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.decode(hex), let digest = Digest(bytes: bytes) else { return nil }
        self = digest
    }

    /// The digest of these ASCII bytes; nil unless they are 64 lower-case hexadecimal digits.
    public init?(hex: UnsafeRawBufferPointer) {
        guard hex.count == Digest.length * 2 else { return nil }
        let decoded = withUnsafeMutableBytes { Hexadecimal.decode(hex, into: $0) }
        guard decoded else { return nil }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { withUnsafeBytes { Hexadecimal.encode($0) } }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// Lends the 32 bytes; the pointer ends with the closure.
    public func withUnsafeBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        try Swift.withUnsafeBytes(of: self, body)
    }

    mutating func withUnsafeMutableBytes<T>(_ body: (UnsafeMutableRawBufferPointer) throws -> T) rethrows -> T {
        try Swift.withUnsafeMutableBytes(of: &self, body)
    }
}

extension Digest: Comparable {
    public static func < (left: Digest, right: Digest) -> Bool {
        if left.word0 != right.word0 { return left.word0.bigEndian < right.word0.bigEndian }
        if left.word1 != right.word1 { return left.word1.bigEndian < right.word1.bigEndian }
        if left.word2 != right.word2 { return left.word2.bigEndian < right.word2.bigEndian }
        return left.word3.bigEndian < right.word3.bigEndian
    }
}

extension Digest: CustomStringConvertible {
    public var description: String { hex }
}
