import AuditTrail
import ReferenceData

extension RuleSet {
    /// Reads a compiled rule set back.
    ///
    /// Refuses with E-RUL-031 whatever is not the one form of its section 9 (names, bounds, order, repeats, references to
    /// what is not declared), and with E-REC-006 to 009 a member that is missing, unknown or of another shape.
    public init(compiled object: CanonicalObject) throws {
        var fields = CompiledReader(CanonicalObject.Reader(object))
        attributes = try Self.attributes(&fields)
        authorities = try Self.authorities(&fields)
        decidedBy = try fields.bilingual("decided_by")
        guard let from = try fields.date("from") else { throw fields.refusal("from") }
        self.from = from
        let fundName = try fields.reader.string("fund")
        fund = FundCode(rawValue: fundName)
        guard fund != nil || fundName == "any" else { throw fields.refusal("fund") }
        instrument = try fields.bilingual("instrument")
        proposedBy = try fields.bilingual("proposed_by")
        replaces = try fields.reader.optionalString("replaces").map {
            guard let version = RuleSetVersion($0) else { throw fields.refusal("replaces") }
            return version
        }
        let names = Set(attributes.map(\.name) + RuleForm.builtInAttributes)
        let authorityIDs = Set(authorities.map(\.id))
        rules = try fields.reader.readers("rules").map {
            try TransferRule(CompiledReader($0), attributes: names, authorities: authorityIDs)
        }
        guard (1...RuleForm.mostRules).contains(rules.count) else { throw fields.refusal("rules") }
        let name = try fields.code("ruleset", RuleForm.isSetName)
        status = try fields.word("status")
        title = try fields.bilingual("title")
        until = try fields.date("until")
        if let until, until < from { throw fields.refusal("until") }
        identity = RuleSetVersion(name: name, version: try fields.reader.integer("version"))
        guard identity.version > 0 else { throw fields.refusal("version") }
        try fields.reader.finish()
        guard RuleForm.isAscending(rules.map(\.id)) else { throw fields.refusal("rules") }
        // Whatever was overlooked above shows here.
        guard compiled == object else { throw RuleError(.compiledMalformed, ["member": ""]) }
        guard try object.line().count <= RuleForm.mostBytes else { throw RuleError(.compiledMalformed, ["member": ""]) }
    }

    private static func attributes(_ fields: inout CompiledReader) throws -> [Attribute] {
        let members = try fields.reader.object("attributes").members
        guard members.count <= RuleForm.mostAttributes else { throw fields.refusal("attributes") }
        return try members.map { member in
            guard case .array(let elements) = member.value, RuleForm.isShortName(member.name),
                !RuleForm.reservedAttributes.contains(member.name)
            else { throw fields.refusal("attributes.\(member.name)") }
            let values = try elements.map { element in
                guard case .string(let value) = element, RuleForm.isCode(value) else {
                    throw fields.refusal("attributes.\(member.name)")
                }
                return value
            }
            guard RuleForm.isAscending(values) else { throw fields.refusal("attributes.\(member.name)") }
            return Attribute(name: member.name, values: values)
        }
    }

    private static func authorities(_ fields: inout CompiledReader) throws -> [Authority] {
        let authorities = try fields.reader.readers("authorities").map { reader in
            var inner = CompiledReader(reader)
            let authority = Authority(
                id: try inner.code("id", RuleForm.isShortName), name: try inner.texts(RuleForm.headingTexts))
            try inner.reader.finish()
            return authority
        }
        guard authorities.count <= RuleForm.mostAuthorities, Set(authorities.map(\.id)).count == authorities.count else {
            throw fields.refusal("authorities")
        }
        return authorities
    }
}

extension TransferRule {
    fileprivate init(_ reader: CompiledReader, attributes: Set<String>, authorities: Set<String>) throws {
        var fields = reader
        var cited = CompiledReader(try fields.reader.reader("cite"))
        cite = Citation(
            article: try cited.text("article", RuleForm.articles), text: try cited.texts(RuleForm.substances))
        try cited.reader.finish()
        id = try fields.code("id", RuleForm.isRuleID)
        switch try fields.reader.string("kind") {
        case "permit": kind = .permit
        case "forbid": kind = .forbid
        case "limit": kind = .limit(try RuleLimit(&fields, attributes: attributes))
        case "require":
            let isNotice = fields.reader.has("notice")
            let authority = try fields.code(isNotice ? "notice" : "approval", authorities.contains)
            kind = isNotice ? .requireNotice(authority) : .requireApproval(authority)
        default: throw fields.refusal("kind")
        }
        if fields.reader.has("unless") {
            unless = try fields.reader.readers("unless").map { try Exception(CompiledReader($0), attributes: attributes) }
            guard !unless.isEmpty, Set(unless.map(\.label)).count == unless.count else { throw fields.refusal("unless") }
        } else {
            unless = []
        }
        when = RuleCondition()
        if fields.reader.has("when") {
            var inner = CompiledReader(try fields.reader.reader("when"))
            when = try RuleCondition(&inner, attributes: attributes)
            try inner.reader.finish()
            guard !when.isEmpty else { throw fields.refusal("when") }
        }
        try fields.reader.finish()
    }
}

extension TransferRule.Exception {
    fileprivate init(_ reader: CompiledReader, attributes: Set<String>) throws {
        var fields = reader
        label = try fields.code("label", RuleForm.isShortName)
        text = try fields.texts(RuleForm.headingTexts)
        when = try RuleCondition(&fields, attributes: attributes)
        try fields.reader.finish()
        guard !when.isEmpty else { throw fields.refusal("label") }
    }
}
