/// A table, index, trigger or view as the store itself describes it, to compare with the expected schema.
public struct SchemaObject: Sendable, Hashable {
    /// `table`, `index`, `trigger` or `view`.
    public let type: String
    /// The name of the object.
    public let name: String
    /// The text that defined it; nil for what the engine made by itself (the index of a UNIQUE).
    public let sql: String?

    /// Describes one object.
    public init(type: String, name: String, sql: String?) {
        self.type = type
        self.name = name
        self.sql = sql
    }
}
