/// A map bound to the columns of one file.
final class MapPlan {
    struct Member {
        let skipWhen: [ConditionPlan]
        let fields: [FieldPlan?]

        func skips(_ row: CSVRow) -> Bool { !skipWhen.isEmpty && skipWhen.contains { $0.holds(row) } }
    }

    let skipWhen: [ConditionPlan]
    let groupColumn: Int?
    let sourceColumn: Int?
    let fields: [FieldPlan?]
    let members: [Member]

    /// Refuses columns that are missing (E-CSV-015) or, if the map says so, superfluous (E-CSV-016).
    init(map: ImportMap, header: [String], fileName: String) throws {
        let known = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        try Self.check(map, header, known, fileName)
        let index: (String) -> Int? = { known[$0] }
        skipWhen = map.skipWhen.compactMap { ConditionPlan($0, index) }
        groupColumn = map.groupBy.flatMap(index)
        sourceColumn = map.uniqueSource.flatMap(index)
        fields = zip(map.fields, map.target.fields).map { rule, field in rule.map { FieldPlan($0, field, index) } }
        let groupFields = map.target.group?.fields ?? []
        members = map.members.map { member in
            Member(
                skipWhen: member.skipWhen.compactMap { ConditionPlan($0, index) },
                fields: zip(member.fields, groupFields).map { rule, field in
                    rule.map { FieldPlan($0, field, index) }
                })
        }
    }

    func skips(_ row: CSVRow) -> Bool { !skipWhen.isEmpty && skipWhen.contains { $0.holds(row) } }

    private static func check(_ map: ImportMap, _ header: [String], _ known: [String: Int], _ fileName: String) throws {
        let wanted = map.columns
        let named = header.filter { !$0.isEmpty }
        if let missing = wanted.first(where: { !$0.isOptional && known[$0.name] == nil }) {
            var parameters = ["file": fileName, "field": missing.name]
            parameters["found"] = named.prefix(50).joined(separator: " | ")
            parameters["nearest"] = NearestWord.find(missing.name, among: named)
            parameters["advice"] = otherDelimiter(map.format.delimiter, header).map {
                $0 == .tab ? "delimiter: tab" : "delimiter: \"\($0.rawValue)\""
            }
            throw ImportError(.missingColumn, parameters)
        }
        guard map.refusesOtherColumns else { return }
        let names = wanted.map(\.name)
        if let unknown = named.first(where: { !names.contains($0) }) {
            var parameters = ["file": fileName, "field": unknown, "expected": names.joined(separator: " | ")]
            parameters["nearest"] = NearestWord.find(unknown, among: names)
            throw ImportError(.unknownColumn, parameters)
        }
    }

    /// The delimiter that a header of a single column seems to be written with.
    private static func otherDelimiter(
        _ current: CSVFormat.Delimiter, _ header: [String]
    ) -> CSVFormat.Delimiter? {
        guard header.count == 1 else { return nil }
        return CSVFormat.Delimiter.allCases.first { $0 != current && header[0].utf8.contains($0.byte) }
    }
}
