#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The lines of a bundle's segments: streamed in order, and any that went by read again.
final class SegmentReader {
    private struct Place {
        let segment: Int
        let offset: Int64
    }

    private let folder: BundleFolder
    private let segments: [String]
    /// Where the lines 1, 65, 129 … begin.
    private var places: [Place] = []
    private var count: Int64 = 0
    private var lent: (segment: Int, file: BundleFile)?
    private static let step: Int64 = 64
    private static let room = 1 << 18

    /// `segments`: the files in their order, as the survey saw them.
    init(_ folder: BundleFolder, segments: [String]) {
        self.folder = folder
        self.segments = segments
    }

    /// Gives every line without its LF. Returns the first fault of the segments' form; after a line that is too long or has
    /// no end, nothing more is read.
    func forEachLine(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> AuditError? {
        var fault: AuditError?
        for (index, segment) in segments.enumerated() {
            let before = count
            if let broken = try forEachLine(of: segment, index, body) { return fault ?? broken }
            let lines = count - before
            let isLast = index == segments.count - 1
            guard lines > BundlePath.linesPerSegment || lines == 0 || !isLast && lines < BundlePath.linesPerSegment
            else { continue }
            fault = fault ?? SegmentReader.shape(segment, min(lines, BundlePath.linesPerSegment) + 1, "count")
        }
        return fault
    }

    private func forEachLine(
        of segment: String, _ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> AuditError? {
        let file = try BundleFile(segment, in: folder)
        let capacity = CanonicalLimits.lineBytes + 1 + SegmentReader.room
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        defer { buffer.deallocate() }
        var held = 0
        var readTo: Int64 = 0
        let before = count
        while true {
            let wanted = UnsafeMutableRawBufferPointer(
                rebasing: buffer[held..<min(held + SegmentReader.room, capacity)])
            let length = try file.read(at: readTo, into: wanted)
            let end = held + length
            var start = 0
            var scanned = held
            while let base = buffer.baseAddress, scanned < end,
                let found = memchr(base + scanned, 0x0A, end - scanned)
            {
                let stop = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if count % SegmentReader.step == 0 {
                    places.append(Place(segment: index, offset: readTo - Int64(held) + Int64(start)))
                }
                count += 1
                guard stop - start <= CanonicalLimits.lineBytes else {
                    return SegmentReader.shape(segment, count - before, "too-long")
                }
                try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start..<stop]))
                start = stop + 1
                scanned = start
            }
            readTo += Int64(length)
            held = end - start
            if length == 0 {
                return held == 0 ? nil : SegmentReader.shape(segment, count - before + 1, "unterminated")
            }
            guard held <= CanonicalLimits.lineBytes else {
                return SegmentReader.shape(segment, count - before + 1, "too-long")
            }
            if start > 0, held > 0, let base = buffer.baseAddress { memmove(base, base + start, held) }
        }
    }

    /// The line of a record that went by. Refuses: E-AUD-003.
    func line(_ sequence: Int64) throws -> [UInt8] {
        guard sequence >= 1, sequence <= count else {
            throw AuditError(.recordUnknown, ["record": String(sequence)])
        }
        let place = places[Int((sequence - 1) / SegmentReader.step)]
        var skip = (sequence - 1) % SegmentReader.step
        var segment = place.segment
        var offset = place.offset
        var line: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let length = try file(segment) { file in
                try piece.withUnsafeMutableBytes { try file.read(at: offset, into: $0) }
            }
            if length == 0 {
                guard segment + 1 < segments.count else {
                    throw AuditError(.recordUnknown, ["record": String(sequence)])
                }
                (segment, offset) = (segment + 1, 0)
                continue
            }
            for index in 0..<length {
                let byte = piece[index]
                if byte == 0x0A {
                    if skip == 0 { return line }
                    skip -= 1
                } else if skip == 0 {
                    line.append(byte)
                }
            }
            offset += Int64(length)
        }
    }

    private func file<T>(_ segment: Int, _ body: (BundleFile) throws -> T) throws -> T {
        if let lent, lent.segment == segment { return try body(lent.file) }
        let file = try BundleFile(segments[segment], in: folder)
        lent = (segment, file)
        return try body(file)
    }

    private static func shape(_ segment: String, _ line: Int64, _ reason: String) -> AuditError {
        AuditError(.segmentShape, ["file": segment, "line": String(line), "reason": reason])
    }
}
