import Glibc

/// Looks for one byte string in another.
public enum ByteSearch {
    /// Whether `pattern` occurs in `bytes`. An empty pattern occurs nowhere.
    public static func holds(_ pattern: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = pattern.first, var place = bytes.baseAddress, bytes.count >= pattern.count else { return false }
        let end = place + (bytes.count - pattern.count + 1)
        return pattern.withUnsafeBytes { wanted in
            guard let base = wanted.baseAddress else { return false }
            while place < end, let found = memchr(place, Int32(first), end - place) {
                if memcmp(found, base, wanted.count) == 0 { return true }
                place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
