import AuditTrail
import ReferenceData
import Storage

/// What is still to be paid, and what was sent to the bank and not cleared yet, by age. Cents.
public struct PaymentsOutstanding: Sendable {
    /// How far the money is on its way.
    public enum Stage: String, CaseIterable, Sendable {
        /// A payable of which something is left.
        case due
        /// A payment issued, not cleared and not rejected.
        case transit
    }

    public struct Line: Sendable, Equatable {
        public let stage: Stage
        /// The record of the payable, or the payment's number.
        public let id: String
        public let grant: GrantID
        public let recipient: String
        /// The name of an organisation; nil for a person.
        public let name: String?
        /// When it became payable, or was issued.
        public let date: CalendarDate
        /// Days from that date to the day looked from.
        public let age: Int
        public let amount: Cents

        public var band: AgeBand { AgeBand(days: age) }
    }

    /// The day from which ages are counted.
    public let day: CalendarDate
    /// What is due first, then what is in transit; the oldest first.
    public let lines: [Line]

    /// Refuses: E-REF overflow.
    public func sum(of stage: Stage, _ band: AgeBand? = nil) throws -> (count: Int, amount: Cents) {
        let found = lines.filter { $0.stage == stage && (band == nil || $0.band == band) }
        return (found.count, try .sum(found.map(\.amount)))
    }
}

extension FundReader {
    /// Reads what is open, and nothing that is settled.
    public func paymentsOutstanding(on day: CalendarDate) throws -> PaymentsOutstanding {
        var names: [String: String?] = [:]
        func name(of recipient: String) throws -> String? {
            if let known = names[recipient] { return known }
            let name = try Recipients(session).recipient(recipient).name.organisation
            names[recipient] = .some(name)
            return name
        }
        func age(_ date: CalendarDate) -> Int { Int(day.dayNumber) - Int(date.dayNumber) }
        let due = try duePayables().map {
            PaymentsOutstanding.Line(
                stage: .due, id: String($0.sequence), grant: $0.grant, recipient: $0.recipient, name: try name(of: $0.recipient),
                date: $0.date, age: age($0.date), amount: Cents($0.left))
        }
        let transit = try Payments(session).rows(state: .issued).map {
            PaymentsOutstanding.Line(
                stage: .transit, id: $0.id.text, grant: $0.grant, recipient: $0.recipient, name: try name(of: $0.recipient),
                date: $0.issued, age: age($0.issued), amount: $0.amount)
        }
        return PaymentsOutstanding(day: day, lines: due + transit.sorted { ($0.date, $0.id) < ($1.date, $1.id) })
    }
}
