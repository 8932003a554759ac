#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of a constant, at an address that does not move.
final class FixedBytes {
    let bytes: UnsafeRawBufferPointer

    init(_ text: String) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
        copy.copyBytes(from: text.utf8)
        bytes = UnsafeRawBufferPointer(copy)
    }

    deinit { bytes.deallocate() }
}

extension UnsafeRawBufferPointer {
    func equals(_ other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard count > 0, let a = baseAddress, let b = other.baseAddress else { return true }
        return memcmp(a, b, count) == 0
    }

    func begins(with prefix: UnsafeRawBufferPointer) -> Bool {
        count >= prefix.count && UnsafeRawBufferPointer(rebasing: self[..<prefix.count]).equals(prefix)
    }

    /// Nothing, or nothing but spaces (ordinary or U+00A0).
    var isBlank: Bool {
        guard let first else { return true }
        if first > 0x20, first != 0xC2 { return false }
        return trimmed.isEmpty
    }

    /// Without the spaces, ordinary or U+00A0, at both ends.
    var trimmed: UnsafeRawBufferPointer {
        var (start, end) = (0, count)
        while start < end {
            if self[start] == 0x20 {
                start += 1
            } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if self[end - 1] == 0x20 {
                end -= 1
            } else if end - start > 1, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return UnsafeRawBufferPointer(rebasing: self[start..<end])
    }
}
