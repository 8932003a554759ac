import AuditTrail
import ReferenceData

/// What should be known of a payment run before it is approved, and again before its file goes to the bank.
///
/// Holds no bank detail and no person's name.
public struct PaymentReview: Sendable {
    /// What is remarkable of a payment.
    public enum Remark: Sendable, Equatable {
        /// Its bank details were set since the last payment to the recipient, who was paid elsewhere before.
        case bankChanged(since: String, by: String)
        /// The recipient was never paid before.
        case firstPayment
        /// Other bank details are in force by now: an approval is refused, a file goes to the details of the run.
        case bankOutdated
        /// Other bank details wait for a second person.
        case bankWaits(proposal: Int64)
        /// A payment of the same payable came back.
        case rejectedBefore(PaymentID, on: CalendarDate)
        /// The grant was taken over from another register: no agreement is in the book.
        case imported
        /// The payable is not what the run pays any more: this much is left of it; cents.
        case leftDiffers(Int64)
        /// It waits in another run too.
        case waitsElsewhere(proposal: Int64)
    }

    /// A payment of the run.
    public struct Line: Sendable {
        public let payable: GrantPayable
        /// The name of an organisation; nil for a person.
        public let name: String?
        /// Of the payment; cents.
        public let amount: Int64
        public let remarks: [Remark]
    }

    /// All that a recipient gets by the run.
    public struct Payee: Sendable {
        public let recipient: String
        /// The name of an organisation; nil for a person.
        public let name: String?
        public let count: Int
        /// Cents.
        public let total: Int64
        /// Why the name cannot be written in a CPA 005 file; nil where it can.
        public let nameFault: BankError?
        /// Whether the recipient was named anew after the record of the run.
        public let isRenamed: Bool
    }

    /// In the order of the run.
    public let lines: [Line]
    /// By identifier.
    public let payees: [Payee]
    /// Recipients of the run whose money goes to one account, each group by identifier.
    public let sharedAccounts: [[String]]
    /// Payables of the run that are none any more: a claim that was undone since.
    public let gone: [Int64]
}

extension Payments {
    /// Looks at what a run pays; at `record`, the run's own, once it is approved. Refuses: E-RCP-002.
    public func review(_ all: [PaymentIssued.Item], proposal: Int64? = nil, record: Int64? = nil) throws -> PaymentReview {
        let items = try all.filter { try isPayable($0.payable) }
        let due = try due(payables: items.map(\.payable)), waiting = try proposedBanks()
        let facts = try Dictionary(uniqueKeysWithValues: Set(due.map(\.payable.recipient)).map { ($0, try bankFacts(of: $0)) })
        let imported = try importedGrants(among: Set(due.map(\.payable.grant)))
        var lines: [PaymentReview.Line] = []
        for (item, due) in zip(items, due) {
            let payable = due.payable
            var remarks = facts[payable.recipient].map { Self.remarks(item.bank, $0) } ?? []
            if let waits = waiting[payable.recipient], waits.subject != item.bank {
                remarks.append(.bankWaits(proposal: waits.proposal))
            }
            if let back = try tables.rows("payable = ?", [.integer(item.payable)]).last(where: { $0.state == .rejected }) {
                remarks.append(.rejectedBefore(back.id, on: back.stateDate))
            }
            if imported.contains(payable.grant) { remarks.append(.imported) }
            if record == nil {
                if payable.left != item.amount { remarks.append(.leftDiffers(payable.left)) }
                if let other = due.proposal, other != proposal { remarks.append(.waitsElsewhere(proposal: other)) }
            }
            lines.append(.init(payable: payable, name: due.name, amount: item.amount, remarks: remarks))
        }
        return PaymentReview(
            lines: lines, payees: try payees(lines, after: record), sharedAccounts: try sharedAccounts(items, due),
            gone: Set(all.map(\.payable)).subtracting(items.map(\.payable)).sorted())
    }

    private func isPayable(_ sequence: Int64) throws -> Bool {
        do {
            _ = try grants.payable(sequence)
            return true
        } catch let error as GrantError where error.code == .payableUnknown {
            return false
        }
    }

    /// What is known of where a recipient is paid.
    private struct BankFacts {
        let inForce: String?
        /// When the details in force were approved, and who did.
        let since: String
        let by: String
        /// The bank of the last payment; nil where there was none.
        let lastPaid: String?
    }

    private func bankFacts(of recipient: String) throws -> BankFacts {
        let set = try tables.bankRow(of: recipient)
        let batch = try set.flatMap { try session.batch(of: $0.sequence) }
        return BankFacts(
            inForce: set?.subject, since: batch?.time ?? "", by: batch?.person ?? "",
            lastPaid: try tables.lastPayment(to: recipient)?.bank)
    }

    private static func remarks(_ bank: String, _ facts: BankFacts) -> [PaymentReview.Remark] {
        var remarks: [PaymentReview.Remark] = []
        if let last = facts.lastPaid {
            if last != bank, facts.inForce == bank { remarks.append(.bankChanged(since: facts.since, by: facts.by)) }
        } else {
            remarks.append(.firstPayment)
        }
        if facts.inForce != bank { remarks.append(.bankOutdated) }
        return remarks
    }

    private func importedGrants(among ids: Set<GrantID>) throws -> Set<GrantID> {
        try ids.filter { try grants.file($0).state.stage == .imported }
    }

    private func payees(_ lines: [PaymentReview.Line], after record: Int64?) throws -> [PaymentReview.Payee] {
        let recipients = Recipients(session)
        return try Dictionary(grouping: lines, by: \.payable.recipient).sorted { $0.key < $1.key }.map { id, lines in
            let name = try payeeName(of: id)
            var fault: BankError?
            do {
                if let name { _ = try CPA005File.payee(name, of: id) }
            } catch let error as BankError {
                fault = error
            }
            let named = try recipients.recipient(id).sequence
            return PaymentReview.Payee(
                recipient: id, name: lines[0].name, count: lines.count, total: try Cents.sum(lines.map { Cents($0.amount) }).value,
                nameFault: fault, isRenamed: record.map { named > $0 } ?? false)
        }
    }

    private func sharedAccounts(_ items: [PaymentIssued.Item], _ due: [DuePayment]) throws -> [[String]] {
        var holders: [BankDetails: Set<String>] = [:]
        var seen: Set<String> = []
        for (item, due) in zip(items, due) where seen.insert(item.bank).inserted {
            guard let details = try BankDetails(values: session.values(of: item.bank), whose: due.payable.recipient) else {
                continue
            }
            holders[details, default: []].insert(due.payable.recipient)
        }
        return holders.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
