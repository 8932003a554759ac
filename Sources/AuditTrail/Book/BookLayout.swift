import Storage

/// What a book is made of: the kinds it knows, the tables it keeps, the files that a bundle derives. Put together once, by
/// the program, from AuditTrail and the libraries above it.
public struct BookLayout: Sendable {
    public let kinds: KindTable
    public let migrations: [Migration]
    /// Makes what derives a register's files from its records; nil where the register has none.
    public let deriver: @Sendable (_ register: String) -> (any BundleDeriver)?
    /// Makes what tells the halves of pairs among a register's records; nil where it has none.
    public let pairReader: @Sendable (_ register: String) -> (any PairReader)?

    /// Makes what judges what the records of one register say of another's; nil where they say nothing.
    public let crossCheck: @Sendable (_ namer: String, _ named: String) -> (any CrossCheck)?

    /// `schemas`: the tables of the libraries above, in SQLite's dialect; `later`: what each later version of the book's
    /// schema adds, in order.
    public init(
        kinds: [any Record.Type], schemas: [String], later: [String] = [],
        deriver: @escaping @Sendable (_ register: String) -> (any BundleDeriver)?,
        pairReader: @escaping @Sendable (_ register: String) -> (any PairReader)? = { _ in nil },
        crossCheck: @escaping @Sendable (_ namer: String, _ named: String) -> (any CrossCheck)? = { _, _ in nil }
    ) {
        self.kinds = KindTable(domain: kinds)
        let first = Migration(version: 1, sql: ([AuditSchema.sqlite] + schemas).joined(separator: "\n"))
        migrations = [first] + later.enumerated().map { Migration(version: $0.offset + 2, sql: $0.element) }
        self.deriver = deriver
        self.pairReader = pairReader
        self.crossCheck = crossCheck
    }

    /// `FUND`: what tells a book from any other SQLite file.
    public static let applicationID: Int32 = 0x4655_4E44
}
