/// A rule bound to the columns of one file.
final class FieldPlan {
    enum Source {
        /// The file lacks the column, as the rule allows.
        case absent
        case column(Int)
        case constant(FixedBytes)
        case template([(before: FixedBytes, column: Int)], after: FixedBytes)
        case choose([(when: ConditionPlan, value: FixedBytes)], otherwise: FixedBytes?)
    }

    /// A source's bytes: of the row, of a constant, or composed.
    enum Raw {
        case bytes(UnsafeRawBufferPointer)
        case noRuleMatches(column: Int)
    }

    let field: ImportTarget.Field
    let parser: ValueParser
    let source: Source
    let fallback: FixedBytes?
    let trims: Bool
    let shorten: Int?
    /// The columns read, for messages.
    let columns: [String]

    init(_ rule: FieldRule, _ field: ImportTarget.Field, _ index: (String) -> Int?) {
        self.field = field
        parser = ValueParser(field: field, rule: rule)
        fallback = rule.fallback.map(FixedBytes.init)
        trims = rule.trims
        shorten = rule.shorten
        columns = rule.columns
        switch rule.source {
        case .column(let name): source = index(name).map(Source.column) ?? .absent
        case .constant(let value): source = .constant(FixedBytes(value))
        case .template(let template):
            let parts = template.parts.compactMap { part in index(part.column).map { (FixedBytes(part.before), $0) } }
            source = .template(parts, after: FixedBytes(template.after))
        case .choose(let rules, let otherwise):
            source = .choose(
                rules.compactMap { rule in
                    ConditionPlan(rule.when, index).map { ($0, FixedBytes(rule.value)) }
                }, otherwise: otherwise.map(FixedBytes.init))
        }
    }

    /// The value's bytes before they are read; blank means none. What must be composed lies in `scratch`.
    func raw(_ row: CSVRow, _ scratch: ByteArena) -> Raw {
        var value: UnsafeRawBufferPointer
        switch source {
        case .absent: value = UnsafeRawBufferPointer(start: nil, count: 0)
        case .column(let index): value = trims ? row[index].trimmed : row[index]
        case .constant(let constant): return .bytes(constant.bytes)
        case .template(let parts, let after): value = compose(parts, after, row, scratch)
        case .choose(let rules, let otherwise):
            for rule in rules where rule.when.holds(row) { return .bytes(rule.value.bytes) }
            guard let otherwise else { return .noRuleMatches(column: rules.first?.when.column ?? 0) }
            return .bytes(otherwise.bytes)
        }
        if let fallback, value.isBlank { value = fallback.bytes }
        if let shorten, value.count > shorten { value = TextShortener.shorten(value, to: shorten, scratch) }
        return .bytes(value)
    }

    private func compose(
        _ parts: [(before: FixedBytes, column: Int)], _ after: FixedBytes, _ row: CSVRow, _ scratch: ByteArena
    ) -> UnsafeRawBufferPointer {
        let start = scratch.count
        var lastIsWritten = false
        for (index, part) in parts.enumerated() {
            let value = row[part.column].trimmed
            lastIsWritten = !value.isEmpty
            guard lastIsWritten else { continue }
            if index == 0 || scratch.count > start { scratch.append(part.before.bytes) }
            scratch.append(value)
        }
        if lastIsWritten { scratch.append(after.bytes) }
        return scratch.bytes(start, scratch.count - start)
    }
}

/// A condition bound to the columns of one file.
struct ConditionPlan {
    enum Test {
        case blank(Bool)
        case equals(FixedBytes)
        case prefix(FixedBytes)
    }
    let column: Int
    let test: Test

    init?(_ condition: Condition, _ index: (String) -> Int?) {
        guard let column = index(condition.column) else { return nil }
        self.column = column
        switch condition.test {
        case .blank(let isBlank): test = .blank(isBlank)
        case .equals(let value): test = .equals(FixedBytes(value))
        case .prefix(let value): test = .prefix(FixedBytes(value))
        }
    }

    /// Spaces around the value do not count.
    func holds(_ row: CSVRow) -> Bool {
        switch test {
        case .blank(let isBlank): return row[column].isBlank == isBlank
        case .equals(let value): return row[column].trimmed.equals(value.bytes)
        case .prefix(let value): return row[column].trimmed.begins(with: value.bytes)
        }
    }
}
