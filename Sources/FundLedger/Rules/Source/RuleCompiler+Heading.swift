import ReferenceData

extension RuleCompiler {
    /// The heading without its rules; nil where a part of it is refused.
    mutating func heading(_ top: RuleSection) -> RuleSet? {
        attributes = attempt { _ in try Self.attributes(top) } ?? []
        authorities = attempt { _ in try Self.authorities(top) } ?? []
        areNamesRead = problems.isEmpty
        let name = attempt { _ in
            try top.required("rule-set").code("1…64 a-z 0-9 -", RuleForm.isSetName)
        }
        let version = attempt { _ in try Self.version(top.required("version")) }
        let texts = RuleVocabulary.headingTexts.map { key in
            attempt { _ in try top.required(key).section(RuleVocabulary.texts).bilingual(RuleForm.headingTexts) }
        }
        let status = attempt { _ in try top.required("status").word(RuleSet.Status.self) }
        let fund = attempt { _ in try Self.fund(top.required("fund")) }
        let span = attempt { _ in try Self.span(top) }
        let replaces = attempt { _ in try Self.replaces(top) }
        guard let name, let version, let status, let fund, let span, let replaces, problems.isEmpty else { return nil }
        let said = texts.compactMap { $0 }
        guard said.count == texts.count else { return nil }
        return RuleSet(
            identity: RuleSetVersion(name: name, version: version), title: said[0], proposedBy: said[1], decidedBy: said[2],
            instrument: said[3], status: status, fund: fund, from: span.from, until: span.until, replaces: replaces,
            attributes: attributes, authorities: authorities, rules: [])
    }

    private static func version(_ node: RuleNode) throws -> Int64 {
        let typed = try node.text()
        guard let version = Int64(typed), version > 0, String(version) == typed else {
            throw node.error(.badForm, ["found": typed, "expected": "1, 2, 3…"])
        }
        return version
    }

    private static func fund(_ node: RuleNode) throws -> FundCode? {
        let typed = try node.text()
        guard RuleVocabulary.funds.contains(typed) else { throw node.unknown(.unknownWord, typed, RuleVocabulary.funds) }
        return FundCode(rawValue: typed)
    }

    private static func span(_ top: RuleSection) throws -> (from: CalendarDate, until: CalendarDate?) {
        let from = try top.required("from").date()
        guard let node = top["until"] else { return (from, nil) }
        let until = try node.date()
        guard until >= from else { throw node.error(.spanReversed, ["from": from.iso, "until": until.iso]) }
        return (from, until)
    }

    private static func replaces(_ top: RuleSection) throws -> RuleSetVersion? {
        guard let node = top["replaces"] else { return nil }
        let typed = try node.text()
        guard let version = RuleSetVersion(typed) else {
            throw node.error(.badForm, ["found": typed, "expected": "name@1"])
        }
        return version
    }

    private static func attributes(_ top: RuleSection) throws -> [RuleSet.Attribute] {
        let node = try top.required("attributes")
        let members = try node.members()
        guard members.count <= RuleForm.mostAttributes else {
            throw node.error(.tooLarge, ["found": String(members.count), "expected": String(RuleForm.mostAttributes)])
        }
        return try members.map { key, name, value in
            guard RuleForm.isShortName(name), !RuleForm.reservedAttributes.contains(name) else {
                let reserved = RuleForm.reservedAttributes.joined(separator: ", ")
                throw key.error(.badForm, ["found": name, "expected": "1…32 a-z 0-9 - (≠ \(reserved))"])
            }
            if value.isText, try value.text() == "any" { return RuleSet.Attribute(name: name, values: []) }
            guard !value.isText else { throw value.unknown(.unknownWord, try value.text(), ["any", "[…]"]) }
            return RuleSet.Attribute(name: name, values: try value.set { try $0.code(codeForm, RuleForm.isCode) })
        }.sorted { $0.name < $1.name }
    }

    private static func authorities(_ top: RuleSection) throws -> [RuleSet.Authority] {
        guard let node = top["authorities"] else { return [] }
        let nodes = try node.list()
        guard nodes.count <= RuleForm.mostAuthorities else {
            throw node.error(.tooLarge, ["found": String(nodes.count), "expected": String(RuleForm.mostAuthorities)])
        }
        var ids: Set<String> = []
        return try nodes.map { node in
            let section = try node.section(RuleVocabulary.authority)
            let id = try section.required("id").code("1…32 a-z 0-9 -", RuleForm.isShortName)
            guard ids.insert(id).inserted else { throw node.error(.repeated, ["found": id]) }
            return RuleSet.Authority(id: id, name: try section.bilingual(RuleForm.headingTexts))
        }
    }

    static let codeForm = "1…64 A-Z a-z 0-9 . _ -"
}
