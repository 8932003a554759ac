import AuditTrail
import ReferenceData

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
    let file: String
    private(set) var problems: [RuleError] = []
    /// The heading's, once it is read: what rules may name.
    var attributes: [RuleSet.Attribute] = []
    var authorities: [RuleSet.Authority] = []
    var areNamesRead = true

    init(file: String) { self.file = file }

    mutating func compile(_ yaml: [UInt8]) throws -> RuleSource {
        guard let root = attempt({ compiler in try RuleNode(yaml: yaml, file: compiler.file) }),
            let top = attempt({ _ in try root.section(RuleVocabulary.root) })
        else { throw refusal }
        let heading = self.heading(top)
        // Rules and examples that name what a faulty heading does not declare are not at fault themselves.
        guard areNamesRead else { throw refusal }
        var lines: [String: Int] = [:]
        var rules: [TransferRule] = []
        let ruleNodes = attempt { _ in try top.required("rules").list(atMost: RuleForm.mostRules) } ?? []
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
}
