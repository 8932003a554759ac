/// Values of rows, and what is said of those that are wrong.
extension MappedReader {
    /// The value of a field in a row; without value, and reported, if it is wrong.
    func evaluate(_ plan: FieldPlan, _ row: CSVRow) -> MappedValue {
        scratch.clear()
        switch plan.raw(row, scratch) {
        case .noRuleMatches(let column):
            report(
                .noRuleMatches, row.line, plan.field.name,
                ["column": reader.header[column], "found": Self.clipped(row[column])])
            return MappedValue()
        case .bytes(let bytes):
            if bytes.isBlank {
                if plan.field.isRequired { refuse(.blankValue, plan, row, bytes) }
                return MappedValue()
            }
            return parse(bytes, plan, row)
        }
    }

    private func parse(_ bytes: UnsafeRawBufferPointer, _ plan: FieldPlan, _ row: CSVRow) -> MappedValue {
        var value = MappedValue(isPresent: true, length: bytes.count)
        switch plan.parser.parse(bytes) {
        case .text: break
        case .number(let number): value.number = number
        case .date(let date): value.date = date
        case .refused(let code):
            refuse(code, plan, row, bytes)
            return MappedValue()
        }
        value.start = item.arena.append(bytes)
        return value
    }

    private func refuse(
        _ code: ImportError.Code, _ plan: FieldPlan, _ row: CSVRow, _ bytes: UnsafeRawBufferPointer
    ) {
        var parameters: [String: String] = [:]
        if !plan.columns.isEmpty { parameters["column"] = plan.columns.joined(separator: ", ") }
        if code == .textTooLong {
            parameters["expected"] = String(plan.field.maximumBytes)
            parameters["found"] = String(bytes.count)
            if plan.field.kind == .text { parameters["advice"] = "shorten: \(max(2, plan.field.maximumBytes / 4))" }
        } else if code != .blankValue {
            parameters["expected"] = plan.parser.expected
            parameters["found"] = Self.clipped(bytes)
        }
        if case .choice(let words) = plan.field.kind, code == .badChoice {
            parameters["nearest"] = NearestWord.find(Self.clipped(bytes), among: words)
        }
        report(code, row.line, plan.field.name, parameters)
    }

    func disagree(_ row: CSVRow, _ field: String, _ shared: MappedValue, _ bytes: UnsafeRawBufferPointer) {
        // A shared value that was wrong has been reported where it stands first.
        if !shared.isPresent, !isSound { return }
        report(
            .rowsDisagree, row.line, field,
            [
                "expected": Self.clipped(item.bytes(shared)), "found": Self.clipped(bytes),
                "item": item.groupKey.map(Self.clipped) ?? "",
            ])
    }

    func report(_ code: ImportError.Code, _ line: Int, _ field: String?, _ parameters: [String: String]) {
        isSound = false
        problems.add(RowProblem(code, line: line, field: field, parameters))
    }

    /// As much of a value as a message shows.
    static func clipped(_ bytes: UnsafeRawBufferPointer) -> String {
        let text = String(decoding: bytes.prefix(240), as: UTF8.self)
        return text.unicodeScalars.count <= 60 && bytes.count <= 240
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
    }
}
