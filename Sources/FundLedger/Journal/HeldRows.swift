/// Rows that wait to be written in the order of their keys.
struct HeldRows {
    struct Row {
        let account: Int64
        let day: Int64
        let entry: Int64
        let position: Int64
        let amount: Int64
    }

    struct Sum {
        var debit: Int64 = 0
        var credit: Int64 = 0

        mutating func add(_ amount: Int64, sign: Int64) {
            if amount > 0 { debit += sign * amount } else { credit -= sign * amount }
        }
    }

    /// An account at a day, or in a period.
    struct Place: Hashable, Comparable {
        let account: Int64
        let when: Int64

        static func < (left: Place, right: Place) -> Bool {
            (left.account, left.when) < (right.account, right.when)
        }
    }

    var postings: [Row] = []
    var references: [(hash: Int64, entry: Int64)] = []
    var days: [Place: Sum] = [:]
    var periods: [Place: Sum] = [:]
    /// Accounts whose own sums changed.
    var codes: Set<String> = []
    var isDirty = false

    mutating func add(account: Int64, code: String, day: Int64, period: Int64, _ amount: Int64, sign: Int64) {
        days[Place(account: account, when: day), default: Sum()].add(amount, sign: sign)
        periods[Place(account: account, when: period), default: Sum()].add(amount, sign: sign)
        codes.insert(code)
    }
}
