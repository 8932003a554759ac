/// Lower-case hexadecimal, strictly: two digits a byte, `0-9a-f` only.
public enum Hexadecimal {
    /// The lower-case digits of these bytes.
    public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
            var position = 0
            for byte in bytes {
                digits[position] = digit(byte >> 4)
                digits[position + 1] = digit(byte & 15)
                position += 2
            }
            return position
        }
    }

    /// The lower-case digits of these bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { encode($0) }
    }

    /// The bytes of this text; nil when it is not an even number of lower-case digits.
    public static func decode(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: digits.count / 2)
        let decoded = digits.withUnsafeBytes { digits in
            bytes.withUnsafeMutableBytes { decode(digits, into: $0) }
        }
        return decoded ? bytes : nil
    }

    /// Decodes into a place of half as many bytes; false when a byte is not a lower-case digit.
    static func decode(_ digits: UnsafeRawBufferPointer, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
        guard digits.count == bytes.count * 2 else { return false }
        for position in 0..<bytes.count {
            guard let high = value(digits[position * 2]), let low = value(digits[position * 2 + 1]) else {
                return false
            }
            bytes[position] = high << 4 | low
        }
        return true
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x57 + value
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
