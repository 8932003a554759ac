/// Puts other text in the place of ASCII signs that mean something in another program's grammar.
///
/// By bytes, never by `Character`: a sign followed by a combining mark is one character to Swift, and still that sign to
/// everyone else.
struct Substitution {
    private var replacements = [[UInt8]?](repeating: nil, count: 128)

    init(_ pairs: KeyValuePairs<Character, String>) {
        for (sign, text) in pairs {
            guard let byte = sign.asciiValue else { preconditionFailure("only ASCII signs are replaced") }
            replacements[Int(byte)] = Array(text.utf8)
        }
    }

    func apply(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 128 && replacements[Int($0)] != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 8)
        for byte in text.utf8 {
            if byte < 128, let replacement = replacements[Int(byte)] {
                bytes.append(contentsOf: replacement)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
