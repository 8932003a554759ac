/// Derives a register's CSV files from its records, in one pass, while they stream by. Given by the libraries above.
public protocol BundleDeriver: AnyObject {
    /// The files that it writes, ascending in byte order.
    var files: [String] { get }
    /// Takes the next record that the register accepted.
    func take(_ record: any Record, at sequence: Int64, into sink: any BundleSink, lookUp: (Int64) throws -> any Record)
        throws
    /// Writes what only the end shows.
    func finish(into sink: any BundleSink) throws
    /// `entries`, `postings`, `debit-cents` for STATEMENT; nil in a register without books.
    var controls: ControlTotals? { get }
}

/// Control totals over entries that are not annulled. FORMAT.md, section 9.
public struct ControlTotals: Sendable, Equatable {
    public var entries: Int64
    public var postings: Int64
    /// Cents.
    public var debitCents: Int64

    public init(entries: Int64 = 0, postings: Int64 = 0, debitCents: Int64 = 0) {
        self.entries = entries
        self.postings = postings
        self.debitCents = debitCents
    }
}

/// Where a bundle's files go: to a folder, to nowhere but their hashes, or against the files of a bundle under trial.
public protocol BundleSink: AnyObject {
    /// Adds bytes to a file of the bundle.
    func write(_ bytes: UnsafeRawBufferPointer, to file: String) throws
}
