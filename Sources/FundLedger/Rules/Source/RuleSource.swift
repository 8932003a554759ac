import AuditTrail
import ReferenceData
import TabularImport

/// A rule file that was read: the rules that it compiles to, and the worked cases that it holds.
public struct RuleSource: Sendable {
    public let rules: RuleSet
    public let examples: [RuleExample]
    /// The line on which each rule begins, by its id.
    public let lines: [String: Int]

    /// Reads a file of rules. Refuses with a `RuleFileRefusal` that names every fault: one for each member of the heading,
    /// each rule and each example that has one.
    public init(yaml: [UInt8], file: String) throws {
        var compiler = RuleCompiler(file: file)
        self = try compiler.compile(yaml)
    }

    init(rules: RuleSet, examples: [RuleExample], lines: [String: Int]) {
        self.rules = rules
        self.examples = examples
        self.lines = lines
    }
}

/// Compiles one file, and gathers what is wrong with it.
struct RuleCompiler {
    static let limits = YAMLLimits(bytes: 4 * 1_048_576, nodes: 400_000, levels: 32)

    let file: String
    private(set) var problems: [RuleError] = []
    /// The heading's, once it is read: what rules may name.
    var attributes: [RuleSet.Attribute] = []
    var authorities: [RuleSet.Authority] = []
    var areNamesRead = true

    init(file: String) { self.file = file }

    mutating func compile(_ yaml: [UInt8]) throws -> RuleSource {
        let root = try parse(yaml)
        guard let top = attempt({ _ in try root.section(RuleVocabulary.root) }) else { throw refusal }
        let heading = self.heading(top)
        // Rules and examples that name what a faulty heading does not declare are not at fault themselves.
        guard areNamesRead else { throw refusal }
        var lines: [String: Int] = [:]
        var rules: [TransferRule] = []
        let ruleNodes = attempt { _ in try Self.rules(top) } ?? []
        for node in ruleNodes {
            guard let rule = attempt({ try $0.rule(node) }) else { continue }
            if lines.updateValue(node.tree.line, forKey: rule.id) != nil {
                problems.append(node.error(.repeated, ["found": rule.id]))
            }
            rules.append(rule)
        }
        rules.sort { $0.id < $1.id }
        let nodes = attempt { _ in try top["examples"]?.list() } ?? []
        // Those of faulty rules too, so that one fault is not told twice.
        let ids = ruleNodes.compactMap { node in
            (try? node.members())?.first { $0.name == "id" }.flatMap { try? $0.value.text() }
        }
        let examples = (nodes ?? []).compactMap { node in attempt { try $0.example(node, rules: ids) } }
        guard problems.isEmpty, var set = heading else { throw refusal }
        set.rules = rules
        let bytes = (try? set.compiled.line().count) ?? .max
        guard bytes <= RuleForm.mostBytes else {
            problems.append(root.error(.tooLarge, ["found": String(bytes), "expected": String(RuleForm.mostBytes)]))
            throw refusal
        }
        return RuleSource(rules: set, examples: examples, lines: lines)
    }

    /// What the body reads; nil, and its refusal kept, where it refuses.
    mutating func attempt<Value>(_ body: (inout RuleCompiler) throws -> Value) -> Value? {
        do {
            return try body(&self)
        } catch let problem as RuleError {
            problems.append(problem)
        } catch {
            problems.append(RuleError(.notYAML, ["file": file, "found": String(describing: error)]))
        }
        return nil
    }

    private var refusal: RuleFileRefusal { RuleFileRefusal(file: file, problems: problems) }

    private static func rules(_ top: RuleSection) throws -> [RuleNode] {
        let node = try top.required("rules")
        let rules = try node.list()
        guard !rules.isEmpty else { throw node.error(.wrongShape, ["expected": "list", "found": "nothing"]) }
        guard rules.count <= RuleForm.mostRules else {
            throw node.error(.tooLarge, ["found": String(rules.count), "expected": String(RuleForm.mostRules)])
        }
        return rules
    }

    private mutating func parse(_ yaml: [UInt8]) throws -> RuleNode {
        do {
            return RuleNode(tree: try YAMLTree(yaml, limits: Self.limits), path: "", file: file)
        } catch YAMLFault.tooLarge(let most, let found) {
            problems.append(RuleError(.tooLarge, ["file": file, "expected": String(most), "found": String(found)]))
        } catch YAMLFault.malformed(let found, let line, let column) {
            var parameters = ["file": file, "found": found]
            parameters["line"] = line.map { String($0) }
            parameters["column"] = column.map { String($0) }
            problems.append(RuleError(.notYAML, parameters))
        }
        throw refusal
    }
}
