import ReferenceData

/// What an act posts to financial accounts: sums by account and envelope, debit positive, sums of zero left out.
/// FORMAT.md, section 19.2.
public struct FinancialMovement: Sendable, Equatable {
    /// An account, and the envelope that an expense names.
    public struct Place: Hashable, Sendable {
        public let account: String
        public let envelope: String?

        public init(_ account: String, _ envelope: String? = nil) {
            self.account = account
            self.envelope = envelope
        }
    }

    /// Cents, debit positive; none is zero.
    public private(set) var sums: [Place: Int64] = [:]
    /// The places in the order in which they were first named.
    private var order: [Place] = []

    public init() {}

    public static func == (left: Self, right: Self) -> Bool { left.sums == right.sums }

    /// Refuses: E-JRN-005.
    public mutating func add(_ cents: Int64, _ account: String, _ envelope: String? = nil) throws {
        let place = Place(account, envelope)
        let (sum, overflow) = (sums[place] ?? 0).addingReportingOverflow(cents)
        guard !overflow, sum != .min else { throw LedgerError(.overflow, ["account": account]) }
        if !order.contains(place) { order.append(place) }
        sums[place] = sum == 0 ? nil : sum
    }

    /// Its postings, debits first, each side in the order in which the act names them.
    public var postings: [Posting] {
        let all = order.compactMap { place in
            sums[place].map { Posting(account: place.account, amount: Cents($0), envelope: place.envelope) }
        }
        return all.filter { $0.amount.value > 0 } + all.filter { $0.amount.value < 0 }
    }
}
