/// One PEM block (RFC 7468) in the only form that is read here: the one that OpenSSL writes, with lines of
/// 64 characters, line feeds alone, and nothing before or after.
struct PEMBlock: Equatable {
    let label: String
    let der: [UInt8]

    init(label: String, der: [UInt8]) {
        self.label = label
        self.der = der
    }

    /// The block that these bytes are; nil when they are anything else, or hold two blocks.
    init?(_ text: [UInt8]) {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        let opening = Array("-----BEGIN ".utf8)
        let dashes = Array("-----".utf8)
        guard lines.count >= 4, let first = lines.first, first.count > opening.count + dashes.count,
            first.starts(with: opening), first.suffix(dashes.count).elementsEqual(dashes)
        else { return nil }
        let label = first.dropFirst(opening.count).dropLast(dashes.count)
        guard let der = Base64.decode(Array(lines[1..<lines.count - 2].joined())) else { return nil }
        self.init(label: String(decoding: label, as: UTF8.self), der: der)
        guard self.text == text else { return nil }
    }

    /// The bytes of the block, ended by a line feed.
    var text: [UInt8] {
        var text = Array("-----BEGIN \(label)-----\n".utf8)
        let base64 = Base64.encodeBytes(der)
        for start in stride(from: 0, to: base64.count, by: 64) {
            text += base64[start..<min(start + 64, base64.count)]
            text.append(0x0A)
        }
        text += Array("-----END \(label)-----\n".utf8)
        return text
    }
}
