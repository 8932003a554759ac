/// A table for machines: RFC 4180, UTF-8, LF, a header of English snake_case names, decimal points, no grouping.
struct CSVTable: Sendable {
    let columns: [String]
    var rows: [[String]]

    init(columns: [String], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    var text: [UInt8] {
        var bytes: [UInt8] = []
        CSVTable.write(columns, into: &bytes)
        return bytes + textWithoutHeader
    }

    /// The rows alone: a part of a table that is written piece by piece.
    var textWithoutHeader: [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            precondition(row.count == columns.count, "a row has as many fields as the header")
            CSVTable.write(row, into: &bytes)
        }
        return bytes
    }

    private static func write(_ row: [String], into bytes: inout [UInt8]) {
        for (index, field) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(field, into: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A quote, a comma, a line feed or a carriage return.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x2C, 0x0A, 0x0D: true
        default: false
        }
    }

    private static func write(_ field: String, into bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        guard field.utf8.contains(where: isSpecial) else {
            bytes += field.utf8
            return
        }
        bytes.append(quote)
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
