import AuditTrail
import ReferenceData

/// Derives `budgets.csv` and `transfers.csv` from a fund's records, where it has some of section 18. FORMAT.md,
/// section 18.5.
struct BudgetsFile {
    static let budgets = "budgets.csv"
    static let files = [budgets, TransfersFile.transfers]

    private struct Key: Hashable, Comparable {
        let year: Int
        let code: String

        static func < (left: Key, right: Key) -> Bool {
            left.year == right.year ? EnvelopeCode.precedes(left.code, right.code) : left.year < right.year
        }
    }

    private var envelopes: [Key: (envelope: Envelope, amounts: EnvelopeAmounts)] = [:]
    private var hasRecords = false
    private var transfers = TransfersFile()
    private var row = CSVBytes()

    /// Sums wrap where *budgets* fails for them: the file is not compared then.
    mutating func take(
        _ record: any Record, at sequence: Int64, into sink: any BundleSink, classOf: (String) -> AccountClass?
    ) throws {
        if [.budgets, .rules].contains(type(of: record).rules.verdict), !FundFiles.holds(record) { hasRecords = true }
        if let moved = try transfers.take(record, at: sequence, into: sink) {
            change(moved.from.envelope, moved.from.year) { $0.transferredOut &+= moved.amount }
            if let to = moved.to { change(to.envelope, to.year) { $0.transferredIn &+= moved.amount } }
        }
        switch record {
        case let opened as EnvelopeOpened:
            let key = Key(year: opened.envelope.year.startYear, code: opened.envelope.code)
            guard envelopes[key] == nil else { return }
            var amounts = EnvelopeAmounts()
            amounts.initial = opened.envelope.amount.value
            envelopes[key] = (opened.envelope, amounts)
        case let revised as EnvelopeRevised:
            change(revised.envelope, revised.year) { $0.revised &+= revised.amount }
        case let run as AllocationRun:
            for share in run.shares {
                change(run.envelope, run.year) { $0.initial &-= share.amount }
                change(share.envelope, run.year) { $0.initial &+= share.amount }
            }
        case let entry as JournalEntry:
            take(entry, sign: 1, classOf: classOf)
        default: break
        }
    }

    /// Adds an entry's budgetary postings (`sign` 1) or takes them out (−1).
    mutating func take(_ entry: JournalEntry, sign: Int64, classOf: (String) -> AccountClass?) {
        guard hasRecords else { return }
        for posting in entry.postings {
            guard let envelope = posting.envelope, let accountClass = classOf(posting.account), accountClass.isBudgetary
            else { continue }
            let cents = accountClass == .authorised ? posting.amount.value &* sign : 0 &- posting.amount.value &* sign
            change(envelope, entry.period.year) { $0[accountClass] &+= cents }
        }
    }

    private mutating func change(_ code: String, _ year: FiscalYear, _ body: (inout EnvelopeAmounts) -> Void) {
        let key = Key(year: year.startYear, code: code)
        guard var kept = envelopes[key] else { return }
        body(&kept.amounts)
        envelopes[key] = kept
    }

    mutating func finish(into sink: any BundleSink) throws {
        guard hasRecords else { return }
        try write(
            "year,envelope,parent,name,initial_cents,revised_cents,in_cents,out_cents,authorised_cents,reserved_cents,"
                + "committed_cents,spent_cents,available_cents,attributes", Self.budgets, sink)
        for (_, kept) in envelopes.sorted(by: { $0.key < $1.key }) { try write(kept.envelope, kept.amounts, sink) }
        try transfers.finish(into: sink)
    }

    private mutating func write(_ envelope: Envelope, _ amounts: EnvelopeAmounts, _ sink: any BundleSink) throws {
        let marks = envelope.attributes.sorted { EnvelopeCode.precedes($0.key, $1.key) }
        row.begin()
        row.field(envelope.year.text)
        row.field(envelope.code)
        row.field(envelope.parent ?? "")
        row.field(envelope.name)
        row.field(amounts.initial)
        row.field(amounts.revised)
        row.field(amounts.transferredIn)
        row.field(amounts.transferredOut)
        row.field(amounts.authorised)
        row.field(amounts.reserved)
        row.field(amounts.committed)
        row.field(amounts.spent)
        row.field(amounts.available)
        row.field(marks.map { "\($0.key)=\($0.value)" }.joined(separator: ";"))
        try row.end { try sink.write($0, to: Self.budgets) }
    }

    private func write(_ header: String, _ file: String, _ sink: any BundleSink) throws {
        try Array((header + "\n").utf8).withUnsafeBytes { try sink.write($0, to: file) }
    }
}
