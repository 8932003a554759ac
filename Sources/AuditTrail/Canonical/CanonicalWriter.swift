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
///     try writer.withLine { hash($0) }
///
/// What it writes `CanonicalScanner` accepts. A program that would write something else stops (`precondition`): a name
/// that is invalid or not after the one before it, a value without a name, a bracket that does not match, a ninth
/// level. What a person typed is refused by an error: E-REC-002, E-REC-004, E-REC-005. After an error, `clear`.
///
/// Text is put into NFC here, once, except `string(asItStands:)` and `write`, which serve what was read from a line.
/// ASCII and texts in composed Latin letters are NFC as they stand and cost no normalisation.
public struct CanonicalWriter {
    private struct Level {
        var isObject = false
        var isEmpty = true
        /// Where the last name lies in the buffer.
        var name = 0..<0
    }

    private var buffer: CanonicalBuffer
    /// How many objects and arrays are open; `level` is the innermost.
    private var depth = 0
    private var level = Level()
    private var outerLevels: [Level] = []
    private var awaitsValue = false

    public init(capacity: Int = 512) {
        buffer = CanonicalBuffer(capacity: capacity)
        outerLevels.reserveCapacity(CanonicalLimits.depth)
    }

    /// What has been written so far, copied: the line, without LF, once `finish` passes.
    public var bytes: [UInt8] { buffer.withBytes { [UInt8]($0) } }

    /// Starts over, and keeps the buffer.
    public mutating func clear() {
        buffer.truncate(to: 0)
        outerLevels.removeAll(keepingCapacity: true)
        depth = 0
        awaitsValue = false
    }

    /// Checks the line: whole (`precondition`) and at most 1 MiB (else E-REC-002).
    public func finish() throws {
        precondition(depth == 0 && buffer.count > 0, "the line is not whole")
        guard buffer.count <= CanonicalLimits.lineBytes else {
            throw AuditError(
                .recordTooLong,
                ["length_bytes": String(buffer.count), "limit_bytes": String(CanonicalLimits.lineBytes)])
        }
    }

    /// The line, copied. Refuses what `finish` refuses.
    public func finishedLine() throws -> [UInt8] {
        try finish()
        return bytes
    }

    /// The line where it lies, without a copy. Refuses what `finish` refuses.
    public func withLine<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        try finish()
        return try buffer.withBytes(body)
    }

    public mutating func beginObject() { begin(UInt8(ascii: "{"), isObject: true) }
    public mutating func endObject() { end(UInt8(ascii: "}"), isObject: true) }
    public mutating func beginArray() { begin(UInt8(ascii: "["), isObject: false) }
    public mutating func endArray() { end(UInt8(ascii: "]"), isObject: false) }

    /// The name of the member whose value is written next. Precondition: it is a valid name and comes after the one
    /// before it in byte order.
    public mutating func name(_ name: String) {
        var name = name
        name.withUTF8 { self.name(utf8: UnsafeRawBufferPointer($0)) }
    }

    private mutating func name(utf8 name: UnsafeRawBufferPointer) {
        precondition(depth > 0 && level.isObject && !awaitsValue, "no place for a name")
        precondition(CanonicalName.isValid(name), "not a member name: \(String(decoding: name, as: UTF8.self))")
        if level.isEmpty {
            level.isEmpty = false
        } else {
            precondition(
                buffer.withBytes { CanonicalName.precedes(UnsafeRawBufferPointer(rebasing: $0[level.name]), name) },
                "out of order: \(String(decoding: name, as: UTF8.self))")
            buffer.append(UInt8(ascii: ","))
        }
        level.name = (buffer.count &+ 1)..<(buffer.count &+ 1 &+ name.count)
        buffer.append(quoting: name, then: UInt8(ascii: ":"))
        awaitsValue = true
    }

    /// A text, put into NFC. Refuses E-REC-004: a code point that no record may hold.
    public mutating func string(_ text: String) throws {
        var text = text
        try text.withUTF8 { try string(UnsafeRawBufferPointer($0), composes: true) }
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
        if CodePoints.plainRun(text, from: 0) == text.count { return buffer.append(quoting: text) }
        buffer.append(UInt8(ascii: "\""))
        let start = buffer.count
        if try buffer.append(escaping: text), composes {
            buffer.truncate(to: start)
            var settled = String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping
            _ = try settled.withUTF8 { try buffer.append(escaping: UnsafeRawBufferPointer($0)) }
        }
        buffer.append(UInt8(ascii: "\""))
    }

    /// An integer, as a string: `"-12"`.
    public mutating func integer(_ value: Int64) {
        beginValue()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(value)
        buffer.append(UInt8(ascii: "\""))
    }

    private mutating func begin(_ bracket: UInt8, isObject: Bool) {
        if depth == 0 {
            precondition(buffer.count == 0 && isObject, "a line is one object")
        } else {
            precondition(depth < CanonicalLimits.depth, "more than eight levels")
            beginValue()
            outerLevels.append(level)
        }
        depth += 1
        level = Level(isObject: isObject)
        buffer.append(bracket)
    }

    private mutating func end(_ bracket: UInt8, isObject: Bool) {
        precondition(depth > 0 && level.isObject == isObject && !awaitsValue, "nothing to end here")
        buffer.append(bracket)
        depth -= 1
        if depth > 0 { level = outerLevels.removeLast() }
    }

    /// The comma before an element; that a member has its name.
    private mutating func beginValue() {
        precondition(depth > 0, "a line is one object")
        if level.isObject {
            precondition(awaitsValue, "a value without a name")
            awaitsValue = false
        } else if level.isEmpty {
            level.isEmpty = false
        } else {
            buffer.append(UInt8(ascii: ","))
        }
    }
}
