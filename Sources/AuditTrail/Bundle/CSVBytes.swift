/// One row of CSV at a time: a field is quoted only if it holds `"` or `,`. FORMAT.md, section 10.4.
public struct CSVBytes {
    private var bytes: [UInt8] = []
    private var isFirst = true

    public init() {}

    /// Begins a row.
    public mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        isFirst = true
    }

    /// The next field of the row.
    public mutating func field(_ value: Int64) { field(String(value)) }

    /// The next field of the row.
    public mutating func field(_ text: String) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        var text = text
        text.withUTF8 { utf8 in
            guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else {
                bytes.append(contentsOf: utf8)
                return
            }
            bytes.append(UInt8(ascii: "\""))
            for byte in utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Gives the bytes of the row, with its line feed.
    public mutating func end(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "\n"))
        try bytes.withUnsafeBytes(body)
    }
}
