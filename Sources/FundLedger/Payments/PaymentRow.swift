import ReferenceData

/// How a payment stands.
public enum PaymentState: String, CaseIterable, Sendable { case issued, cleared, rejected }

/// A payment as the book has it.
public struct PaymentRow: Sendable, Equatable {
    public let id: PaymentID
    /// The sequence of its `payment.issued/1`.
    public let record: Int64
    /// What it pays.
    public let payable: Int64
    public let grant: GrantID
    public let recipient: String
    /// The subject of the bank details that it went to.
    public let bank: String
    public let amount: Cents
    public let issued: CalendarDate
    public let state: PaymentState
    /// The date and the record of what last changed its state.
    public let stateDate: CalendarDate
    public let stateRecord: Int64

    /// Refuses: E-PAY-016 for a day before the one on which it was issued or last changed.
    func requireNotBefore(_ date: CalendarDate) throws {
        let last = max(issued, stateDate)
        guard date < last else { return }
        throw PaymentError(.paymentBefore, ["payment": id.text, "date": date.iso, "last": last.iso])
    }
}

/// Something that is to be paid, with who is to get it.
public struct DuePayment: Sendable, Equatable {
    public let payable: GrantPayable
    /// The name of an organisation; nil for a person.
    public let name: String?
    /// The subject of the bank details in force; nil where there are none.
    public let bank: String?
    /// The open proposal that it waits in; nil where in none.
    public let proposal: Int64?

    /// Whether a run can pay it now.
    public var isReady: Bool { bank != nil && proposal == nil }
}
