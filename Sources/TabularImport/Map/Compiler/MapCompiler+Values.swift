/// Where a field's value comes from, and the options that its kind has.
extension MapCompiler {
    func rule(_ field: ImportTarget.Field, _ node: MapNode) throws -> FieldRule {
        // `side: debit` says enough where only a few words are possible; elsewhere it could be meant as a column.
        if case .choice = field.kind, node.isText {
            let rule = FieldRule(source: .constant(try node.text()))
            try check(try node.text(), rule, field, at: node)
            return rule
        }
        let section = try node.section()
        try section.allowOnly(MapVocabulary.sources + MapVocabulary.allOptions)
        let source = try section.exactlyOne(of: MapVocabulary.sources)
        try section.allowOnly(
            [source] + MapVocabulary.options(source: source, kind: field.kind), code: .optionDoesNotApply)

        var rule = FieldRule(source: try self.source(source, section))
        rule.date = try section["format"]?.word(DateFormat.self) ?? .iso
        rule.amount = try amountFormat(section)
        rule.isOptionalColumn = try section["optional"]?.yes() ?? false
        rule.trims = try section["trim"]?.yes() ?? false
        rule.shorten = try section["shorten"].map(length)
        rule.fallback = try section["default"]?.text()
        if let node = section["default"], let fallback = rule.fallback { try check(fallback, rule, field, at: node) }
        try checkConstants(rule, field, section)
        return rule
    }

    private func source(_ source: String, _ section: MapSection) throws -> FieldRule.Source {
        let node = try section.required(source)
        switch source {
        case "column": return .column(try node.text())
        case "constant": return .constant(try node.text())
        case "template":
            guard let template = TextTemplate(try node.text()) else {
                throw node.error(.badTemplate, ["found": try node.text()])
            }
            return .template(template)
        default:
            let rules = try node.filledList().flatMap { item in
                let section = try item.section()
                try section.allowOnly(MapVocabulary.chooseRule)
                let value = try section.required("value").text()
                return try conditions(section).map { FieldRule.ChooseRule(when: $0, value: value) }
            }
            return .choose(rules, otherwise: try section["otherwise"]?.text())
        }
    }

    private func amountFormat(_ section: MapSection) throws -> AmountFormat {
        var format = AmountFormat()
        if let unit = section["unit"] { format.unit = try unit.word(AmountFormat.Unit.self) }
        if let negative = section["negative"] { format.negative = try negative.word(AmountFormat.Negative.self) }
        if format.unit == .cents, section["decimal"] != nil || section["grouping"] != nil {
            let without = ["decimal", "grouping"]
            try section.allowOnly(section.names.filter { !without.contains($0) }, code: .optionDoesNotApply)
        }
        if let decimal = section["decimal"] { format.decimal = try decimal.word(AmountFormat.Decimal.self) }
        if let grouping = section["grouping"] {
            format.grouping = try grouping.word(AmountFormat.Grouping.self)
            if format.grouping.rawValue == format.decimal.rawValue {
                throw grouping.error(.sameSigns, ["found": format.grouping.rawValue])
            }
        }
        return format
    }

    private func length(_ node: MapNode) throws -> Int {
        let typed = try node.text()
        guard typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(typed),
            (2...65_536).contains(count)
        else { throw node.unknownWord(typed, ["2…65536"]) }
        return count
    }

    /// Constants of the rule must be values of its field, so that no row can fail by them.
    private func checkConstants(_ rule: FieldRule, _ field: ImportTarget.Field, _ section: MapSection) throws {
        switch rule.source {
        case .column, .template: return
        case .constant(let value): try check(value, rule, field, at: try section.required("constant"))
        case .choose(_, let otherwise):
            for item in try section.required("choose").list() {
                let node = try item.section().required("value")
                try check(try node.text(), rule, field, at: node)
            }
            if let node = section["otherwise"], let otherwise { try check(otherwise, rule, field, at: node) }
        }
    }

    private func check(_ value: String, _ rule: FieldRule, _ field: ImportTarget.Field, at node: MapNode) throws {
        var value = value
        let refusal = value.withUTF8 {
            ValueParser(field: field, rule: rule).refusal(of: UnsafeRawBufferPointer($0))
        }
        guard let refusal else { return }
        var parameters = ["found": value, "cause": refusal.rawValue]
        parameters["expected"] = ValueParser(field: field, rule: rule).expected
        if case .choice(let words) = field.kind { parameters["nearest"] = NearestWord.find(value, among: words) }
        throw node.error(.badConstant, parameters)
    }
}
