/// Derives a register's CSV files from its records, in one pass, while they stream by. Given by the libraries above.
public protocol BundleDeriver: AnyObject {
    /// The files that every bundle of the register has, ascending in byte order.
    var files: [String] { get }
    /// The files that a bundle has because of this record, as well as those of earlier ones.
    func files(with record: any Record, at sequence: Int64) -> [String]
    /// Whether some record could bring the file.
    func mayHave(_ file: String) -> Bool
    /// The verdict that fails where the file is not what the records give.
    func verdict(of file: String) -> VerdictName
    /// Takes the next record that the register accepted.
    func take(_ record: any Record, at sequence: Int64, into sink: any BundleSink, lookUp: (Int64) throws -> any Record)
        throws
    /// Writes what only the end shows.
    func finish(into sink: any BundleSink) throws
    /// `entries`, `postings`, `debit-cents` for STATEMENT; nil in a register without books.
    var controls: ControlTotals? { get }
}

extension BundleDeriver {
    public func files(with record: any Record, at sequence: Int64) -> [String] { [] }
    public func mayHave(_ file: String) -> Bool { false }
    public func verdict(of file: String) -> VerdictName { .books }
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
