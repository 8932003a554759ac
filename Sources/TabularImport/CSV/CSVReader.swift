/// Reads a delimited text row by row, in memory that does not grow with the file.
///
/// Format: RFC 4180, UTF-8 (or an encoding converted to it), CRLF or LF, a UTF-8 byte-order mark
/// skipped, blank lines skipped, a header row required with names that do not repeat (blank names may).
/// A bad row is given as a problem, one per row, and reading goes on; only an unterminated quote and a
/// row beyond 1 MiB end it.
public final class CSVReader {
    public enum Step {
        case row(CSVRow)
        case problem(RowProblem)
        case end
    }

    public let fileName: String
    public let format: CSVFormat
    /// The names of the columns, in order.
    public private(set) var header: [String] = []
    /// Rows given so far, good or bad.
    public private(set) var rowCount = 0

    private var window: ByteWindow
    private let classes: UnsafeMutablePointer<UInt8>
    private let fields: UnsafeMutablePointer<CSVField>
    private var line = 1
    private var isStopped = false

    /// Reads the header. Refuses with E-CSV-001 to 014.
    public init(source: any ByteSource, fileName: String, format: CSVFormat) throws {
        self.fileName = fileName
        self.format = format
        window = ByteWindow(source: source, encoding: format.encoding)
        classes = ByteClass.tables(delimiter: format.delimiter.byte)
        fields = .allocate(capacity: CSVLimits.columns)
        try skipByteOrderMark()
        try readHeader()
    }

    deinit {
        window.deallocate()
        classes.deallocate()
        fields.deallocate()
    }

    /// The next row. Throws only what the source throws.
    public func next() throws -> Step {
        if isStopped { return .end }
        guard let row = try scan() else { return .end }
        rowCount += 1
        if row.fault == nil, row.count != header.count {
            return .problem(describe(CSVFault(kind: .fieldCount, field: row.count), of: row))
        }
        if let fault = row.fault { return .problem(describe(fault, of: row)) }
        return .row(CSVRow(line: row.line, count: row.count, base: window.base, fields: fields))
    }

    // MARK: Scanning

    struct Scanned {
        let line: Int
        let count: Int
        let range: Range<Int>
        var fault: CSVFault?
    }

    /// Scans the next row that is not a blank line; nil at the end.
    private func scan() throws -> Scanned? {
        guard try skipBlankLines() else { return nil }
        while true {
            var scanner = RowScanner(
                base: window.base, end: window.end, isLast: window.isLast, classes: classes,
                delimiter: format.delimiter.byte, refusesLineBreaks: format.lineBreaks == .refuse, fields: fields,
                position: window.start)
            let outcome = scanner.scanRow()
            let length = (outcome == .row ? scanner.position : window.end) - window.start
            var row = Scanned(
                line: line, count: scanner.count, range: window.start..<window.start + length, fault: scanner.fault)
            if length > CSVLimits.rowBytes {
                row.fault = CSVFault(kind: .rowTooLong, field: scanner.count)
                isStopped = true
                return row
            }
            switch outcome {
            case .row:
                window.start = scanner.position
                line += 1 + scanner.innerLines
                if row.fault == nil { rewrite(min(row.count, CSVLimits.columns)) }
                return row
            case .needsMore:
                try window.fill(to: max(4, 2 * window.available))
            case .unterminated:
                row.fault = CSVFault(kind: .unterminated, field: scanner.count)
                isStopped = true
                return row
            }
        }
    }

    /// Moves to the next line that is not blank; false at the end.
    private func skipBlankLines() throws -> Bool {
        while true {
            try window.fill(to: 2)
            guard window.available > 0 else { return false }
            let first = window.base[window.start]
            if first == 0x0A {
                window.start += 1
            } else if first == 0x0D, window.available > 1, window.base[window.start + 1] == 0x0A {
                window.start += 2
            } else {
                return true
            }
            line += 1
        }
    }

    /// Undoubles quotes and makes line breaks spaces, in place: a value is never longer than its writing.
    private func rewrite(_ count: Int) {
        for index in 0..<count where fields[index].needsRewrite {
            let bytes = window.base + fields[index].start
            var (from, to) = (0, 0)
            while from < fields[index].length {
                var byte = bytes[from]
                if byte == 0x22 {
                    from += 1
                } else if byte == 0x0D || byte == 0x0A {
                    if byte == 0x0D, from + 1 < fields[index].length, bytes[from + 1] == 0x0A { from += 1 }
                    byte = 0x20
                }
                bytes[to] = byte
                from += 1
                to += 1
            }
            fields[index].length = to
        }
    }

    // MARK: The beginning of the file

    private func skipByteOrderMark() throws {
        try window.fill(to: 9)
        let start = UnsafeRawBufferPointer(start: window.base, count: window.available)
        func begins(_ mark: [UInt8]) -> Bool { start.starts(with: mark) }
        var found: String?
        switch format.encoding {
        case .utf8:
            if begins([0xEF, 0xBB, 0xBF]) { window.start += 3 }
            if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { found = "utf-16" }
        case .windows1252, .iso88591:
            // The marks as they look once converted from one byte each.
            if begins([0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF]) { found = "utf-8" }
            if begins([0xC3, 0xBF, 0xC3, 0xBE]) || begins([0xC3, 0xBE, 0xC3, 0xBF]) { found = "utf-16" }
        }
        guard let found else { return }
        throw ImportError(
            .wrongEncoding,
            ["file": fileName, "found": found, "expected": format.encoding.rawValue, "advice": "encoding: utf-8"])
    }

    private func readHeader() throws {
        guard let row = try scan() else { throw ImportError(.missingHeader, ["file": fileName]) }
        if let fault = row.fault {
            var problem = describe(fault, of: row)
            if fault.kind == .forbidden, fault.value == 0x09, row.count == 1 {
                problem = problem.advising("delimiter: tab")
            }
            throw ImportError(problem, file: fileName) ?? ImportError(.missingHeader, ["file": fileName])
        }
        if row.count > CSVLimits.columns {
            throw ImportError(
                .tooManyColumns,
                ["file": fileName, "expected": String(CSVLimits.columns), "found": String(row.count)])
        }
        let view = CSVRow(line: row.line, count: row.count, base: window.base, fields: fields)
        header = (0..<row.count).map(view.text)
        if header.allSatisfy(\.isEmpty) { throw ImportError(.missingHeader, ["file": fileName]) }
        var seen: Set<String> = []
        for name in header where !name.isEmpty && !seen.insert(name).inserted {
            throw ImportError(.repeatedColumn, ["file": fileName, "line": String(row.line), "field": name])
        }
    }

    // MARK: Problems

    private func describe(_ fault: CSVFault, of row: Scanned) -> RowProblem {
        fault.problem(
            line: row.line, columns: header, format: format, fieldCount: row.count,
            bytes: UnsafeRawBufferPointer(start: window.base + row.range.lowerBound, count: row.range.count))
    }
}
