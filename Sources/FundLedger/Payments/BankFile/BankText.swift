/// Text of a bank file: what a bank shows on a statement. docs/payment-files tells the set.
enum BankText {
    /// Folded to `A-Z 0-9`, space and `. , - & ' /`: letters without accents and in capitals, typographic apostrophes and
    /// dashes as plain ones, runs of spaces as one. `field` and `whose` are for refusals. Refuses: E-BNK-010 for more than
    /// `most` characters, E-BNK-011 for any other character, and where nothing is left.
    static func fold(_ text: String, most: Int, field: String, whose: String) throws -> [UInt8] {
        var folded: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let bytes = bytes(of: scalar) else {
                throw BankError(
                    .characterRefused,
                    ["field": field, "whose": whose, "code_point": "U+" + padded(String(scalar.value, radix: 16, uppercase: true))])
            }
            if bytes == [0x20], folded.last == 0x20 || folded.isEmpty { continue }
            folded += bytes
        }
        if folded.last == 0x20 { folded.removeLast() }
        guard !folded.isEmpty else {
            throw BankError(.characterRefused, ["field": field, "whose": whose, "code_point": "–"])
        }
        guard folded.count <= most else {
            throw BankError(
                .fieldTooLong,
                ["field": field, "found": String(folded.count), "expected": String(most), "whose": whose])
        }
        return folded
    }

    private static func padded(_ hex: String) -> String { String(repeating: "0", count: max(0, 4 - hex.count)) + hex }

    /// What a character becomes; nothing for a combining accent, nil where it cannot be shown.
    private static func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0x41...0x5A, 0x30...0x39: [UInt8(scalar.value)]
        case 0x61...0x7A: [UInt8(scalar.value) - 0x20]
        case 0x20, 0xA0, 0x2009, 0x202F: [0x20]
        case 0x26, 0x27, 0x2C, 0x2D, 0x2E, 0x2F: [UInt8(scalar.value)]
        case 0x2018, 0x2019, 0x2BC: [0x27]
        case 0x2010...0x2015, 0x2212: [0x2D]
        case 0x300...0x36F: []
        default: letter(scalar).map { Array($0.utf8) }
        }
    }

    private static func letter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xC0...0xC5, 0xE0...0xE5: "A"
        case 0xC6, 0xE6: "AE"
        case 0xC7, 0xE7: "C"
        case 0xC8...0xCB, 0xE8...0xEB: "E"
        case 0xCC...0xCF, 0xEC...0xEF: "I"
        case 0xD1, 0xF1: "N"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: "O"
        case 0xD9...0xDC, 0xF9...0xFC: "U"
        case 0xDD, 0xFD, 0xFF, 0x178: "Y"
        case 0x152, 0x153: "OE"
        default: nil
        }
    }
}
