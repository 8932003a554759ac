/// Bytes that arrive in pieces.
public protocol ByteSource {
    /// Fills the front of `buffer`; returns how many bytes, 0 only at the end of the source.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes in memory; `pieceLimit` makes them arrive in pieces of at most that many.
public struct MemoryByteSource: ByteSource {
    private let bytes: [UInt8]
    private var offset = 0
    private let pieceLimit: Int

    public init(_ bytes: [UInt8], pieceLimit: Int = .max) {
        precondition(pieceLimit > 0)
        self.bytes = bytes
        self.pieceLimit = pieceLimit
    }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - offset, pieceLimit)
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes { source in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
        }
        offset += count
        return count
    }
}
