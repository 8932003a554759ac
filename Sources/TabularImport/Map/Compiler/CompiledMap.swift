/// The canonical form of a map. Defaults are spelled out, so that a map which names one equals a map which does not.
struct CompiledMap {
    let target: ImportTarget
    let format: CSVFormat
    let refusesOtherColumns: Bool
    let groupBy: String?
    let uniqueSource: String?
    let skipWhen: [Condition]
    let fields: [FieldRule?]
    let members: [ImportMap.Member]

    var node: CompiledNode {
        var root: [String: CompiledNode] = [
            "version": .text("1"),
            "target": .text(target.name),
            "format": .object([
                "encoding": .text(format.encoding.rawValue),
                "delimiter": .text(format.delimiter.rawValue),
                "line_breaks": .text(format.lineBreaks.rawValue),
                "header": .word(true),
                "other_columns": .text(refusesOtherColumns ? "refuse" : "allow"),
            ]),
            "fields": .object(rules(fields, target.fields)),
        ]
        if let groupBy { root["group_by"] = .text(groupBy) }
        if let uniqueSource { root["unique_source"] = .text(uniqueSource) }
        if !skipWhen.isEmpty { root["skip_when"] = .list(skipWhen.map { .object(condition($0)) }) }
        if let group = target.group {
            root[group.name] = .list(
                members.map { member in
                    var object = rules(member.fields, group.fields)
                    if !member.skipWhen.isEmpty {
                        object["skip_when"] = .list(member.skipWhen.map { .object(condition($0)) })
                    }
                    return .object(object)
                })
        }
        return .object(root)
    }

    private func rules(_ rules: [FieldRule?], _ fields: [ImportTarget.Field]) -> [String: CompiledNode] {
        var object: [String: CompiledNode] = [:]
        for (rule, field) in zip(rules, fields) {
            if let rule { object[field.name] = .object(value(rule, field.kind)) }
        }
        return object
    }

    private func value(_ rule: FieldRule, _ kind: ImportTarget.Kind) -> [String: CompiledNode] {
        var object: [String: CompiledNode] = [:]
        switch rule.source {
        case .column(let name):
            object["column"] = .text(name)
            object["optional"] = .word(rule.isOptionalColumn)
            object["trim"] = .word(rule.trims)
        case .constant(let value): object["constant"] = .text(value)
        case .template(let template): object["template"] = .text(template.source)
        case .choose(let rules, let otherwise):
            object["choose"] = .list(
                rules.map { rule in
                    var object = condition(rule.when)
                    object["value"] = .text(rule.value)
                    return .object(object)
                })
            if let otherwise { object["otherwise"] = .text(otherwise) }
        }
        if let fallback = rule.fallback { object["default"] = .text(fallback) }
        if let shorten = rule.shorten { object["shorten"] = .text(String(shorten)) }
        if kind == .date { object["format"] = .text(rule.date.rawValue) }
        if kind == .amount {
            object["unit"] = .text(rule.amount.unit.rawValue)
            object["negative"] = .text(rule.amount.negative.rawValue)
            if rule.amount.unit == .dollars {
                object["decimal"] = .text(rule.amount.decimal.rawValue)
                object["grouping"] = .text(rule.amount.grouping.rawValue)
            }
        }
        return object
    }

    private func condition(_ condition: Condition) -> [String: CompiledNode] {
        let test: (String, CompiledNode) =
            switch condition.test {
            case .blank(let isBlank): ("blank", .word(isBlank))
            case .equals(let value): ("equals", .text(value))
            case .prefix(let value): ("prefix", .text(value))
            }
        return ["column": .text(condition.column), test.0: test.1]
    }
}
