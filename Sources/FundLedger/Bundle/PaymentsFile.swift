import AuditTrail
import ReferenceData

/// Derives `payments.csv`. FORMAT.md, section 19.7. In memory that grows with the payments and the grants.
struct PaymentsFile: FundFile {
    static let name = "payments.csv"
    static let header = "payment,record,payable,grant,recipient,amount_cents,date,state,state_date"

    private struct Payment {
        let record: Int64
        let item: PaymentIssued.Item
        let date: CalendarDate
        var state = PaymentState.issued
        var stateDate: CalendarDate
    }

    /// Recipients by the numbers of their grants, and grants by the records that may have made a payable.
    private var recipients: [GrantID: String] = [:]
    private var owners: [Int64: GrantID] = [:]
    private var payments: [PaymentID: Payment] = [:]

    mutating func take(_ record: any Record, at sequence: Int64) {
        switch record {
        case let step as any GrantStepRecord:
            if let opening = step.opening { recipients[step.grant] = opening.recipient }
            if [.advanced, .accepted, .released, .imported].contains(type(of: step).move) { owners[sequence] = step.grant }
        case let issued as PaymentIssued:
            for (id, item) in (try? issued.payments()) ?? [] {
                payments[id] = Payment(record: sequence, item: item, date: issued.date, stateDate: issued.date)
            }
        case let cleared as PaymentCleared:
            for id in cleared.payments { set(id, .cleared, on: cleared.date) }
        case let rejected as PaymentRejected: set(rejected.payment, .rejected, on: rejected.date)
        default: break
        }
    }

    private mutating func set(_ id: PaymentID, _ state: PaymentState, on date: CalendarDate) {
        payments[id]?.state = state
        payments[id]?.stateDate = date
    }

    func rows(_ body: ([String]) throws -> Void) rethrows {
        for (id, payment) in payments.sorted(by: { $0.key < $1.key }) {
            let grant = owners[payment.item.payable]
            try body([
                id.text, String(payment.record), String(payment.item.payable), grant?.text ?? "",
                grant.flatMap { recipients[$0] } ?? "", String(payment.item.amount), payment.date.iso,
                payment.state.rawValue, payment.stateDate.iso,
            ])
        }
    }
}
