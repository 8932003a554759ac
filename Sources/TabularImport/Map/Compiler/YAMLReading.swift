import Foundation
import Yams

extension MapCompiler {
    static let mostBytes = 65_536
    static let mostNodes = 4_096
    /// Of all scalars together, every alias followed: without aliases a file has hardly more than its own bytes.
    static let mostTextBytes = 2 * mostBytes
    static let mostLevels = 64

    /// The root of the YAML document; refuses with E-MAP-001 and 010.
    func parse(_ yaml: [UInt8]) throws -> MapNode {
        if yaml.count > Self.mostBytes { throw tooLarge(Self.mostBytes, yaml.count) }
        let levels = Self.flowLevels(yaml)
        if levels > Self.mostLevels { throw tooLarge(Self.mostLevels, levels) }
        guard
            let text = String(
                validating: yaml.starts(with: [0xEF, 0xBB, 0xBF]) ? yaml[3...] : yaml[...], as: UTF8.self)
        else { throw ImportError(.notYAML, ["file": fileName, "found": "utf-8"]) }
        let root: Node?
        do {
            root = try Parser(yaml: text).singleRoot()
        } catch let error as YamlError {
            throw refusal(error)
        }
        let place = MapNode(node: root ?? Node(""), path: "", fileName: fileName)
        var size = Size()
        try measure(place.node, level: 1, &size)
        return place
    }

    /// Brackets open at once; they bound the recursion of the parser, which indentation alone cannot drive far
    /// within the bytes allowed.
    private static func flowLevels(_ yaml: [UInt8]) -> Int {
        var (level, most) = (0, 0)
        for byte in yaml {
            if byte == 0x5B || byte == 0x7B { level += 1 }
            if byte == 0x5D || byte == 0x7D { level -= 1 }
            most = max(most, level)
        }
        return most
    }

    private struct Size {
        var nodes = 0
        var textBytes = 0
    }

    /// Counts nodes and their text with every alias followed, so that a small file cannot stand for a huge one.
    private func measure(_ node: Node, level: Int, _ size: inout Size) throws {
        size.nodes += 1
        if size.nodes > Self.mostNodes { throw tooLarge(Self.mostNodes, size.nodes) }
        if level > Self.mostLevels { throw tooLarge(Self.mostLevels, level) }
        switch node {
        case .scalar(let scalar):
            size.textBytes += scalar.string.utf8.count
            if size.textBytes > Self.mostTextBytes { throw tooLarge(Self.mostTextBytes, size.textBytes) }
        case .alias: return
        case .sequence(let items): for item in items { try measure(item, level: level + 1, &size) }
        case .mapping(let members):
            for (key, value) in members {
                try measure(key, level: level + 1, &size)
                try measure(value, level: level + 1, &size)
            }
        }
    }

    func tooLarge(_ most: Int, _ found: Int) -> ImportError {
        ImportError(.tooLarge, ["file": fileName, "expected": String(most), "found": String(found)])
    }

    private func refusal(_ error: YamlError) -> ImportError {
        var parameters = ["file": fileName]
        func at(_ mark: Mark) {
            parameters["line"] = String(mark.line)
            parameters["column"] = String(mark.column)
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            parameters["found"] = problem
            at(mark)
        case .duplicatedKeysInMapping(let duplicates, let context):
            parameters["found"] = "duplicate key: " + duplicates.joined(separator: ", ")
            at(context.mark)
        case .reader(let problem, _, _, _): parameters["found"] = problem
        default: parameters["found"] = "yaml"
        }
        return ImportError(.notYAML, parameters)
    }
}
