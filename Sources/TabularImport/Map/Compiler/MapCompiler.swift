/// Compiles the YAML of a map for one target.
struct MapCompiler {
    let fileName: String
    let target: ImportTarget

    func compile(_ yaml: [UInt8]) throws -> ImportMap {
        let root = try parse(yaml).section()
        try root.allowOnly(MapVocabulary.root + [target.group?.name].compactMap { $0 })
        if let version = root["version"], try version.text() != "1" {
            throw version.unknownWord(try version.text(), ["1"])
        }
        if let name = root["target"], try name.text() != target.name {
            throw name.error(.wrongTarget, ["expected": target.name, "found": try name.text()])
        }
        let (format, refusesOtherColumns) = try self.format(root["format"])
        let fields = try self.fields(root)
        let members = try self.members(root)
        let skipWhen = try conditions(root["skip_when"])
        let groupBy = try root["group_by"]?.text()
        if groupBy != nil, !target.joinsRows, let place = root["group_by"] {
            throw place.error(
                .optionDoesNotApply, ["found": "group_by", "expected": MapVocabulary.root.joined(separator: " | ")])
        }
        let uniqueSource = try root["unique_source"]?.text()
        let compiled = CompiledMap(
            target: target, format: format, refusesOtherColumns: refusesOtherColumns, groupBy: groupBy,
            uniqueSource: uniqueSource, skipWhen: skipWhen, fields: fields, members: members)
        return ImportMap(
            target: target, format: format, compiled: compiled.node.bytes, refusesOtherColumns: refusesOtherColumns,
            groupBy: groupBy, uniqueSource: uniqueSource, skipWhen: skipWhen, fields: fields, members: members)
    }

    private func format(_ node: MapNode?) throws -> (CSVFormat, refusesOtherColumns: Bool) {
        var format = CSVFormat()
        guard let section = try node?.section() else { return (format, false) }
        try section.allowOnly(MapVocabulary.format)
        if let encoding = section["encoding"] {
            let typed = try encoding.text()
            if typed.lowercased().hasPrefix("utf-16") || typed.lowercased().hasPrefix("utf16") {
                let known = TextEncoding.allCases.map(\.rawValue).joined(separator: " | ")
                throw encoding.error(
                    .unsupportedEncoding, ["found": typed, "expected": known, "advice": "encoding: utf-8"])
            }
            format.encoding = try encoding.word(TextEncoding.self)
        }
        if let delimiter = section["delimiter"] {
            // `"\t"` is the tab that a YAML escape writes; a text may not hold it, so it is looked at first.
            format.delimiter = delimiter.node.string == "\t" ? .tab : try delimiter.word(CSVFormat.Delimiter.self)
        }
        if let breaks = section["line_breaks"] { format.lineBreaks = try breaks.word(CSVFormat.LineBreaks.self) }
        if let header = section["header"], try !header.yes() {
            throw header.unknownWord(try header.text(), ["yes"])
        }
        let others = try section["other_columns"]?.word(OtherColumns.self) ?? .allow
        return (format, others == .refuse)
    }

    /// What becomes of columns that the map does not read.
    enum OtherColumns: String, CaseIterable {
        case allow, refuse
    }

    private func fields(_ root: MapSection) throws -> [FieldRule?] {
        let isEmpty = target.fields.allSatisfy { !$0.isRequired }
        guard let node = isEmpty ? root["fields"] : try root.required("fields") else {
            return target.fields.map { _ in nil }
        }
        let section = try node.section()
        try section.allowOnly(target.fields.map(\.name))
        return try target.fields.map { try rule($0, in: section) }
    }

    private func members(_ root: MapSection) throws -> [ImportMap.Member] {
        guard let group = target.group else { return [] }
        return try root.required(group.name).filledList().map { node in
            let section = try node.section()
            try section.allowOnly(group.fields.map(\.name) + MapVocabulary.member)
            return ImportMap.Member(
                skipWhen: try conditions(section["skip_when"]),
                fields: try group.fields.map { try rule($0, in: section) })
        }
    }

    private func rule(_ field: ImportTarget.Field, in section: MapSection) throws -> FieldRule? {
        guard let node = field.isRequired ? try section.required(field.name) : section[field.name] else { return nil }
        return try rule(field, node)
    }

    /// A list of conditions, or nothing.
    func conditions(_ node: MapNode?) throws -> [Condition] {
        try node?.list().flatMap { item in
            let section = try item.section()
            try section.allowOnly(MapVocabulary.condition)
            return try conditions(section)
        } ?? []
    }

    /// The condition of a section; `in` stands for as many conditions as its list has words.
    func conditions(_ section: MapSection) throws -> [Condition] {
        let column = try section.required("column").text()
        let test = try section.exactlyOne(of: MapVocabulary.tests)
        let node = try section.required(test)
        switch test {
        case "equals": return [Condition(column: column, test: .equals(try node.text()))]
        case "prefix": return [Condition(column: column, test: .prefix(try node.text()))]
        case "in":
            let words = try node.filledList()
            // Each will name the column again.
            let bytes = words.count * column.utf8.count
            if bytes > Self.limits.textBytes {
                throw refusal(YAMLFault.tooLarge(most: Self.limits.textBytes, found: bytes))
            }
            return try words.map { Condition(column: column, test: .equals(try $0.text())) }
        default: return [Condition(column: column, test: .blank(try node.yes()))]
        }
    }
}
