/// One field of a scanned row, as a range of the window.
struct CSVField {
    var start: Int
    var length: Int
    /// Holds doubled quotes, or line breaks to be made spaces: not yet the field's value.
    var needsRewrite: Bool
}

/// The first thing wrong with a row.
struct CSVFault {
    enum Kind {
        case invalidUTF8, nul, forbidden, lineBreak, strayQuote, fieldTooLong, fieldCount, rowTooLong, unterminated
    }
    let kind: Kind
    let field: Int
    /// The byte, the code point or the length that is wrong.
    var value: UInt32 = 0
}

/// Finds the fields of the row that begins at `position`, in a window of bytes, changing nothing:
/// when the window ends too early the row is scanned again once more bytes are there.
///
/// RFC 4180 section 2, with LF as well as CRLF; text that is no CSV is a fault, never guessed at.
struct RowScanner {
    enum Outcome { case row, needsMore, unterminated }
    private enum Stop { case delimiter, endOfRow, needsMore, unterminated }

    let base: UnsafePointer<UInt8>
    let end: Int
    let isLast: Bool
    let classes: UnsafePointer<UInt8>
    let delimiter: UInt8
    let refusesLineBreaks: Bool
    let fields: UnsafeMutablePointer<CSVField>

    /// Where to scan; after a row, where the next one begins.
    var position: Int
    /// Fields of the row; the first 1 024 are in `fields`.
    var count = 0
    /// Line feeds inside quoted fields.
    var innerLines = 0
    var fault: CSVFault?

    mutating func scanRow() -> Outcome {
        while true {
            if position == end && !isLast { return .needsMore }
            let quoted = position < end && base[position] == 0x22
            switch quoted ? quotedField() : plainField(from: position, rewrite: false) {
            case .delimiter: continue
            case .endOfRow: return .row
            case .needsMore: return .needsMore
            case .unterminated: return .unterminated
            }
        }
    }

    /// Scans on from `position` to the end of an unquoted field that began at `from`.
    private mutating func plainField(from: Int, rewrite: Bool) -> Stop {
        var p = position
        while true {
            if p == end {
                guard isLast else { return .needsMore }
                record(from, p, rewrite)
                position = p
                return .endOfRow
            }
            let kind = classes[Int(base[p])]
            if kind == ByteClass.plain {
                p &+= 1
                continue
            }
            switch kind {
            case ByteClass.delimiter:
                record(from, p, rewrite)
                position = p &+ 1
                return .delimiter
            case ByteClass.lineFeed:
                record(from, p, rewrite)
                position = p &+ 1
                return .endOfRow
            case ByteClass.carriageReturn:
                if p &+ 1 == end, !isLast { return .needsMore }
                if p &+ 1 < end, base[p &+ 1] == 0x0A {
                    record(from, p, rewrite)
                    position = p &+ 2
                    return .endOfRow
                }
                note(.forbidden, 0x0D)
                p &+= 1
            case ByteClass.quote:
                note(.strayQuote)
                p &+= 1
            default:
                let length = other(at: p)
                if length == 0 { return .needsMore }
                p &+= length
            }
        }
    }

    private mutating func quotedField() -> Stop {
        let from = position &+ 1
        var p = from
        var rewrite = false
        let classes = self.classes + 256
        while true {
            if p == end { return isLast ? .unterminated : .needsMore }
            let kind = classes[Int(base[p])]
            if kind == ByteClass.plain {
                p &+= 1
                continue
            }
            switch kind {
            case ByteClass.quote:
                if p &+ 1 == end {
                    guard isLast else { return .needsMore }
                    record(from, p, rewrite)
                    position = end
                    return .endOfRow
                }
                if base[p &+ 1] == 0x22 {
                    rewrite = true
                    p &+= 2
                    continue
                }
                return closed(from, p, rewrite)
            case ByteClass.lineFeed, ByteClass.carriageReturn:
                if kind == ByteClass.lineFeed { innerLines &+= 1 }
                if refusesLineBreaks { note(.lineBreak) }
                rewrite = true
                p &+= 1
            default:
                let length = other(at: p)
                if length == 0 { return .needsMore }
                p &+= length
            }
        }
    }

    /// After the closing quote at `quote`: a delimiter, the row's end, or a fault.
    private mutating func closed(_ from: Int, _ quote: Int, _ rewrite: Bool) -> Stop {
        let next = base[quote &+ 1]
        if next == delimiter || next == 0x0A {
            record(from, quote, rewrite)
            position = quote &+ 2
            return next == delimiter ? .delimiter : .endOfRow
        }
        if next == 0x0D {
            if quote &+ 2 == end, !isLast { return .needsMore }
            if quote &+ 2 < end, base[quote &+ 2] == 0x0A {
                record(from, quote, rewrite)
                position = quote &+ 3
                return .endOfRow
            }
        }
        note(.strayQuote)
        position = quote &+ 1
        return plainField(from: from, rewrite: rewrite)
    }

    /// Judges a control character or the character of several bytes at `p`; its length, 0 if cut off.
    private mutating func other(at p: Int) -> Int {
        let byte = base[p]
        if byte < 0x80 {
            if byte == 0 { note(.nul) } else { note(.forbidden, UInt32(byte)) }
            return 1
        }
        switch UTF8Check.judge(base + p, end &- p) {
        case .good(let length): return length
        case .forbidden(let scalar, let length):
            note(.forbidden, scalar)
            return length
        case .incomplete where !isLast: return 0
        case .incomplete, .invalid:
            note(.invalidUTF8, UInt32(byte))
            return 1
        }
    }

    @inline(__always)
    private mutating func record(_ from: Int, _ to: Int, _ rewrite: Bool) {
        if to &- from > CSVLimits.fieldBytes { note(.fieldTooLong, UInt32(truncatingIfNeeded: to &- from)) }
        if count < CSVLimits.columns {
            fields[count] = CSVField(start: from, length: to &- from, needsRewrite: rewrite)
        }
        count &+= 1
    }

    private mutating func note(_ kind: CSVFault.Kind, _ value: UInt32 = 0) {
        if fault == nil { fault = CSVFault(kind: kind, field: count, value: value) }
    }
}
