import ReferenceData

extension RuleCompiler {
    /// An example; `rules` are the ids of the file's rules.
    func example(_ node: RuleNode, rules: [String]) throws -> RuleExample {
        let section = try node.section(RuleVocabulary.example)
        let label = try section.required("label").text(RuleForm.headingTexts)
        let judged = try section.required("operation")
        // Envelopes are of the year of the operation's day where they do not say.
        let date = try judged.section(RuleVocabulary.operation).required("date").date()
        guard let year = try? FiscalYear(of: date) else {
            throw judged.error(.badDate, ["found": date.iso, "expected": "1990-04-01…"])
        }
        let places = try section.required("envelopes").list()
        var envelopes: [RuleExample.Envelope] = []
        for place in places {
            let envelope = try self.envelope(place, year: year)
            if envelopes.contains(where: { $0.facts.code == envelope.facts.code && $0.facts.year == envelope.facts.year }) {
                throw place.error(.repeated, ["found": envelope.facts.code])
            }
            envelopes.append(envelope)
        }
        let facts = envelopes.map(\.facts)
        return RuleExample(
            label: label, line: node.tree.line, envelopes: envelopes,
            earlier: try section["earlier"]?.list().map { try operation($0, facts) } ?? [],
            operation: try operation(judged, facts),
            approvals: try section["approvals"].map { try list($0, authority) } ?? [],
            outcome: try section.required("outcome").word(RuleOutcome.self),
            decidedBy: try section["decided-by"].map { node in
                try list(node) { item in
                    let id = try item.text()
                    guard rules.contains(id) else { throw item.unknown(.unknownReference, id, rules) }
                    return id
                }
            },
            notices: try section["notices"].map { try list($0, authority) })
    }

    /// A list that may be empty, ascending.
    private func list(_ node: RuleNode, _ read: (RuleNode) throws -> String) throws -> [String] {
        if !node.isText, try node.list().isEmpty { return [] }
        return try node.set(read)
    }

    private func envelope(_ node: RuleNode, year: FiscalYear) throws -> RuleExample.Envelope {
        let section = try node.section(RuleVocabulary.envelope + attributes.map(\.name))
        var values: [String: String] = [:]
        for attribute in attributes {
            guard let place = section[attribute.name] else { continue }
            let value = try place.code(Self.codeForm, RuleForm.isCode)
            guard attribute.values.isEmpty || attribute.values.contains(value) else {
                throw place.unknown(.undeclaredValue, value, attribute.values)
            }
            values[attribute.name] = value
        }
        let facts = EnvelopeFacts(
            code: try section.required("envelope").code(Self.codeForm, RuleForm.isCode),
            year: try section["year"]?.fiscalYear() ?? year,
            parent: try section["parent"]?.code(Self.codeForm, RuleForm.isCode), attributes: values)
        return RuleExample.Envelope(
            facts: facts, initial: try section.required("initial").cents(), authorised: try section["authorised"]?.cents(),
            available: try section["available"]?.cents())
    }

    private func operation(_ node: RuleNode, _ envelopes: [EnvelopeFacts]) throws -> TransferRequest {
        let section = try node.section(RuleVocabulary.operation)
        let kind = try section.required("operation").word(BudgetOperation.self)
        let date = try section.required("date").date()
        let amount = try section.required("amount").cents()
        do {
            return try TransferRequest(
                kind, from: try side(.source, section.required("from"), envelopes, kind, date),
                to: try section["to"].map { try side(.target, $0, envelopes, kind, date) }, amount: amount, date: date,
                repayBy: try section["repay-by"]?.date())
        } catch let error as RuleError where error.parameters["line"] == nil {
            throw node.error(.badExample, ["cause": error.code.rawValue])
        }
    }

    /// `CODE`, or `CODE@2027-2028`. Without a year: the only envelope of that code, else the one of the year that such an
    /// operation of that day has on that side.
    private func side(
        _ side: RuleSide, _ node: RuleNode, _ envelopes: [EnvelopeFacts], _ kind: BudgetOperation, _ date: CalendarDate
    ) throws -> EnvelopeFacts {
        let typed = try node.text()
        let parts = typed.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        let named = envelopes.filter { $0.code == parts[0] }
        if parts.count == 2 {
            if let found = named.first(where: { $0.year.text == parts[1] }) { return found }
        } else if named.count == 1 {
            return named[0]
        } else if let year = try? FiscalYear(of: date) {
            let onward = side == .source ? (kind == .advance ? 1 : 0) : (kind == .carryOver ? 1 : 0)
            if let found = named.first(where: { $0.year.startYear == year.startYear + onward }) { return found }
        }
        let known = envelopes.map { named.count > 1 ? "\($0.code)@\($0.year.text)" : $0.code }
        throw node.unknown(.unknownReference, typed, known)
    }
}
