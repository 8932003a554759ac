import Foundation

/// Canonical JSON in the making: texts, lists and objects, nothing else.
indirect enum CompiledNode {
    case text(String)
    case list([CompiledNode])
    case object([String: CompiledNode])

    static func word(_ value: Bool) -> CompiledNode { .text(value ? "yes" : "no") }

    /// One line without LF, as audit/FORMAT.md wants lines: names ascending by byte, `"` and `\` escaped,
    /// texts in NFC and without refused characters (which the compiler has seen to).
    var bytes: [UInt8] {
        var out: [UInt8] = []
        write(into: &out, depth: 1)
        return out
    }

    private func write(into out: inout [UInt8], depth: Int) {
        precondition(depth <= 7, "a compiled map is at most six deep, its texts not counted")
        switch self {
        case .text(let text): Self.quote(text, into: &out)
        case .list(let items):
            out.append(0x5B)
            for (index, item) in items.enumerated() {
                if index > 0 { out.append(0x2C) }
                item.write(into: &out, depth: depth + 1)
            }
            out.append(0x5D)
        case .object(let members):
            out.append(0x7B)
            let names = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for (index, name) in names.enumerated() {
                precondition(ImportTarget.isName(name))
                if index > 0 { out.append(0x2C) }
                Self.quote(name, into: &out)
                out.append(0x3A)
                members[name]?.write(into: &out, depth: depth + 1)
            }
            out.append(0x7D)
        }
    }

    private static func quote(_ text: String, into out: inout [UInt8]) {
        out.append(0x22)
        for byte in text.precomposedStringWithCanonicalMapping.utf8 {
            precondition(byte >= 0x20)
            if byte == 0x22 || byte == 0x5C { out.append(0x5C) }
            out.append(byte)
        }
        out.append(0x22)
    }
}
