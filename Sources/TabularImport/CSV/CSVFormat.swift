/// How a delimited text file is written.
public struct CSVFormat: Sendable, Equatable {
    public enum Delimiter: String, CaseIterable, Sendable {
        case comma = ","
        case semicolon = ";"
        case tab = "tab"

        var byte: UInt8 {
            switch self {
            case .comma: 0x2C
            case .semicolon: 0x3B
            case .tab: 0x09
            }
        }
    }

    /// What becomes of CRLF, LF or CR inside a quoted field.
    public enum LineBreaks: String, CaseIterable, Sendable {
        /// Each row that has one is refused (E-CSV-007).
        case refuse
        /// Each becomes one space.
        case space
    }

    public var delimiter: Delimiter
    public var encoding: TextEncoding
    public var lineBreaks: LineBreaks

    public init(delimiter: Delimiter = .comma, encoding: TextEncoding = .utf8, lineBreaks: LineBreaks = .refuse) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.lineBreaks = lineBreaks
    }
}

/// The most that a file may hold at once.
public enum CSVLimits {
    public static let fieldBytes = 65_536
    public static let rowBytes = 1_048_576
    public static let columns = 1_024
    static let chunkBytes = 262_144
}
