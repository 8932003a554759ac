import ReferenceData

extension CriteriaCompiler {
    struct Heading {
        let name: String
        let title: BilingualText
        let status: RuleSet.Status
        let agreed: AllocationRun.Assent
        let approved: AllocationRun.Assent
    }

    /// The heading; nil where a part of it is refused.
    mutating func heading(_ top: RuleSection) -> Heading? {
        let name = attempt { _ in try top.required("allocation").code("1…64 a-z 0-9 -", RuleForm.isSetName) }
        let title = attempt { _ in
            try top.required("title").section(CriteriaVocabulary.texts).bilingual(RuleForm.headingTexts)
        }
        let status = attempt { _ in try top.required("status").word(RuleSet.Status.self) }
        let agreed = attempt { _ in try Self.assent(top.required("agreed")) }
        let approved = attempt { _ in
            let node = try top.required("approved")
            let approved = try Self.assent(node)
            if let agreed, approved.on < agreed.on {
                throw node.error(.spanReversed, ["from": agreed.on.iso, "until": approved.on.iso])
            }
            return approved
        }
        guard let name, let title, let status, let agreed, let approved else { return nil }
        return Heading(name: name, title: title, status: status, agreed: agreed, approved: approved)
    }

    private static func assent(_ node: RuleNode) throws -> AllocationRun.Assent {
        let section = try node.section(CriteriaVocabulary.assent)
        return AllocationRun.Assent(
            by: try section.required("by").text(AllocationRun.assentBytes), on: try section.required("on").date())
    }

    /// The list of envelopes, ascending by code.
    mutating func targets(_ top: RuleSection) throws -> [AllocationCriteria.Target] {
        let nodes = try top.required("envelopes").list(atMost: CriteriaVocabulary.mostEnvelopes)
        var seen: Set<String> = []
        return nodes.compactMap { node in
            attempt { _ in
                let target = try Self.target(node)
                guard seen.insert(target.envelope).inserted else { throw node.error(.repeated, ["found": target.envelope]) }
                return target
            }
        }.sorted { EnvelopeCode.precedes($0.envelope, $1.envelope) }
    }

    private static func target(_ node: RuleNode) throws -> AllocationCriteria.Target {
        let section = try node.section(CriteriaVocabulary.envelope)
        var attributes: [String: String] = [:]
        for (key, name, value) in try section["attributes"]?.members() ?? [] {
            guard EnvelopeCode.isAttributeName(name), !EnvelopeCode.reservedNames.contains(name) else {
                throw key.error(.badForm, ["found": name, "expected": "1…32 a-z 0-9 -"])
            }
            attributes[name] = try value.code(codeForm, EnvelopeCode.isValid)
        }
        return AllocationCriteria.Target(
            envelope: try section.required("envelope").code(codeForm, EnvelopeCode.isValid),
            name: try section["name"]?.text(EnvelopeCode.nameBytes), attributes: attributes,
            floor: try section["floor"].map(bound), ceiling: try section["ceiling"].map(bound))
    }

    /// `2 %` of the amount shared out, or dollars.
    static func bound(_ node: RuleNode) throws -> AllocationCriteria.Bound {
        let typed = try node.text()
        guard typed.contains("%") else { return .cents(try node.cents()) }
        return .percent(millionths: try percentage(node))
    }

    /// 0 to 1000, in millionths.
    static func percentage(_ node: RuleNode) throws -> Int64 {
        let typed = try node.text()
        guard let millionths = RuleCompiler.millionths(typed) else {
            throw node.fault(.badPercentage, ["found": typed, "expected": "2 %, 1.5 %, 1,5 %"])
        }
        return millionths
    }

    static let codeForm = "1…64 A-Z a-z 0-9 . _ -"
}
