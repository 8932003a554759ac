/// Remembers keys by a 64-bit hash, the first 1 048 576 of them, in at most 16 MiB.
///
/// Two different keys are taken for one with a chance below one in ten million at that number.
struct SeenKeys {
    static let most = 1_048_576
    private var slots = [UInt64](repeating: 0, count: 1_024)
    private(set) var count = 0

    /// False if the key was seen before. Beyond `most` keys, those seen are still known, new ones are not kept.
    mutating func insert(_ key: UnsafeRawBufferPointer) -> Bool {
        let hash = Self.hash(key)
        if contains(hash) { return false }
        if count == Self.most { return true }
        if 2 * (count + 1) > slots.count { grow() }
        place(hash)
        count += 1
        return true
    }

    private func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private mutating func place(_ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: 2 * old.count)
        for hash in old where hash != 0 { place(hash) }
    }

    /// FNV-1a, then the finalizer of MurmurHash3 so that low bits are well mixed; never zero.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        hash ^= hash >> 33
        return hash == 0 ? 1 : hash
    }
}
