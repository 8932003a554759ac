/// Bytes of texts, one behind the other, in one place that is used again.
final class ByteArena {
    private var base: UnsafeMutableRawPointer
    private var capacity = 4_096
    private(set) var count = 0

    init() { base = .allocate(byteCount: capacity, alignment: 1) }

    deinit { base.deallocate() }

    func clear() { count = 0 }

    /// Copies bytes, which may lie in the arena itself; returns where the copy begins.
    @discardableResult
    func append(_ bytes: UnsafeRawBufferPointer) -> Int {
        let start = count
        let old = base
        let grows = capacity - count < bytes.count
        if grows {
            capacity = 2 * (capacity + bytes.count)
            base = .allocate(byteCount: capacity, alignment: 1)
            base.copyMemory(from: old, byteCount: count)
        }
        if let source = bytes.baseAddress, !bytes.isEmpty {
            (base + start).copyMemory(from: source, byteCount: bytes.count)
        }
        if grows { old.deallocate() }
        count += bytes.count
        return start
    }

    /// Good until more is appended.
    func bytes(_ start: Int, _ length: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base + start, count: length)
    }
}
