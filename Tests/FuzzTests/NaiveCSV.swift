import Foundation

@testable import TabularImport

/// A second reader of delimited text, written from the words of the format alone: whole file in memory, a character at a
/// time, text judged by Foundation. Slow, and meant to be plainly right.
struct NaiveCSV {
    struct Row: Equatable {
        let line: Int
        var fields: [String] = []
        /// Something is wrong with it.
        var isBad = false
    }

    /// Every row but blank ones; a row that is bad has no fields that count.
    private(set) var rows: [Row] = []
    private let bytes: [UInt8]
    private let format: CSVFormat
    private var place = 0
    private var line = 1

    init(_ source: [UInt8], _ format: CSVFormat) {
        self.format = format
        var bytes = NaiveCSV.converted(source, format.encoding)
        if format.encoding == .utf8, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        self.bytes = bytes
        while skipBlankLines(), readRow() {}
    }

    private static func converted(_ source: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
        if encoding == .utf8 { return source }
        return source.flatMap { byte -> [UInt8] in
            let single = Data([byte])
            let text = encoding == .windows1252 ? String(data: single, encoding: .windowsCP1252) : nil
            return Array((text ?? String(UnicodeScalar(byte))).utf8)
        }
    }

    private func has(_ text: String, at place: Int) -> Bool { bytes[min(place, bytes.count)...].starts(with: text.utf8) }

    private mutating func skipBlankLines() -> Bool {
        while place < bytes.count {
            if has("\n", at: place) { place += 1 } else if has("\r\n", at: place) { place += 2 } else { return true }
            line += 1
        }
        return false
    }

    /// False where nothing can be read after it.
    private mutating func readRow() -> Bool {
        var row = Row(line: line)
        line += 1
        while true {
            var value: [UInt8] = []
            if has("\"", at: place) {
                guard quoted(&value, &row) else {
                    row.isBad = true
                    rows.append(row)
                    return false
                }
            }
            plain(&value, &row)
            add(value, to: &row)
            if place < bytes.count, bytes[place] == format.delimiter.byte {
                place += 1
                continue
            }
            if has("\r\n", at: place) { place += 2 } else if place < bytes.count { place += 1 }
            rows.append(row)
            return true
        }
    }

    /// From an opening quote to the one that closes it; false where none does.
    private mutating func quoted(_ value: inout [UInt8], _ row: inout Row) -> Bool {
        place += 1
        while place < bytes.count {
            if has("\"\"", at: place) {
                value.append(0x22)
                place += 2
            } else if has("\"", at: place) {
                place += 1
                return true
            } else if bytes[place] == 0x0A || bytes[place] == 0x0D {
                if format.lineBreaks == .refuse { row.isBad = true }
                let isPair = has("\r\n", at: place)
                if isPair || bytes[place] == 0x0A { line += 1 }
                place += isPair ? 2 : 1
                value.append(0x20)
            } else {
                value.append(bytes[place])
                place += 1
            }
        }
        return false
    }

    /// To the end of the field; after a closing quote anything is too much.
    private mutating func plain(_ value: inout [UInt8], _ row: inout Row) {
        let isAfterQuote = place > 0 && bytes[place - 1] == 0x22
        while place < bytes.count, bytes[place] != format.delimiter.byte, bytes[place] != 0x0A, !has("\r\n", at: place) {
            if isAfterQuote || bytes[place] == 0x22 { row.isBad = true }
            value.append(bytes[place])
            place += 1
        }
    }

    private func add(_ value: [UInt8], to row: inout Row) {
        guard let text = String(validating: value, as: UTF8.self) else {
            row.isBad = true
            return row.fields.append("")
        }
        if text.unicodeScalars.contains(where: NaiveCSV.isRefused) { row.isBad = true }
        row.fields.append(text)
    }

    /// Controls, the byte-order mark, bidirectional controls, noncharacters (FORMAT.md, section 2).
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint || scalar.value == 0xFEFF
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
