// Checkpoints (C2SP tlog-checkpoint)
//
//     ORIGIN LF           not empty
//     SIZE LF             leaves of the tree: decimal, no sign, no leading zero, below 2^63
//     ROOT LF             canonical base64 of the 32 bytes of the tree's root
//
// The text of a signed note. Extension lines, which C2SP allows, are refused. Worked example, a tree of one
// leaf of no bytes:
//
//     fnf.example/6e340b9cffb37a98
//     1
//     bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=

/// The head of a register's tree: whose, how many leaves, which root.
public struct Checkpoint: Sendable {
    public let origin: String
    /// The number of leaves.
    public let size: Int64
    public let root: Digest

    /// Refuses with E-NOT-012 an origin that is empty or holds a control character, E-NOT-013 a size below 0.
    public init(origin: String, size: Int64, root: Digest) throws {
        guard !origin.isEmpty, origin.utf8.allSatisfy({ $0 >= 0x20 }) else { throw AuditError(.checkpointOrigin) }
        guard size >= 0 else { throw AuditError(.checkpointSize, ["text": String(size)]) }
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The text to sign.
    public var text: [UInt8] {
        Array("\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n".utf8)
    }

    /// From a note's text. Refuses with E-NOT-002 bytes that are not UTF-8 or a control character, E-NOT-011
    /// less than three whole lines, E-NOT-015 more of them, E-NOT-012, E-NOT-013 and E-NOT-014 a bad line.
    public static func parse(_ text: [UInt8]) throws -> Checkpoint {
        guard text.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }), String(validating: text, as: UTF8.self) != nil else {
            throw AuditError(.noteCharacters)
        }
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last?.isEmpty == true else { throw AuditError(.checkpointShape) }
        guard lines.count == 4 else { throw AuditError(.checkpointExtension) }
        guard let size = canonicalNumber(lines[1]) else {
            throw AuditError(.checkpointSize, ["text": excerpt(lines[1])])
        }
        guard let bytes = Base64.decode(lines[2]), let root = Digest(bytes: bytes) else {
            throw AuditError(.checkpointRoot, ["text": excerpt(lines[2])])
        }
        return try Checkpoint(origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root)
    }

    private static func canonicalNumber(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1,
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int64(String(decoding: digits, as: UTF8.self))
    }

    private static func excerpt(_ line: ArraySlice<UInt8>) -> String {
        String(String(decoding: line, as: UTF8.self).prefix(80))
    }
}

extension Checkpoint: Equatable {
    // Origins are compared as bytes: to String, two normal forms of one origin would be equal.
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.size == right.size && left.root == right.root && left.origin.utf8.elementsEqual(right.origin.utf8)
    }
}
