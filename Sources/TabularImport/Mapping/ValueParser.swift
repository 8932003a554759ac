import ReferenceData

/// What the text of a value means for its field.
enum ParsedValue {
    /// The bytes themselves.
    case text
    /// Cents, an integer, or the position in a choice.
    case number(Int64)
    case date(CalendarDate)
    case refused(ImportError.Code)
}

/// Reads the values of one field as its map says they are written. Blank values are not for it.
struct ValueParser {
    let kind: ImportTarget.Kind
    let maximumBytes: Int
    let dateFormat: DateFormat
    let amountFormat: AmountFormat

    init(field: ImportTarget.Field, rule: FieldRule) {
        kind = field.kind
        maximumBytes = field.maximumBytes
        dateFormat = rule.date
        amountFormat = rule.amount
    }

    func parse(_ bytes: UnsafeRawBufferPointer) -> ParsedValue {
        switch kind {
        case .text:
            return bytes.count > maximumBytes ? .refused(.textTooLong) : .text
        case .identifier:
            guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return .refused(.badIdentifier) }
            return bytes.count > maximumBytes ? .refused(.textTooLong) : .text
        case .date:
            return DateParser.parse(bytes, dateFormat)
        case .amount:
            return AmountParser.parse(bytes, amountFormat)
        case .integer:
            return AmountParser.integer(bytes, refusal: .badInteger)
        case .choice(let words):
            for (index, word) in words.enumerated() where word.utf8.elementsEqual(bytes) {
                return .number(Int64(index))
            }
            return .refused(.badChoice)
        }
    }

    /// The code with which the field refuses the value, if it does.
    func refusal(of bytes: UnsafeRawBufferPointer) -> ImportError.Code? {
        if case .refused(let code) = parse(bytes) { return code }
        return nil
    }

    /// What a value of the field looks like, for messages.
    var expected: String {
        switch kind {
        case .text: String(maximumBytes)
        case .identifier: "A-Z a-z 0-9 . - _ …"
        case .date: dateFormat.rawValue
        case .amount: amountFormat.example
        case .integer: "-12"
        case .choice(let words): words.joined(separator: " | ")
        }
    }
}
