import Foundation

/// Writes one canonical line into a buffer of bytes that is used again for the next.
///
///     writer.clear()
///     writer.beginObject()
///     writer.name("amount_cents")
///     writer.integer(-1250)
///     writer.name("memo")
///     try writer.string(memo)
///     writer.endObject()
///     try writer.finish()        // writer.bytes is the line
///
/// What it writes `CanonicalScanner` accepts. A program that would write something else stops (`precondition`): a name
/// that is invalid or not after the one before it, a value without a name, a bracket that does not match, a ninth level.
/// What a person typed is refused by an error: E-REC-002, E-REC-004, E-REC-005. After an error, `clear`.
///
/// Text is put into NFC here, once, except `string(asItStands:)` and `write`, which serve what was read from a line.
/// ASCII and texts in composed Latin letters are NFC as they stand and cost no normalisation.
public struct CanonicalWriter {
    private struct Level {
        var isObject: Bool
        var isEmpty = true
        /// Where the last name lies in `bytes`.
        var name = 0..<0
    }

    /// What has been written: the line, without LF, once `finish` has passed.
    public private(set) var bytes: [UInt8]
    private var level: Level?
    private var outerLevels: [Level] = []
    private var awaitsValue = false

    public init(capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
        outerLevels.reserveCapacity(CanonicalLimits.depth)
    }

    /// Starts over, and keeps the buffer.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        outerLevels.removeAll(keepingCapacity: true)
        level = nil
        awaitsValue = false
    }

    /// Checks the line that is now in `bytes`: whole (`precondition`) and at most 1 MiB (else E-REC-002).
    public func finish() throws {
        precondition(level == nil && !bytes.isEmpty, "the line is not whole")
        guard bytes.count <= CanonicalLimits.lineBytes else {
            throw AuditError(
                .recordTooLong,
                ["length_bytes": String(bytes.count), "limit_bytes": String(CanonicalLimits.lineBytes)])
        }
    }

    /// The line, once `finish` has passed.
    public func finishedLine() throws -> [UInt8] {
        try finish()
        return bytes
    }

    public mutating func beginObject() { begin(UInt8(ascii: "{"), Level(isObject: true)) }
    public mutating func endObject() { end(UInt8(ascii: "}"), isObject: true) }
    public mutating func beginArray() { begin(UInt8(ascii: "["), Level(isObject: false)) }
    public mutating func endArray() { end(UInt8(ascii: "]"), isObject: false) }

    /// The name of the member whose value is written next. Precondition: it is a valid name and comes after the one
    /// before it in byte order.
    public mutating func name(_ name: String) {
        var name = name
        name.withUTF8 { self.name(utf8: UnsafeRawBufferPointer($0)) }
    }

    private mutating func name(utf8 name: UnsafeRawBufferPointer) {
        guard level != nil, level!.isObject, !awaitsValue else { preconditionFailure("no place for a name") }
        precondition(CanonicalName.isValid(name), "not a member name: \(String(decoding: name, as: UTF8.self))")
        if level!.isEmpty {
            level!.isEmpty = false
        } else {
            precondition(isAfterLast(name), "out of order: \(String(decoding: name, as: UTF8.self))")
            bytes.append(UInt8(ascii: ","))
        }
        bytes.append(UInt8(ascii: "\""))
        level!.name = bytes.count..<(bytes.count &+ name.count)
        bytes.append(contentsOf: name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        awaitsValue = true
    }

    private func isAfterLast(_ name: UnsafeRawBufferPointer) -> Bool {
        let last = level!.name
        return bytes.withUnsafeBytes { bytes in
            for step in 0..<min(last.count, name.count) {
                let (byte, before) = (name[step], bytes[last.lowerBound &+ step])
                if byte != before { return byte > before }
            }
            return name.count > last.count
        }
    }

    /// A text, put into NFC. Refuses E-REC-004: a code point that no record may hold.
    public mutating func string(_ text: String) throws {
        var text = text
        try text.withUTF8 { try string(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// A text in UTF-8, put into NFC. Refuses E-REC-004 (a code point that no record may hold), E-REC-005 (not UTF-8).
    public mutating func string(utf8 text: UnsafeRawBufferPointer) throws { try string(text, composes: true) }

    /// A text as it stands: what was read from a line goes back to the same bytes. Refuses E-REC-004.
    public mutating func string(asItStands text: String) throws {
        var text = text
        try text.withUTF8 { try string(UnsafeRawBufferPointer($0), composes: false) }
    }

    private mutating func string(_ text: UnsafeRawBufferPointer, composes: Bool) throws {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        if try append(text), composes {
            bytes.removeSubrange(start...)
            var settled = String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping
            _ = try settled.withUTF8 { try append(UnsafeRawBufferPointer($0)) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// An integer, as a string: `"-12"`.
    public mutating func integer(_ value: Int64) {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        CanonicalInteger.append(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func begin(_ bracket: UInt8, _ inner: Level) {
        if let outer = level {
            precondition(outerLevels.count < CanonicalLimits.depth - 1, "more than eight levels")
            beginValue()
            outerLevels.append(level ?? outer)
        } else {
            precondition(bytes.isEmpty && inner.isObject, "a line is one object")
        }
        level = inner
        bytes.append(bracket)
    }

    private mutating func end(_ bracket: UInt8, isObject: Bool) {
        guard let inner = level, inner.isObject == isObject, !awaitsValue else {
            preconditionFailure("nothing to end here")
        }
        bytes.append(bracket)
        level = outerLevels.popLast()
    }

    /// The comma before an element; that a member has its name.
    private mutating func beginValue() {
        guard level != nil else { preconditionFailure("a line is one object") }
        if level!.isObject {
            precondition(awaitsValue, "a value without a name")
            awaitsValue = false
        } else if level!.isEmpty {
            level!.isEmpty = false
        } else {
            bytes.append(UInt8(ascii: ","))
        }
    }

    /// Appends a text with its escapes as it stands. Returns whether it may be other than NFC.
    private mutating func append(_ text: UnsafeRawBufferPointer) throws -> Bool {
        var mayCompose = false
        var start = 0
        var index = 0
        while true {
            index &+= CodePoints.plainRun(text, from: index)
            guard index < text.count else { break }
            let (point, length) = CodePoints.decode(text, at: index)
            guard length > 0 else { throw AuditError(.textNotUTF8, ["offset": String(index)]) }
            guard !CodePoints.isForbidden(point) else { throw CanonicalWriter.forbidden(point, in: text, at: index) }
            if point == 0x22 || point == 0x5C {
                bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<index]))
                bytes.append(UInt8(ascii: "\\"))
                start = index
            } else if !CodePoints.isSettled(point) {
                mayCompose = true
            }
            index &+= length
        }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
        return mayCompose
    }

    private static func forbidden(_ point: UInt32, in text: UnsafeRawBufferPointer, at offset: Int) -> AuditError {
        // Every code point has one byte that is not a continuation.
        let position = text[..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return AuditError(
            .textForbiddenCodePoint, ["code_point": CodePoints.label(point), "position": String(position)])
    }
}
