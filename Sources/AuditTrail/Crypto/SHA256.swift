import COpenSSL

/// SHA-256 (FIPS 180-4) in one call, without an allocation; safe from any thread.
public enum SHA256 {
    /// The digest of these bytes.
    public static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest {
        var digest = Digest()
        digest.withUnsafeMutableBytes { fundctl_sha256(bytes.baseAddress, bytes.count, $0.baseAddress) }
        return digest
    }

    /// The digest of these bytes.
    public static func hash(_ bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { hash($0) }
    }

    /// The hash of a leaf of the tree: SHA-256(0x00 ‖ bytes) (RFC 6962, 2.1).
    public static func leaf(_ bytes: UnsafeRawBufferPointer) -> Digest {
        var digest = Digest()
        digest.withUnsafeMutableBytes {
            fundctl_sha256_prefixed(0, bytes.baseAddress, bytes.count, $0.baseAddress)
        }
        return digest
    }

    /// The hash of a leaf of the tree: SHA-256(0x00 ‖ bytes) (RFC 6962, 2.1).
    public static func leaf(_ bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { leaf($0) }
    }

    /// The hash of an inner node of the tree: SHA-256(0x01 ‖ left ‖ right) (RFC 6962, 2.1).
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        var digest = Digest()
        left.withUnsafeBytes { left in
            right.withUnsafeBytes { right in
                digest.withUnsafeMutableBytes {
                    fundctl_sha256_pair(1, left.baseAddress, right.baseAddress, $0.baseAddress)
                }
            }
        }
        return digest
    }

    /// The digest of no bytes, which is the root of the empty tree (RFC 6962, 2.1).
    public static let empty = hash([UInt8]())
}
