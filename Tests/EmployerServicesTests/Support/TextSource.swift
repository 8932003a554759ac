import TabularImport

/// A file of a test.
final class TextSource: ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = ArraySlice(Array(text.utf8)) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}
