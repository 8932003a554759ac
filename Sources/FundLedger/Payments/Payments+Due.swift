import AuditTrail
import ReferenceData
import Storage

extension Payments {
    /// What is to be paid, of payables dated until a day, oldest first: of one grant or of one recipient, or all.
    public func due(
        until date: CalendarDate, grant: GrantID? = nil, recipient: String? = nil
    ) throws -> [DuePayment] {
        try described(FundReader(session).duePayables(until: date, grant: grant, recipient: recipient))
    }

    /// One payable as it stands. Refuses: E-GRT-047.
    public func due(payable sequence: Int64) throws -> DuePayment { try due(payables: [sequence])[0] }

    /// Payables as they stand, in the order given. Refuses: E-GRT-047.
    public func due(payables: [Int64]) throws -> [DuePayment] { try described(payables.map { try grants.payable($0) }) }

    /// With names and banks, each recipient's read once, and the proposals that they wait in.
    private func described(_ payables: [GrantPayable]) throws -> [DuePayment] {
        let waiting = try self.waiting(), recipients = Recipients(session)
        var known: [String: (name: String?, bank: String?)] = [:]
        return try payables.map { payable in
            let id = payable.recipient
            let found = try known[id] ?? (recipients.recipient(id).name.organisation, tables.bank(of: id))
            known[id] = found
            return DuePayment(payable: payable, name: found.name, bank: found.bank, proposal: waiting[payable.sequence])
        }
    }

    /// Open proposals by the payables that wait in them.
    private func waiting() throws -> [Int64: Int64] {
        var found: [Int64: Int64] = [:]
        for place in try session.openProposals() where place.kind == Proposed<PaymentIssued>.kind {
            guard let run = try session.record(at: place.sequence) as? Proposed<PaymentIssued> else { continue }
            for item in run.subject.items { found[item.payable] = place.sequence }
        }
        return found
    }
}
