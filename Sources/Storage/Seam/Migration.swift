/// One whole step of the schema, from the version before it to ``version``.
///
/// A list of migrations is in strictly ascending order of versions, all above zero; the last one is the
/// version that this program knows. Published migrations never change.
public struct Migration: Sendable {
    /// The schema version once the step is done.
    public let version: Int
    /// Statements without parameters, in the dialect of the engine; no transaction control.
    public let sql: String

    /// A step that leads to `version` by running `sql`.
    public init(version: Int, sql: String) {
        self.version = version
        self.sql = sql
    }
}
