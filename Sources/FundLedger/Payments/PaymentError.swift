/// What payments and the banks of recipients are refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents.
public struct PaymentError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// Nothing is left to pay of a payable: it was paid, or set off. `payable`; `grant`; `amount_cents`: what it was;
        /// `paid_cents`; `offset_cents`.
        case payableSettled = "E-PAY-001"
        /// A payment is not of all that is left. `payable`; `grant`; `asked_cents`; `left_cents`.
        case itemAmount = "E-PAY-002"
        /// The recipient has no bank details in force. `payable`; `grant`; `recipient`; `fund`.
        case bankMissing = "E-PAY-003"
        /// The bank details of a payment are not those in force. `payable`; `recipient`; `found`; `expected`: subjects.
        case bankDiffers = "E-PAY-004"
        /// A run's first payment is not the next one. `found`; `expected`.
        case paymentNumber = "E-PAY-005"
        /// No payment has that number. `payment`; `fund`.
        case paymentUnknown = "E-PAY-006"
        /// The payment was cleared, or rejected, before. `payment`; `state`; `date`: since when; `record`: by which one.
        case paymentState = "E-PAY-007"
        /// The subject of bank details was never opened, or is erased. `subject`; `recipient`.
        case bankSubject = "E-PAY-008"
        /// A document is not known, or stands twice. `document`: 64 hexadecimal digits.
        case documentUnknown = "E-PAY-009"
        /// Nothing is to be paid. `fund`; `date`.
        case nothingDue = "E-PAY-010"
        /// A payable waits in a run already. `payable`; `grant`; `proposal`.
        case payableWaits = "E-PAY-011"
        /// A run has too many payments. `found`; `expected`: the most.
        case tooManyItems = "E-PAY-012"
        /// The record is no payment run. `record`; `fund`.
        case runUnknown = "E-PAY-013"
        /// Bank details, or a name, that a file for the bank needs are gone: their subject is erased. `payment`; `recipient`.
        case detailsErased = "E-PAY-014"
        /// A recipient has no bank details, neither in force nor proposed. `recipient`; `fund`.
        case bankUnknown = "E-PAY-015"
        /// A payment is cleared, or rejected, before it was issued or cleared. `payment`; `date`; `last`: the earliest.
        case paymentBefore = "E-PAY-016"
        /// All payments of a run are cleared or rejected: no file for the bank is left to write. `record`; `fund`;
        /// `payments`: how many the run has.
        case nothingToSend = "E-PAY-017"
        /// A payment is dated before what it pays became payable. `payable`; `grant`; `date`; `expected`: the earliest.
        case paidBeforePayable = "E-PAY-018"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
