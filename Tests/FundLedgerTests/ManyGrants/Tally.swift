import ReferenceData

@testable import FundLedger

/// What a person would keep beside the book: every sum that an operation should move, written down as it is done. It knows
/// nothing of how the book keeps its own.
struct Tally {
    /// Cents by day, debit positive, of each control account.
    private(set) var controls: [ControlUse: [CalendarDate: Int64]] = [:]
    /// By fiscal year: what envelopes should have.
    private(set) var reserved: [FiscalYear: Int64] = [:]
    private(set) var committed: [FiscalYear: Int64] = [:]
    private(set) var spent: [FiscalYear: Int64] = [:]
    private(set) var expenses: [FiscalYear: Int64] = [:]

    mutating func move(_ use: ControlUse, _ cents: Int64, on day: CalendarDate) {
        controls[use, default: [:]][day, default: 0] += cents
    }

    mutating func reserve(_ cents: Int64, in year: FiscalYear) { reserved[year, default: 0] += cents }
    mutating func commit(_ cents: Int64, in year: FiscalYear) { committed[year, default: 0] += cents }

    /// Spends of what is committed, and what the expense is.
    mutating func spend(_ cents: Int64, expense: Int64, in year: FiscalYear) {
        committed[year, default: 0] -= cents
        spent[year, default: 0] += cents
        expenses[year, default: 0] += expense
    }

    /// What a control account should have had at the end of a day.
    func balance(_ use: ControlUse, on day: CalendarDate) -> Int64 {
        (controls[use] ?? [:]).reduce(0) { $1.key <= day ? $0 + $1.value : $0 }
    }
}
