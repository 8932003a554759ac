import AuditTrail

/// A slip (bordereau): records proposed away from the book, signed by a coordinator. FORMAT.md, section 20.7.
public struct Slip: Sendable, Equatable {
    public let register: Digest
    public let origin: String
    public let head: SlipHead
    public let lines: [SlipLine]
    public let signature: [UInt8]

    static let title = "fundctl/slip/v1"
    private static let names = ["register-id", "origin", "committee", "person", "key", "number", "time", "lines"]

    public var leaves: [Digest] { lines.map(\.leaf) }

    /// Makes and signs one. Refuses a slip without a line (E-SLP-016), or with too many (E-SLP-001).
    public init(register: Digest, origin: String, head: SlipHead, lines: [SlipLine], signedBy key: PrivateKey) throws {
        guard !lines.isEmpty else { throw SlipError(.empty, ["committee": head.committee]) }
        guard SlipHead.lines.contains(lines.count) else { throw Self.malformed(9, "lines") }
        self.register = register
        self.origin = origin
        self.head = head
        self.lines = lines
        signature = try key.sign(head.signedText(register: register, leaves: lines.map(\.leaf)))
    }

    /// The text, whole.
    public var text: [UInt8] {
        let values = [
            register.hex, origin, head.committee, head.person, head.key.hex, String(head.number), head.time,
            String(lines.count),
        ]
        var text = Array("\(Self.title)\n".utf8)
        for (name, value) in zip(Self.names, values) { text += Array("\(name): \(value)\n".utf8) }
        text.append(0x0A)
        for line in lines { text += line.bytes + [0x0A] }
        return text + Array("\nsignature: \(Hexadecimal.encode(signature))\n".utf8)
    }

    /// Reads one. Refuses what is no slip (E-SLP-001), a line that is no record of a slip (E-REC codes, E-SLP-007), and a
    /// signature that is not of its key over these lines (E-SLP-003).
    public init(parsing bytes: [UInt8]) throws {
        guard bytes.last == 0x0A else { throw Self.malformed(1, "line feed") }
        let rows = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        guard String(decoding: rows[0], as: UTF8.self) == Self.title else { throw Self.malformed(1, Self.title) }
        var values: [String] = []
        for (place, name) in Self.names.enumerated() {
            let row = rows.count > place + 1 ? String(decoding: rows[place + 1], as: UTF8.self) : ""
            guard row.hasPrefix(name + ": ") else { throw Self.malformed(place + 2, name) }
            values.append(String(row.dropFirst(name.count + 2)))
        }
        (register, origin, head) = try Self.head(values)
        guard let count = CanonicalInteger.parse(values[7]), SlipHead.lines.contains(Int(clamping: count)) else {
            throw Self.malformed(9, "lines")
        }
        let last = 10 + Int(count)
        guard rows.count == last + 2, rows[9].isEmpty, rows[last].isEmpty else { throw Self.malformed(9, "lines") }
        lines = try rows[10..<last].enumerated().map { try SlipLine($0.element, number: $0.offset + 1) }
        let signed = String(decoding: rows[last + 1], as: UTF8.self)
        let hex = String(signed.dropFirst("signature: ".count))
        guard signed.hasPrefix("signature: "), Grammar.isHex(hex, digits: 128), let signature = Hexadecimal.decode(hex) else {
            throw Self.malformed(last + 2, "signature")
        }
        self.signature = signature
        guard head.key.isValid(signature: signature, over: head.signedText(register: register, leaves: lines.map(\.leaf)))
        else { throw SlipError(.signature, ["person": head.person, "number": String(head.number)]) }
    }

    private static func head(_ values: [String]) throws -> (Digest, String, SlipHead) {
        guard let register = Digest(hex: values[0]) else { throw malformed(2, "register-id") }
        let checks = [
            (3, "origin", Grammar.isOrigin(values[1])), (4, "committee", ServiceGrammar.isSlug(values[2])),
            (5, "person", Grammar.isPerson(values[3])), (8, "time", Grammar.isTime(values[6])),
        ]
        for (line, part, holds) in checks where !holds { throw malformed(line, part) }
        guard let number = CanonicalInteger.parse(values[5]), number >= 1 else { throw malformed(7, "number") }
        let head = SlipHead(
            committee: values[2], person: values[3], key: try PublicKey(hex: values[4]), number: number, time: values[6])
        return (register, values[1], head)
    }

    private static func malformed(_ line: Int, _ part: String) -> SlipError {
        SlipError(.malformed, ["line": String(line), "part": part])
    }
}
