/// The part of a source that is being read: a buffer that keeps an unfinished row and reads on behind it.
struct ByteWindow {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The bytes not yet consumed are `start ..< end`.
    var start = 0
    private(set) var end = 0
    /// The source has ended: nothing comes after `end`.
    private(set) var isLast = false

    private var source: any ByteSource
    private let encoding: TextEncoding
    private var raw: UnsafeMutableRawBufferPointer?

    /// `owner` must call `deallocate`.
    init(source: any ByteSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
        capacity = 2 * CSVLimits.chunkBytes
        base = .allocate(capacity: capacity)
        if encoding != .utf8 { raw = .allocate(byteCount: CSVLimits.chunkBytes, alignment: 16) }
    }

    func deallocate() {
        base.deallocate()
        raw?.deallocate()
    }

    var available: Int { end - start }

    /// Reads until `wanted` bytes are available, or the source ends. Asking for twice what there was
    /// keeps the work linear however small the pieces are.
    mutating func fill(to wanted: Int) throws {
        while available < wanted, !isLast { try readOnce() }
    }

    private mutating func readOnce() throws {
        makeRoom(CSVLimits.chunkBytes * encoding.expansion)
        if let raw {
            let count = try source.read(into: raw)
            if count == 0 { isLast = true }
            end += encoding.convert(UnsafeRawBufferPointer(rebasing: raw[..<count]), into: base + end)
        } else {
            let count = try source.read(
                into: UnsafeMutableRawBufferPointer(start: base + end, count: CSVLimits.chunkBytes))
            if count == 0 { isLast = true }
            end += count
        }
    }

    private mutating func makeRoom(_ count: Int) {
        if capacity - end >= count { return }
        let kept = available
        if capacity - kept >= count {
            base.update(from: base + start, count: kept)
        } else {
            capacity = 2 * (kept + count)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            larger.update(from: base + start, count: kept)
            base.deallocate()
            base = larger
        }
        start = 0
        end = kept
    }
}
