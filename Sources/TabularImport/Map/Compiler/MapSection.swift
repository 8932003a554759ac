import Foundation
import Yams

/// One YAML node of a map, with its place for errors.
struct MapNode {
    let node: Node
    /// `postings[1].amount.decimal`; empty at the top.
    let path: String
    let fileName: String

    func error(_ code: ImportError.Code, _ parameters: [String: String] = [:]) -> ImportError {
        var parameters = parameters
        parameters["file"] = fileName
        parameters["path"] = path
        if let mark = node.mark {
            parameters["line"] = String(mark.line)
            parameters["column"] = String(mark.column)
        }
        return ImportError(code, parameters)
    }

    /// `mapping`, `list`, `text` or `nothing`.
    var shape: String {
        switch node {
        case .mapping: "mapping"
        case .sequence: "list"
        case .scalar(let scalar): Self.isNothing(scalar) ? "nothing" : "text"
        case .alias: "alias"
        }
    }

    var isText: Bool { shape == "text" }

    private static func isNothing(_ scalar: Node.Scalar) -> Bool {
        [.plain, .any].contains(scalar.style) && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// The text of a scalar, in NFC, as it is written: `007` stays `007`.
    func text(allowingEmpty: Bool = false) throws -> String {
        guard case .scalar(let scalar) = node, isText else {
            throw error(.wrongShape, ["expected": "text", "found": shape])
        }
        if let scalar = UTF8Check.firstForbidden(in: scalar.string) {
            throw error(.badText, ["code_point": UTF8Check.name(scalar)])
        }
        if scalar.string.isEmpty, !allowingEmpty { throw error(.badText) }
        return scalar.string.precomposedStringWithCanonicalMapping
    }

    /// One of the raw values of `Words`.
    func word<Words: RawRepresentable & CaseIterable>(_: Words.Type) throws -> Words where Words.RawValue == String {
        let typed = try text(allowingEmpty: true)
        if let word = Words(rawValue: typed) { return word }
        throw unknownWord(typed, Words.allCases.map(\.rawValue))
    }

    func unknownWord(_ typed: String, _ words: [String]) -> ImportError {
        var parameters = ["found": typed, "expected": words.map { $0.isEmpty ? "\"\"" : $0 }.joined(separator: " | ")]
        parameters["nearest"] = NearestWord.find(typed, among: words)
        return error(.unknownWord, parameters)
    }

    func yes() throws -> Bool {
        let typed = try text()
        switch typed.lowercased() {
        case "yes", "true": return true
        case "no", "false": return false
        default: throw unknownWord(typed, ["yes", "no"])
        }
    }

    func list() throws -> [MapNode] {
        guard case .sequence(let sequence) = node else {
            throw error(.wrongShape, ["expected": "list", "found": shape])
        }
        return sequence.enumerated().map { MapNode(node: $1, path: "\(path)[\($0)]", fileName: fileName) }
    }

    /// A list that has something in it.
    func filledList() throws -> [MapNode] {
        let items = try list()
        if items.isEmpty { throw error(.wrongShape, ["expected": "list", "found": "nothing"]) }
        return items
    }

    func section() throws -> MapSection { try MapSection(self) }
}

/// A YAML mapping whose keys are texts.
struct MapSection {
    let place: MapNode
    private let members: [(key: MapNode, name: String, value: MapNode)]

    init(_ place: MapNode) throws {
        guard case .mapping(let mapping) = place.node else {
            throw place.error(.wrongShape, ["expected": "mapping", "found": place.shape])
        }
        self.place = place
        members = try mapping.map { key, value in
            let keyNode = MapNode(node: key, path: place.path, fileName: place.fileName)
            let name = try keyNode.text()
            let path = place.path.isEmpty ? name : "\(place.path).\(name)"
            return (keyNode, name, MapNode(node: value, path: path, fileName: place.fileName))
        }
    }

    var names: [String] { members.map(\.name) }

    subscript(name: String) -> MapNode? { members.first { $0.name == name }?.value }

    func required(_ name: String) throws -> MapNode {
        guard let node = self[name] else { throw place.error(.missingKey, ["expected": name]) }
        return node
    }

    /// Refuses keys other than these with `code`; `known` are the keys that a slip may have meant.
    func allowOnly(_ allowed: [String], code: ImportError.Code = .unknownKey) throws {
        for member in members where !allowed.contains(member.name) {
            var parameters = ["found": member.name, "expected": allowed.joined(separator: " | ")]
            if code == .unknownKey { parameters["nearest"] = NearestWord.find(member.name, among: allowed) }
            throw member.key.error(code, parameters)
        }
    }

    /// The one key of `choices` that the section has.
    func exactlyOne(of choices: [String]) throws -> String {
        let found = names.filter(choices.contains)
        guard found.count == 1 else {
            throw place.error(
                .oneOfThese,
                ["expected": choices.joined(separator: " | "), "found": found.joined(separator: " | ")])
        }
        return found[0]
    }
}
