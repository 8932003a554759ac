/// A place in a line and the productions of the grammar at the head of `CanonicalScanner`, one function each.
///
/// Every function starts at its production's first byte and ends after its last.
struct CanonicalCursor {
    private let line: UnsafeRawBufferPointer
    private(set) var offset = 0

    init(_ line: UnsafeRawBufferPointer) { self.line = line }

    func refusal(_ reason: String) -> AuditError { refusal(reason, at: offset) }

    private func refusal(_ reason: String, at offset: Int) -> AuditError {
        AuditError(.recordNotCanonical, ["reason": reason, "offset": String(offset)])
    }

    /// The byte here, or the refusal that the line ends within `production`.
    @inline(__always)
    private func byte(within production: StaticString) throws -> UInt8 {
        guard offset < line.count else { throw refusal("unterminated-\(production)") }
        return line[offset]
    }

    mutating func object(depth: Int) throws -> CanonicalObject {
        try descend(to: depth)
        guard try byte(within: "object") != UInt8(ascii: "}") else {
            offset &+= 1
            return CanonicalObject()
        }
        var members: [(name: String, value: CanonicalValue)] = []
        members.reserveCapacity(depth == 1 ? 16 : 4)
        var previous: Range<Int>?
        while true {
            let start = offset
            let name = try name()
            if let previous { try check(name, after: previous, quote: start) }
            previous = name
            guard try byte(within: "object") == UInt8(ascii: ":") else { throw refusal("expected-colon") }
            offset &+= 1
            _ = try byte(within: "object")
            members.append((name: text(name), value: try value(depth: depth)))
            let next = try byte(within: "object")
            guard next == UInt8(ascii: ",") || next == UInt8(ascii: "}") else {
                throw refusal("expected-comma-or-brace")
            }
            offset &+= 1
            if next == UInt8(ascii: "}") { return CanonicalObject(ordered: members) }
        }
    }

    private mutating func array(depth: Int) throws -> [CanonicalValue] {
        try descend(to: depth)
        guard try byte(within: "array") != UInt8(ascii: "]") else {
            offset &+= 1
            return []
        }
        var elements: [CanonicalValue] = []
        while true {
            _ = try byte(within: "array")
            elements.append(try value(depth: depth))
            let next = try byte(within: "array")
            guard next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else {
                throw refusal("expected-comma-or-bracket")
            }
            offset &+= 1
            if next == UInt8(ascii: "]") { return elements }
        }
    }

    /// Steps over an opening bracket, or refuses it.
    private mutating func descend(to depth: Int) throws {
        guard depth <= CanonicalLimits.depth else {
            throw AuditError(
                .recordTooDeep, ["offset": String(offset), "limit": String(CanonicalLimits.depth)])
        }
        offset &+= 1
    }

    /// A value within an object or array at `depth`.
    private mutating func value(depth: Int) throws -> CanonicalValue {
        switch line[offset] {
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "["): .array(try array(depth: depth &+ 1))
        case UInt8(ascii: "{"): .object(try object(depth: depth &+ 1))
        default: throw refusal("expected-value")
        }
    }

    /// A quoted name; the range of its bytes.
    private mutating func name() throws -> Range<Int> {
        guard try byte(within: "object") == UInt8(ascii: "\"") else { throw refusal("expected-name") }
        offset &+= 1
        let start = offset
        while true {
            let byte = try byte(within: "string")
            if CanonicalName.mayContinue(byte), offset > start || CanonicalName.mayBegin(byte) {
                guard offset &- start < CanonicalLimits.nameBytes else { throw refusal("name-too-long") }
                offset &+= 1
            } else {
                guard byte == UInt8(ascii: "\""), offset > start else { throw refusal("name") }
                offset &+= 1
                return start..<(offset &- 1)
            }
        }
    }

    /// Refuses a name that does not come after the one before it. `quote`: where the name's opening quote lies.
    private func check(_ name: Range<Int>, after previous: Range<Int>, quote: Int) throws {
        let shared = min(name.count, previous.count)
        for step in 0..<shared {
            let (byte, before) = (line[name.lowerBound &+ step], line[previous.lowerBound &+ step])
            if byte > before { return }
            if byte < before { throw refusal("names-not-ascending", at: quote) }
        }
        if name.count == previous.count { throw refusal("repeated-name", at: quote) }
        if name.count < previous.count { throw refusal("names-not-ascending", at: quote) }
    }

    private mutating func string() throws -> String {
        offset &+= 1
        let start = offset
        var escapes = 0
        while true {
            offset &+= CodePoints.plainRun(line, from: offset)
            let byte = try byte(within: "string")
            if byte == UInt8(ascii: "\"") {
                offset &+= 1
                let content = start..<(offset &- 1)
                return escapes == 0 ? text(content) : unescaped(content, escapes: escapes)
            }
            if byte == UInt8(ascii: "\\") {
                try escape()
                escapes &+= 1
            } else {
                try codePoint()
            }
        }
    }

    private mutating func escape() throws {
        guard offset &+ 1 < line.count else {
            throw refusal("unterminated-string", at: line.count)
        }
        let escaped = line[offset &+ 1]
        guard escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\") else { throw refusal("escape") }
        offset &+= 2
    }

    @inline(__always)
    private mutating func codePoint() throws {
        let (point, length) = CodePoints.decode(line, at: offset)
        guard length > 0 else { throw refusal("invalid-utf8") }
        guard !CodePoints.isForbidden(point) else {
            throw AuditError(
                .recordNotCanonical,
                [
                    "reason": "forbidden-code-point", "offset": String(offset),
                    "code_point": CodePoints.label(point),
                ])
        }
        offset &+= length
    }

    /// The bytes of a range, already known to be UTF-8.
    @inline(__always)
    private func text(_ range: Range<Int>) -> String {
        let bytes = UnsafeRawBufferPointer(rebasing: line[range])
        return bytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
    }

    private func unescaped(_ range: Range<Int>, escapes: Int) -> String {
        String(unsafeUninitializedCapacity: range.count - escapes) { bytes in
            var index = range.lowerBound
            var length = 0
            while index < range.upperBound {
                if line[index] == UInt8(ascii: "\\") { index &+= 1 }
                bytes[length] = line[index]
                length &+= 1
                index &+= 1
            }
            return length
        }
    }
}
