/// HTML and SVG, written element by element: what is opened is closed, and text is always escaped, so that a page is
/// well-formed XML as well. docs/decisions/0004-html.md says why this is not a template.
struct Markup {
    /// Attributes in the order given; those without a value are left out.
    typealias Attributes = KeyValuePairs<String, String?>

    private(set) var bytes: [UInt8] = []
    private var open: [String] = []

    /// An element with what is in it.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void) {
        begin(name, attributes)
        body(&self)
        end()
    }

    /// An element with text alone.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        begin(name, attributes)
        self.text(text)
        end()
    }

    /// An element that can hold nothing: `<br/>`, `<rect …/>`.
    mutating func void(_ name: String, _ attributes: Attributes = [:]) {
        tag(name, attributes)
        bytes += "/>".utf8
    }

    /// Opens an element that `end` closes: where a page is written piece by piece.
    mutating func begin(_ name: String, _ attributes: Attributes = [:]) {
        tag(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        open.append(name)
    }

    /// Closes what was opened last.
    mutating func end() {
        guard let name = open.popLast() else { preconditionFailure("nothing is open") }
        bytes += "</\(name)>".utf8
    }

    mutating func text(_ text: String) { Markup.escape(text, into: &bytes) }

    mutating func lineFeed() { bytes.append(UInt8(ascii: "\n")) }

    /// The doctype of HTML, the one thing that is no element.
    mutating func doctype() { bytes += "<!DOCTYPE html>\n".utf8 }

    /// What was written since the last time, to be sent on.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func tag(_ name: String, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for case (let name, let value?) in attributes {
            bytes += " \(name)=\"".utf8
            Markup.escape(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// The four characters that mean something, and control characters, which no page may hold: U+FFFD stands for them.
    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
    }
}
