import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a page as XML: what is well-formed in both languages of mark-up has no element left open.
final class PageReader: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    /// In the order of their beginnings.
    private(set) var elements: [Element] = []
    private var open: [Int] = []

    /// Nil where the page is not well-formed.
    static func read(_ bytes: [UInt8]) -> [Element]? {
        let reader = PageReader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        return parser.parse() ? reader.elements : nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let index = open.last { elements[index].text += text }
    }
}
