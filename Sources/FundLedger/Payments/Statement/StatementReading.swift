import ReferenceData

/// A statement being matched, row by row, in time that grows with rows and payments, not with their product.
struct StatementReading {
    private(set) var matched: [StatementMatching.Match] = []
    private(set) var doubtful: [StatementMatching.Doubt] = []
    private(set) var unmatched: [BankStatement.Row] = []
    private(set) var known: [StatementMatching.Known] = []
    private(set) var returns: [StatementMatching.Return] = []

    private static let mostCandidates = 20
    private let days: Int
    private let payments: [OutstandingPayment]
    private let settled: [SettledPayment]
    /// Places in `payments` and `settled` by number, without hyphens.
    private let outstandingByNumber: [String: Int]
    private let settledByNumber: [String: Int]
    /// Places of cleared payments by amount and day.
    private let cleared: [AmountAndDay: [Int]]
    /// Rows that leave the account and name no payment.
    private var silent: [BankStatement.Row] = []
    /// Places in `payments` that a row is, with that row's line; places in `settled` that a row told.
    private var taken: [Int: Int] = [:]
    private var told: Set<Int> = []

    private struct AmountAndDay: Hashable {
        let amount: Cents
        let day: CalendarDate
    }

    init(_ payments: [OutstandingPayment], _ settled: [SettledPayment], days: Int) {
        self.days = days
        self.payments = payments
        self.settled = settled
        outstandingByNumber = Self.places(payments.map(\.payment))
        settledByNumber = Self.places(settled.map(\.payment))
        cleared = Dictionary(
            grouping: settled.indices.filter { settled[$0].state == .cleared },
            by: { AmountAndDay(amount: settled[$0].amount, day: settled[$0].since) })
    }

    func isTaken(_ payment: OutstandingPayment) -> Bool {
        outstandingByNumber[Self.bare(payment.payment[...])].map { taken[$0] != nil } ?? false
    }

    // MARK: Rows that name payments

    mutating func take(_ row: BankStatement.Row) {
        let words = Self.words(of: row)
        let named = words.compactMap { outstandingByNumber[$0] }.sorted()
        let gone = words.compactMap { settledByNumber[$0] }.sorted()
        if row.amount >= .zero {
            if row.amount > .zero { takeReturn(row, named, gone) }
        } else if named.isEmpty, gone.isEmpty {
            silent.append(row)
        } else if named.isEmpty {
            known += gone.map { StatementMatching.Known(row: row, settled[$0]) }
            told.formUnion(gone)
        } else if gone.isEmpty, named.count == 1 {
            take(row, named[0])
        } else {
            doubtful.append(.init(row: row, candidates: named.map { payments[$0] }))
        }
    }

    private mutating func take(_ row: BankStatement.Row, _ place: Int) {
        let payment = payments[place]
        if let first = taken[place] {
            known.append(
                .init(row: row, payment: payment.payment, amount: payment.amount, ground: .repeated(line: first)))
        } else if 0 - payment.amount.value == row.amount.value {
            matched.append(.init(row: row, payment: payment, ground: .number))
            taken[place] = row.line
        } else {
            doubtful.append(.init(row: row, candidates: [payment]))
        }
    }

    private mutating func takeReturn(_ row: BankStatement.Row, _ named: [Int], _ gone: [Int]) {
        returns += named.map {
            .init(row: row, payment: payments[$0].payment, amount: payments[$0].amount, state: .issued)
        }
        returns += gone.map {
            .init(row: row, payment: settled[$0].payment, amount: settled[$0].amount, state: settled[$0].state)
        }
    }

    // MARK: Rows that name none

    /// Once all rows are taken.
    mutating func judgeSilentRows() {
        let left = Dictionary(
            grouping: payments.indices.filter { taken[$0] == nil }.sorted { (payments[$0].issued, $0) < (payments[$1].issued, $1) },
            by: { payments[$0].amount.value })
        let dates = Dictionary(grouping: silent.map { ($0.amount.value, $0.date) }, by: \.0).mapValues { $0.map(\.1).sorted() }
        for row in silent {
            // The least amount of 64 bits has no payment.
            let (amount, overflow) = Int64(0).subtractingReportingOverflow(row.amount.value)
            let group = overflow ? [] : left[amount] ?? []
            let found = group[candidates(group, of: row)]
            if found.isEmpty {
                judge(row, AmountAndDay(amount: Cents(amount), day: row.date))
            } else if found.count == 1, let place = found.first, claims(payments[place], dates[row.amount.value] ?? []) == 1 {
                matched.append(.init(row: row, payment: payments[place], ground: .amount))
                taken[place] = row.line
            } else {
                let first = found.prefix(Self.mostCandidates).sorted()
                doubtful.append(.init(row: row, candidates: first.map { payments[$0] }))
            }
        }
    }

    private mutating func judge(_ row: BankStatement.Row, _ key: AmountAndDay) {
        if let place = cleared[key]?.first(where: { !told.contains($0) }) {
            known.append(.init(row: row, settled[place]))
            told.insert(place)
        } else {
            unmatched.append(row)
        }
    }

    /// Where in a group, by day of issue, the payments lie that were issued in the window before a row's date.
    private func candidates(_ group: [Int], of row: BankStatement.Row) -> Range<Int> {
        let day = Int(row.date.dayNumber)
        let first = group.firstPlace { Int(payments[$0].issued.dayNumber) >= day - days }
        return first..<max(first, group.firstPlace { Int(payments[$0].issued.dayNumber) > day })
    }

    /// Of how many rows, by their dates, a payment is a candidate.
    private func claims(_ payment: OutstandingPayment, _ dates: [CalendarDate]) -> Int {
        let issued = Int(payment.issued.dayNumber)
        return dates.firstPlace { Int($0.dayNumber) > issued + days } - dates.firstPlace { Int($0.dayNumber) >= issued }
    }

    // MARK: Numbers

    /// The payments of a fund that rows name, known or not.
    static func payments(namedIn statement: BankStatement, of fund: FundCode) -> Set<PaymentID> {
        let prefix = fund.idPrefix + "P"
        return statement.rows.reduce(into: []) { found, row in
            for word in words(of: row) where word.hasPrefix(prefix) {
                if let id = try? PaymentID(parsing: "\(fund.idPrefix)-P-\(word.dropFirst(prefix.count))") { found.insert(id) }
            }
        }
    }

    private static func places(_ numbers: [String]) -> [String: Int] {
        Dictionary(numbers.enumerated().map { (bare($0.element[...]), $0.offset) }) { first, _ in first }
    }

    /// What a row says, word by word: a payment's number is one of them, whatever stands around it; letters in either case,
    /// hyphens or none.
    private static func words(of row: BankStatement.Row) -> Set<String> {
        let text = (row.reference + " " + row.description).uppercased()
        return Set(text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }.map(bare))
    }

    private static func bare(_ word: Substring) -> String { String(word.filter { $0 != "-" }) }
}

extension Array {
    /// The first place from which on `isFrom` holds, in an array where it holds of all after the first that it holds of.
    fileprivate func firstPlace(_ isFrom: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isFrom(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
