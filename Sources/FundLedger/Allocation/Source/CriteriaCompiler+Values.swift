import AuditTrail
import TabularImport

/// A value for an envelope as it stands in the file of criteria or in a CSV file, with its place.
struct CriteriaCell {
    let envelope: String
    let text: String
    let place: [String: String]

    var isNegative: Bool { Quantity(String(text.dropFirst())) != nil && ["-", "\u{2212}"].contains(text.first) }

    func fault(_ code: AllocationError.Code, _ parameters: [String: String] = [:]) -> AllocationError {
        let found = ["found": [.unknownEnvelope, .repeatedEnvelope].contains(code) ? envelope : text]
        return AllocationError(code, parameters.merging(place) { given, _ in given }.merging(found) { given, _ in given })
    }
}

extension CriteriaCompiler {
    /// The values written in place, or those of a column of a CSV file.
    mutating func cells(_ section: RuleSection) throws -> [CriteriaCell] {
        guard try section.exactlyOne(of: CriteriaVocabulary.sources) == "values" else {
            return try table(section.required("from"))
        }
        return try section.required("values").members().map { key, name, value in
            let place = ["file": file, "path": value.path, "line": String(key.tree.line), "column": String(key.tree.column)]
            return CriteriaCell(envelope: name, text: try value.text(), place: place)
        }
    }

    /// One value for each envelope of the list. Refuses: E-ALC-004 … E-ALC-006, and what `parse` refuses; every fault.
    mutating func values<Value>(
        _ cells: [CriteriaCell], in node: RuleNode, _ parse: (CriteriaCell) throws -> Value
    ) throws -> [String: Value] {
        var values: [String: Value] = [:]
        var faults: [any Error] = []
        var named: Set<String> = []
        for cell in cells {
            do {
                guard codes.contains(cell.envelope) else { throw unknown(cell) }
                guard named.insert(cell.envelope).inserted else { throw cell.fault(.repeatedEnvelope) }
                values[cell.envelope] = try parse(cell)
            } catch {
                faults.append(error)
            }
        }
        let missing = codes.filter { !named.contains($0) }
        if !missing.isEmpty {
            let shown = missing.prefix(10).joined(separator: ", ") + (missing.count > 10 ? ", …" : "")
            faults.append(node.fault(.missingValues, ["found": shown, "missing": String(missing.count)]))
        }
        guard faults.isEmpty else { throw CriteriaRefusal(file: file, problems: faults) }
        return values
    }

    private func unknown(_ cell: CriteriaCell) -> AllocationError {
        let shown = codes.prefix(20).joined(separator: " | ") + (codes.count > 20 ? " | …" : "")
        var parameters = ["expected": shown]
        parameters["nearest"] = YAMLTree.nearest(to: cell.envelope, among: codes)
        return cell.fault(.unknownEnvelope, parameters)
    }

    // MARK: CSV files

    private mutating func table(_ node: RuleNode) throws -> [CriteriaCell] {
        let section = try node.section(CriteriaVocabulary.table)
        let name = try section.required("file").text(1...255)
        let format = CSVFormat(delimiter: try section["delimiter"]?.word(CSVFormat.Delimiter.self) ?? .comma)
        let reader = try CSVReader(source: MemoryByteSource(bytes(of: name)), fileName: name, format: format)
        let envelope = try Self.column(section["envelope"], "envelope", reader.header, section)
        let value = try Self.column(section.required("value"), "value", reader.header, section)
        var cells: [CriteriaCell] = []
        var faults: [any Error] = []
        while true {
            switch try reader.next() {
            case .end:
                guard faults.isEmpty else { throw CriteriaRefusal(file: file, problems: faults) }
                return cells
            case .problem(let problem):
                var place = ["file": name, "line": String(problem.line), "cause": problem.code]
                place["field"] = problem.field
                faults.append(AllocationError(.badRow, place))
            case .row(let row):
                let place = ["file": name, "line": String(row.line), "field": reader.header[value]]
                cells.append(CriteriaCell(envelope: row.text(envelope), text: row.text(value), place: place))
            }
        }
    }

    /// The bytes of a file that the criteria name; read once.
    private mutating func bytes(of name: String) throws -> [UInt8] {
        if let bytes = kept[name] { return bytes }
        let bytes = try read(name)
        kept[name] = bytes
        inputs.append(AllocationRun.Input(name: name, sha256: SHA256.hash(bytes)))
        return bytes
    }

    /// The place of a column; `usual` is its name where the criteria say none.
    private static func column(
        _ node: RuleNode?, _ usual: String, _ header: [String], _ section: RuleSection
    ) throws -> Int {
        let name = try node?.text() ?? usual
        if let place = header.firstIndex(of: name) { return place }
        var parameters = ["found": name, "expected": header.joined(separator: " | ")]
        parameters["nearest"] = YAMLTree.nearest(to: name, among: header)
        throw (node ?? section.place).fault(.unknownColumn, parameters)
    }
}
