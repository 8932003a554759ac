import Yams

/// From bytes to Yams' nodes, within limits.
enum YAMLReading {
    /// The root of the one document.
    static func root(_ yaml: [UInt8], _ limits: YAMLLimits) throws -> Node {
        if yaml.count > limits.bytes { throw YAMLFault.tooLarge(most: limits.bytes, found: yaml.count) }
        let levels = flowLevels(yaml)
        if levels > limits.levels { throw YAMLFault.tooLarge(most: limits.levels, found: levels) }
        guard
            let text = String(
                validating: yaml.starts(with: [0xEF, 0xBB, 0xBF]) ? yaml[3...] : yaml[...], as: UTF8.self)
        else { throw YAMLFault.malformed(found: "utf-8", line: nil, column: nil) }
        let root: Node
        do {
            root = try Parser(yaml: text).singleRoot() ?? Node("")
        } catch let error as YamlError {
            throw fault(error)
        }
        var size = Size()
        try measure(root, level: 1, &size, limits)
        return root
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
    private static func measure(_ node: Node, level: Int, _ size: inout Size, _ limits: YAMLLimits) throws {
        size.nodes += 1
        if size.nodes > limits.nodes { throw YAMLFault.tooLarge(most: limits.nodes, found: size.nodes) }
        if level > limits.levels { throw YAMLFault.tooLarge(most: limits.levels, found: level) }
        switch node {
        case .scalar(let scalar):
            size.textBytes += scalar.string.utf8.count
            guard size.textBytes <= limits.textBytes else {
                throw YAMLFault.tooLarge(most: limits.textBytes, found: size.textBytes)
            }
        case .alias: return
        case .sequence(let items): for item in items { try measure(item, level: level + 1, &size, limits) }
        case .mapping(let members):
            for (key, value) in members {
                try measure(key, level: level + 1, &size, limits)
                try measure(value, level: level + 1, &size, limits)
            }
        }
    }

    private static func fault(_ error: YamlError) -> YAMLFault {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .malformed(found: problem, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            .malformed(
                found: "duplicate key: " + duplicates.joined(separator: ", "), line: context.mark.line,
                column: context.mark.column)
        case .reader(let problem, _, _, _): .malformed(found: problem, line: nil, column: nil)
        default: .malformed(found: "yaml", line: nil, column: nil)
        }
    }
}
