import AuditTrail
import ReferenceData

/// What the journal of a fund can be written as, for programs that are not ours.
public enum JournalFormat: String, CaseIterable, Sendable { case hledger, beancount, csv }

/// Writes a fund's journal for another program, entry by entry, in memory that does not grow with it.
///
/// Annulled entries are left out. Budgetary postings are kept, under a root of their own, so that every account has the
/// balance of `trialBalance(.asOf)`. With a year, only the entries of its posting periods, without opening balances.
public struct JournalExport {
    public let format: JournalFormat
    public let year: FiscalYear?
    /// Lines of comment for the head of the file; CSV has none.
    public let comments: [String]

    public init(_ format: JournalFormat, year: FiscalYear? = nil, comments: [String] = []) {
        self.format = format
        self.year = year
        self.comments = comments
    }

    private static let pieceBytes = 65_536

    /// Gives the file's bytes to `sink`, piece by piece. Returns how many entries it holds.
    public func write(_ reader: FundReader, to sink: ([UInt8]) throws -> Void) throws -> Int64 {
        var text = try writer(for: reader)
        text.begin(comments)
        var count: Int64 = 0
        try reader.forEachEntry(of: year) { entry in
            text.add(entry)
            count += 1
            if text.bytes.count >= Self.pieceBytes {
                try sink(text.bytes)
                text.bytes.removeAll(keepingCapacity: true)
            }
        }
        try sink(text.bytes)
        return count
    }

    private func writer(for reader: FundReader) throws -> any JournalText {
        let accounts = try reader.accounts().map(\.account)
        switch format {
        case .hledger: return HledgerText(fund: reader.fund, accounts: accounts)
        case .beancount:
            let opened = try reader.firstDay() ?? FiscalYear(startYear: FiscalYear.startYears.lowerBound).firstDay
            return BeancountText(fund: reader.fund, accounts: accounts, opened: opened)
        case .csv: return PostingsText()
        }
    }
}

/// A journal in the grammar of some program.
protocol JournalText {
    /// What was written since the last piece was taken.
    var bytes: [UInt8] { get set }
    mutating func begin(_ comments: [String])
    mutating func add(_ entry: JournalEntry)
}

extension JournalText {
    mutating func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }
}
