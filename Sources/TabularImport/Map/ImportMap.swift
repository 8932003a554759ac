/// A compiled map: how the rows of a file become the items of a target.
///
/// Compiled from YAML (docs/import-maps.en.md). Two maps that say the same, whatever their comments,
/// order of keys and spelled-out defaults, have equal `compiled` bytes: those identify the map in an
/// import's idempotency key and are what records keep of it.
public struct ImportMap: Sendable {
    public let target: ImportTarget
    public let format: CSVFormat
    /// Canonical JSON of one line without LF: names ascending, values only strings, arrays and objects,
    /// depth ≤ 6, text in NFC. Has `"version":"1"`.
    public let compiled: [UInt8]

    /// Refuses columns of the file that the map does not read (E-CSV-016).
    let refusesOtherColumns: Bool
    /// The column whose equal values on consecutive rows make one item.
    let groupBy: String?
    /// The column whose value names an item in its source for ever.
    let uniqueSource: String?
    let skipWhen: [Condition]
    /// One rule per field of the target, in its order; nil where an optional field is not filled.
    let fields: [FieldRule?]
    /// What each row adds to the group, in order.
    let members: [Member]

    /// One member of the group that every row makes.
    struct Member: Sendable {
        let skipWhen: [Condition]
        let fields: [FieldRule?]
    }

    /// Compiles a map. Refuses with E-MAP-001 to 014; parameters name the file, line, column, what was
    /// expected and the nearest known word.
    public static func compile(_ yaml: [UInt8], fileName: String, target: ImportTarget) throws -> ImportMap {
        try MapCompiler(fileName: fileName, target: target).compile(yaml)
    }

    /// Whether the map names a column of unique sources, so that a longer file brings only what is new.
    public var hasUniqueSource: Bool { uniqueSource != nil }

    /// The columns that a field of the target is read from, for messages; none where the map does not fill it from one.
    public func columns(of field: String) -> [String] {
        guard let index = target.index(of: field), index < fields.count else { return [] }
        return fields[index]?.columns ?? []
    }

    /// Every column that the map reads, with whether the file may lack it; in order of first mention.
    var columns: [(name: String, isOptional: Bool)] {
        var order: [String] = []
        var optional: [String: Bool] = [:]
        func add(_ name: String, _ isOptional: Bool = false) {
            if optional[name] == nil { order.append(name) }
            optional[name] = (optional[name] ?? true) && isOptional
        }
        for name in [groupBy, uniqueSource].compactMap({ $0 }) { add(name) }
        for condition in skipWhen { add(condition.column) }
        for rule in fields.compactMap({ $0 }) { for column in rule.columns { add(column, rule.isOptionalColumn) } }
        for member in members {
            for condition in member.skipWhen { add(condition.column) }
            for rule in member.fields.compactMap({ $0 }) {
                for column in rule.columns { add(column, rule.isOptionalColumn) }
            }
        }
        return order.map { ($0, optional[$0] ?? false) }
    }
}
