import ReferenceData

extension RuleCompiler {
    func rule(_ node: RuleNode) throws -> TransferRule {
        let section = try node.section(RuleVocabulary.rule)
        let id = try section.required("id").code("1…32 A-Z a-z 0-9 . _ -", RuleForm.isRuleID)
        let kindName = try section.exactlyOne(of: RuleVocabulary.kinds)
        let kind = try self.kind(kindName, section.required(kindName))
        let when = try section["when"].map(condition) ?? RuleCondition()
        let unless = try section["unless"].map(exceptions) ?? []
        let cited = try section.required("cite").section(RuleVocabulary.citation)
        let cite = Citation(
            article: try cited.required("article").text(RuleForm.articles), text: try cited.bilingual(RuleForm.substances))
        return TransferRule(id: id, kind: kind, when: when, unless: unless, cite: cite)
    }

    private func kind(_ name: String, _ node: RuleNode) throws -> TransferRule.Kind {
        switch name {
        case "permit":
            _ = try node.section([])
            return .permit
        case "forbid":
            _ = try node.section([])
            return .forbid
        case "limit": return .limit(try limit(node))
        default:
            let section = try node.section(RuleVocabulary.requirement)
            let key = try section.exactlyOne(of: RuleVocabulary.requirement)
            let authority = try self.authority(section.required(key))
            return key == "approval" ? .requireApproval(authority) : .requireNotice(authority)
        }
    }

    func authority(_ node: RuleNode) throws -> String {
        let typed = try node.text()
        let known = authorities.map(\.id)
        guard known.contains(typed) else { throw node.unknown(.unknownAuthority, typed, known) }
        return typed
    }

    private func exceptions(_ node: RuleNode) throws -> [TransferRule.Exception] {
        let nodes = try node.list()
        if nodes.isEmpty { throw node.error(.wrongShape, ["expected": "list", "found": "nothing"]) }
        var labels: Set<String> = []
        return try nodes.map { node in
            let section = try node.section(RuleVocabulary.exception)
            let label = try section.required("label").code("1…32 a-z 0-9 -", RuleForm.isShortName)
            guard labels.insert(label).inserted else { throw node.error(.repeated, ["found": label]) }
            let text = try section.bilingual(RuleForm.headingTexts)
            let place = try section.required("when")
            let when = try condition(place)
            guard !when.isEmpty else {
                throw place.error(.oneOfThese, ["expected": RuleVocabulary.condition.joined(separator: " | "), "found": "–"])
            }
            return TransferRule.Exception(label: label, text: text, when: when)
        }
    }

    private func limit(_ node: RuleNode) throws -> RuleLimit {
        let section = try node.section(RuleVocabulary.limit)
        let across = try self.across(section)
        return RuleLimit(
            cap: try cap(section), of: try section.required("of").word(RuleLimit.Side.self), across: across,
            counts: try section.required("counts").word(RuleLimit.Counts.self),
            over: try section.required("over").word(RuleLimit.Over.self))
    }

    private func across(_ section: RuleSection) throws -> RuleLimit.Across {
        let node = try section.required("across")
        let typed = try node.text()
        if typed == "group" { return .group(try section.required("group").set(name)) }
        guard RuleVocabulary.across.contains(typed) else {
            throw node.unknown(.unknownWord, typed, RuleVocabulary.across)
        }
        if let group = section["group"] { throw group.error(.doesNotApply, ["found": "group", "expected": "across: group"]) }
        return typed == "envelope" ? .envelope : .fund
    }

    private func cap(_ section: RuleSection) throws -> RuleLimit.Cap {
        let node = try section.required("cap")
        let typed = try node.text()
        guard typed.contains("%") else {
            if let base = section["base"] { throw base.error(.doesNotApply, ["found": "base", "expected": "cap: 10 %"]) }
            guard let cents = try? node.cents() else { throw badCap(node, typed) }
            return .cents(cents)
        }
        guard let millionths = Self.millionths(typed) else { throw badCap(node, typed) }
        return .percent(millionths: millionths, of: try section.required("base").word(RuleLimit.Base.self))
    }

    private func badCap(_ node: RuleNode, _ typed: String) -> RuleError {
        node.error(.badCap, ["found": typed, "expected": "10 %, 7.5 %, 50 000,00"])
    }

    /// `7.5 %` as 7 500 000: digits, at most six decimals after a point or a comma, 0 to 1000.
    static func millionths(_ typed: String) -> Int64? {
        let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}"]
        guard typed.last == "%" else { return nil }
        var number = typed.dropLast()
        while let last = number.last, spaces.contains(last) { number.removeLast() }
        let parts = number.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let isDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard (1...2).contains(parts.count), isDigits, parts[0].utf8.count <= 4 else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= 6, parts[0] == "0" || parts[0].first != "0" else { return nil }
        let digits = parts[0] + decimals + String(repeating: "0", count: 6 - decimals.utf8.count)
        guard let value = Int64(digits), value <= RuleForm.mostPercent else { return nil }
        return value
    }
}
