import ReferenceData
import TabularImport

/// A node of a file of rules or of criteria with its place, for errors.
struct RuleNode {
    private static let limits = YAMLLimits(bytes: 4 * 1_048_576, nodes: 400_000, levels: 32)

    let tree: YAMLTree
    /// `rules[2].when.source`; empty at the top.
    let path: String
    let file: String

    init(tree: YAMLTree, path: String, file: String) {
        self.tree = tree
        self.path = path
        self.file = file
    }

    /// The top of a file. Refuses: E-RUL codes for no YAML, and for too much of it.
    init(yaml: [UInt8], file: String) throws {
        do {
            self.init(tree: try YAMLTree(yaml, limits: Self.limits), path: "", file: file)
        } catch YAMLFault.tooLarge(let most, let found) {
            throw RuleError(.tooLarge, ["file": file, "expected": String(most), "found": String(found)])
        } catch YAMLFault.malformed(let found, let line, let column) {
            var parameters = ["file": file, "found": found]
            parameters["line"] = line.map { String($0) }
            parameters["column"] = column.map { String($0) }
            throw RuleError(.notYAML, parameters)
        }
    }

    func error(_ code: RuleError.Code, _ parameters: [String: String] = [:]) -> RuleError {
        let place = ["file": file, "path": path, "line": String(tree.line), "column": String(tree.column)]
        return RuleError(code, parameters.merging(place) { given, _ in given })
    }

    var shape: String {
        switch tree.content {
        case .text: "text"
        case .nothing: "nothing"
        case .list: "list"
        case .mapping: "mapping"
        }
    }

    var isText: Bool { if case .text = tree.content { true } else { false } }
    var isMapping: Bool { if case .mapping = tree.content { true } else { false } }

    /// A text that records may hold.
    func text() throws -> String {
        guard case .text(let text) = tree.content else {
            throw error(.wrongShape, ["expected": "text", "found": shape])
        }
        if let point = YAMLTree.forbiddenCodePoint(in: text) { throw error(.badText, ["code_point": point]) }
        return text
    }

    func text(_ lengths: ClosedRange<Int>) throws -> String {
        let text = try text()
        guard lengths.contains(text.utf8.count) else {
            throw error(
                .textLength,
                ["found": String(text.utf8.count), "expected": "\(lengths.lowerBound)…\(lengths.upperBound)"])
        }
        return text
    }

    func code(_ expected: String, _ isForm: (String) -> Bool) throws -> String {
        let text = try text()
        guard isForm(text) else { throw error(.badForm, ["found": text, "expected": expected]) }
        return text
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) throws -> Word {
        let typed = try text()
        guard let word = Word(rawValue: typed) else { throw unknown(.unknownWord, typed, Word.allCases.map(\.rawValue)) }
        return word
    }

    /// A word that is none of those known.
    func unknown(_ code: RuleError.Code, _ typed: String, _ known: [String]) -> RuleError {
        var parameters = ["found": typed, "expected": known.isEmpty ? "–" : known.joined(separator: " | ")]
        parameters["nearest"] = YAMLTree.nearest(to: typed, among: known)
        return error(code, parameters)
    }

    /// An amount as people type it, from 0 on.
    func cents() throws -> Int64 {
        let typed = try text()
        do {
            let cents = try AmountText.parse(typed)
            guard !cents.isNegative else { throw error(.badAmount, ["found": typed, "cause": ""]) }
            return cents.value
        } catch let refusal as ReferenceError {
            throw error(.badAmount, ["found": typed, "cause": refusal.code.rawValue])
        }
    }

    func date() throws -> CalendarDate {
        let typed = try text()
        guard let date = try? CalendarDate(iso: typed) else {
            throw error(.badDate, ["found": typed, "expected": "YYYY-MM-DD"])
        }
        return date
    }

    func fiscalYear() throws -> FiscalYear {
        let typed = try text()
        guard let year = try? FiscalYear(parsing: typed) else {
            throw error(.badDate, ["found": typed, "expected": "2026-2027"])
        }
        return year
    }

    func list() throws -> [RuleNode] {
        guard case .list(let items) = tree.content else {
            throw error(.wrongShape, ["expected": "list", "found": shape])
        }
        return items.enumerated().map { RuleNode(tree: $1, path: "\(path)[\($0)]", file: file) }
    }

    /// A list with something in it, and not more than so much.
    func list(atMost most: Int) throws -> [RuleNode] {
        let nodes = try list()
        guard !nodes.isEmpty else { throw error(.wrongShape, ["expected": "list", "found": "nothing"]) }
        guard nodes.count <= most else {
            throw error(.tooLarge, ["found": String(nodes.count), "expected": String(most)])
        }
        return nodes
    }

    /// A list with something in it, or one value that stands for a list of one.
    func oneOrMore() throws -> [RuleNode] {
        if isText { return [self] }
        let items = try list()
        if items.isEmpty { throw error(.wrongShape, ["expected": "list", "found": "nothing"]) }
        return items
    }

    /// Texts of `oneOrMore`, ascending; refuses one that stands twice.
    func set(_ read: (RuleNode) throws -> String) throws -> [String] {
        var found: Set<String> = []
        for item in try oneOrMore() {
            let text = try read(item)
            guard found.insert(text).inserted else { throw item.error(.repeated, ["found": text]) }
        }
        return found.sorted()
    }

    func section(_ keys: [String]) throws -> RuleSection { try RuleSection(self, keys) }

    /// A mapping whose keys are data.
    func members() throws -> [(key: RuleNode, name: String, value: RuleNode)] {
        guard case .mapping(let members) = tree.content else {
            throw error(.wrongShape, ["expected": "mapping", "found": shape])
        }
        return try members.map { member in
            let key = RuleNode(tree: member.key, path: path, file: file)
            let name = try key.text()
            return (key, name, RuleNode(tree: member.value, path: path.isEmpty ? name : "\(path).\(name)", file: file))
        }
    }
}

/// A mapping of known keys.
struct RuleSection {
    let place: RuleNode
    private let members: [(key: RuleNode, name: String, value: RuleNode)]

    /// Refuses a key that is not among those known.
    init(_ place: RuleNode, _ known: [String]) throws {
        self.place = place
        members = try place.members()
        for member in members where !known.contains(member.name) {
            throw member.key.unknown(.unknownKey, member.name, known)
        }
    }

    subscript(name: String) -> RuleNode? { members.first { $0.name == name }?.value }

    func required(_ name: String) throws -> RuleNode {
        guard let node = self[name] else { throw place.error(.missingKey, ["expected": name]) }
        return node
    }

    /// The one key of `choices` that is there.
    func exactlyOne(of choices: [String]) throws -> String {
        let found = members.map(\.name).filter(choices.contains)
        guard found.count == 1 else {
            throw place.error(
                .oneOfThese, ["expected": choices.joined(separator: " | "), "found": found.joined(separator: " | ")])
        }
        return found[0]
    }

    func bilingual(_ lengths: ClosedRange<Int>) throws -> BilingualText {
        BilingualText(fr: try required("fr").text(lengths), en: try required("en").text(lengths))
    }
}
