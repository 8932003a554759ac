import AuditTrail
import ReferenceData

/// The journal as the CSV that `entry import` reads without a map: a row per posting, an entry's rows together.
struct PostingsText: JournalText {
    var bytes: [UInt8] = []
    private var row = CSVBytes()

    mutating func begin(_ comments: [String]) {
        line("entry,date,reference,memo,account,amount_cents,envelope,period")
    }

    mutating func add(_ entry: JournalEntry) {
        let date = entry.date.iso, id = entry.id.text, period = entry.period.text
        for posting in entry.postings {
            row.begin()
            row.field(id)
            row.field(date)
            row.field(entry.reference)
            row.field(entry.memo)
            row.field(posting.account)
            row.field(posting.amount.value)
            row.field(posting.envelope ?? "")
            row.field(period)
            row.end { bytes.append(contentsOf: $0) }
        }
    }
}
