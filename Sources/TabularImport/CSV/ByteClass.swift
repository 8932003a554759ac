/// What a byte means to the row scanner; 0 is plain text, so that the tight loop tests for zero.
enum ByteClass {
    static let plain: UInt8 = 0
    static let delimiter: UInt8 = 1
    static let quote: UInt8 = 2
    static let lineFeed: UInt8 = 3
    static let carriageReturn: UInt8 = 4
    static let control: UInt8 = 5
    static let high: UInt8 = 6

    /// Two tables of 256 classes: outside quotes, then (at 256) inside them, where a delimiter is plain.
    static func tables(delimiter byte: UInt8) -> UnsafeMutablePointer<UInt8> {
        let tables = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)
        for (offset, quoted) in [(0, false), (256, true)] {
            for value in 0..<256 {
                tables[offset + value] =
                    switch UInt8(value) {
                    case byte where !quoted: delimiter
                    case 0x22: quote
                    case 0x0A: lineFeed
                    case 0x0D: carriageReturn
                    case 0..<0x20, 0x7F: control
                    case 0x80...: high
                    default: plain
                    }
            }
        }
        return tables
    }
}
