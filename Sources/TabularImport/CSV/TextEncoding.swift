/// The encodings that are read. Everything inside is UTF-8: the others are converted as they arrive.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case iso88591 = "iso-8859-1"

    /// The most UTF-8 bytes that one byte becomes.
    var expansion: Int {
        switch self {
        case .utf8: 1
        case .iso88591: 2
        case .windows1252: 3
        }
    }

    /// Converts `source` into `target`, which has room for `expansion` bytes each; returns the bytes written.
    ///
    /// The five bytes that windows-1252 leaves undefined become the C1 controls of the same number,
    /// which the reader refuses as control characters.
    func convert(_ source: UnsafeRawBufferPointer, into target: UnsafeMutablePointer<UInt8>) -> Int {
        var out = target
        for byte in source {
            if byte < 0x80 {
                out.pointee = byte
                out += 1
                continue
            }
            var scalar = UInt16(byte)
            if self == .windows1252, byte < 0xA0 { scalar = Self.windows1252High[Int(byte &- 0x80)] }
            if scalar < 0x800 {
                out[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
                out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
                out += 2
            } else {
                out[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
                out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
                out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
                out += 3
            }
        }
        return out - target
    }

    /// Whether text in windows-1252 could hold these bytes: none of the five undefined ones.
    static func couldBeWindows1252(_ bytes: UnsafeRawBufferPointer) -> Bool {
        !bytes.contains { $0 == 0x81 || $0 == 0x8D || $0 == 0x8F || $0 == 0x90 || $0 == 0x9D }
    }

    /// Code points of the bytes 80–9F (WHATWG Encoding, index windows-1252).
    private static let windows1252High: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
