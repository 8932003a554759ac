import COpenSSL

/// SHA-256 of bytes that come piece by piece. A value: a copy goes its own way.
public struct SHA256Stream: Sendable {
    private var context = SHA256_CTX()

    public init() {
        SHA256_Init(&context)
    }

    /// Adds bytes after those already given.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count > 0 else { return }
        SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }

    /// Adds bytes after those already given.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of all bytes given so far; more may follow.
    public func finish() -> Digest {
        var context = context
        var digest = Digest()
        digest.withUnsafeMutableBytes { bytes in
            _ = SHA256_Final(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &context)
        }
        return digest
    }
}
