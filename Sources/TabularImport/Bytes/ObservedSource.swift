/// A source whose bytes are shown as they pass, so that a caller can hash a file while it is read.
public final class ObservedSource: ByteSource {
    private var source: any ByteSource
    private let see: (UnsafeRawBufferPointer) -> Void

    /// `see`: is given the bytes of each read, in order; it keeps no pointer to them.
    public init(_ source: any ByteSource, see: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.source = source
        self.see = see
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        see(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
    }

    /// Reads what a reader left, to the end.
    public func drain() throws {
        let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { rest.deallocate() }
        while try read(into: rest) > 0 {}
    }
}
