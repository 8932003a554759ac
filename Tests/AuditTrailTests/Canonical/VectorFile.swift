import Foundation

/// The files of lines under `audit/vectors`, read as their headings say.
enum VectorFile {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The fields of each line that is not a comment.
    static func rows(_ name: String, fields: Int) throws -> [[String]] {
        let file = repository.appending(path: "audit/vectors/\(name)")
        let text = try String(contentsOf: file, encoding: .utf8)
        return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard row.count == fields else { throw Malformed(line: String(line)) }
            return row
        }
    }

    /// The bytes that a form stands for.
    static func expand(_ form: String) throws -> [UInt8] { try expand(Array(form.utf8)[...]) }

    private static func expand(_ form: ArraySlice<UInt8>) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = form
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            if rest.first == UInt8(ascii: "{") {
                guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
                    let end = rest.firstIndex(of: UInt8(ascii: "}")),
                    let count = Int(String(decoding: rest[(rest.startIndex + 1)..<colon], as: UTF8.self))
                else { throw Malformed(line: String(decoding: form, as: UTF8.self)) }
                let part = try expand(rest[(colon + 1)..<end])
                bytes.append(contentsOf: repeatElement(part, count: count).joined())
                rest = rest[(end + 1)...]
            } else {
                guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                    throw Malformed(line: String(decoding: form, as: UTF8.self))
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            }
        }
        return bytes
    }

    struct Malformed: Error { let line: String }
}
