import ReferenceData

@testable import FundLedger

/// The books of one fund as anyone would keep them on paper: a list of entries, and sums made over all of it each time.
struct ModelBooks {
    struct Entry {
        let id: EntryID
        let date: CalendarDate
        let period: PeriodID
        let reference: String
        let postings: [Posting]
        let sequence: Int64
        let reverses: EntryID?
        let pair: EntryID?
        var reversedBy: EntryID?
        var isAnnulled = false
    }

    var entries: [Entry] = []
    var open: Set<String> = []
    /// Codes of accounts, open or closed.
    var classes: [String: AccountClass] = [:]
    var years: Set<FiscalYear> = []

    mutating func post(_ entry: JournalEntry, at sequence: Int64) {
        entries.append(
            Entry(
                id: entry.id, date: entry.date, period: entry.period, reference: entry.reference,
                postings: entry.postings, sequence: sequence, reverses: entry.reverses, pair: entry.pair?.entry))
        guard let target = entry.reverses, let place = entries.firstIndex(where: { $0.id == target }) else { return }
        entries[place].reversedBy = entry.id
    }

    mutating func annul(_ id: EntryID) {
        guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
        entries[place].isAnnulled = true
        guard let target = entries[place].reverses, let original = entries.firstIndex(where: { $0.id == target })
        else { return }
        entries[original].reversedBy = nil
    }

    /// Entries that count, by date and id.
    var standing: [Entry] { entries.filter { !$0.isAnnulled }.sorted { ($0.date, $0.id) < ($1.date, $1.id) } }

    func next(_ year: FiscalYear) -> Int64 { Int64(entries.count { $0.id.year == year }) + 1 }

    struct Sum: Equatable {
        var debit: Int64 = 0
        var credit: Int64 = 0
    }

    /// What each account moved in the entries that the condition takes.
    func sums(_ takes: (Entry) -> Bool) -> [String: Sum] {
        var sums: [String: Sum] = [:]
        for entry in standing where takes(entry) {
            for posting in entry.postings {
                let cents = posting.amount.value
                if cents > 0 { sums[posting.account, default: Sum()].debit += cents }
                if cents < 0 { sums[posting.account, default: Sum()].credit -= cents }
            }
        }
        return sums
    }

    func balance(_ account: String) -> Int64 {
        let sum = sums { _ in true }[account] ?? Sum()
        return sum.debit - sum.credit
    }
}
