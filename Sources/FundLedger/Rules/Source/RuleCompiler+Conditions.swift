import ReferenceData

extension RuleCompiler {
    func condition(_ node: RuleNode) throws -> RuleCondition {
        let section = try node.section(RuleVocabulary.condition)
        var condition = RuleCondition()
        if let node = section["operation"] {
            condition.operations = try node.set { try $0.word(BudgetOperation.self).rawValue }
                .compactMap { BudgetOperation(rawValue: $0) }
        }
        condition.source = try section["source"].map(tests) ?? []
        condition.target = try section["target"].map(tests) ?? []
        condition.same = try section["same"]?.set(name) ?? []
        condition.differ = try section["differ"]?.set(name) ?? []
        if let amount = try section["amount"]?.section(RuleVocabulary.amount) {
            condition.above = try amount["above"]?.cents()
            condition.atMost = try amount["at-most"]?.cents()
        }
        if let node = section["window"] {
            let span = try node.section(RuleVocabulary.span)
            condition.windowFrom = try span["from"].map(day)
            condition.windowUntil = try span["until"].map(day)
            if let from = condition.windowFrom, let until = condition.windowUntil, from > until {
                throw node.error(.spanReversed, ["from": from.text, "until": until.text])
            }
        }
        if let node = section["dates"] {
            let span = try node.section(RuleVocabulary.span)
            condition.from = try span["from"]?.date()
            condition.until = try span["until"]?.date()
            if let from = condition.from, let until = condition.until, from > until {
                throw node.error(.spanReversed, ["from": from.iso, "until": until.iso])
            }
        }
        return condition
    }

    /// The name of an attribute that every envelope has, or that the heading declares.
    func name(_ node: RuleNode) throws -> String {
        let typed = try node.text()
        let known = RuleForm.builtInAttributes + attributes.map(\.name)
        guard known.contains(typed) else { throw node.unknown(.unknownAttribute, typed, known) }
        return typed
    }

    private func tests(_ node: RuleNode) throws -> [RuleCondition.AttributeTest] {
        try node.members().map { key, _, value in
            let name = try self.name(key)
            guard value.isMapping else {
                return .init(name: name, values: try values(name, value), isNegated: false)
            }
            return .init(name: name, values: try values(name, value.section(["not"]).required("not")), isNegated: true)
        }.sorted { $0.name < $1.name }
    }

    private func values(_ name: String, _ node: RuleNode) throws -> [String] {
        try node.set { item in
            name == "year" ? try item.fiscalYear().text : try item.code(Self.codeForm, RuleForm.isCode)
        }
    }

    private func day(_ node: RuleNode) throws -> DayOfYear {
        let typed = try node.text()
        guard let day = DayOfYear(typed) else { throw node.error(.badDate, ["found": typed, "expected": "MM-DD"]) }
        return day
    }
}
