import ReferenceData

/// A JSON value whose object members keep the order in which they were given. Amounts are strings (`.amount`).
enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    case string(String)
    case integer(Int64)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])

    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { (name: $0.0, value: $0.1) }) }
    init(nilLiteral: ()) { self = .null }

    /// Cents as the decimal string of the contract: `"2500.00"`.
    static func amount(cents: Int64) -> JSONValue { .string(MoneyFormat.plain(cents: cents)) }
    static func amount(_ cents: Cents) -> JSONValue { .amount(cents: cents.value) }
    /// Null where there is nothing.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }

    /// Stable text: the outer object's members and the elements of its own members a line each, anything deeper on
    /// one line, so that a row of a list is a line that `grep` and `diff` can show. Ends with a line feed.
    var text: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes, depth: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// On one line, without a line feed: a part of a text that is written piece by piece.
    var line: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes, depth: 2)
        return bytes
    }

    private func write(into bytes: inout [UInt8], depth: Int) {
        switch self {
        case .string(let text): JSONValue.write(text, into: &bytes)
        case .integer(let value): bytes += String(value).utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .array(let elements):
            JSONValue.write(elements, between: "[]", into: &bytes, depth: depth) { element, bytes in
                element.write(into: &bytes, depth: depth + 1)
            }
        case .object(let members):
            JSONValue.write(members, between: "{}", into: &bytes, depth: depth) { member, bytes in
                JSONValue.write(member.name, into: &bytes)
                bytes += ": ".utf8
                member.value.write(into: &bytes, depth: depth + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: String, into bytes: inout [UInt8], depth: Int,
        each: (Element, inout [UInt8]) -> Void
    ) {
        let isBroken = depth < 2 && !elements.isEmpty
        let marks = Array(brackets.utf8)
        bytes.append(marks[0])
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes += (isBroken ? "," : ", ").utf8 }
            if isBroken { breakLine(&bytes, indent: depth + 1) }
            each(element, &bytes)
        }
        if isBroken { breakLine(&bytes, indent: depth) }
        bytes.append(marks[1])
    }

    private static func breakLine(_ bytes: inout [UInt8], indent: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case 0..<0x20, 0x7F:
                bytes += "\\u00".utf8
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
