import ReferenceData

/// A CPA 005 credit file: what a bank is given to pay. docs/payment-files.
public struct CPA005File: Sendable, Equatable {
    public let originator: Originator
    /// The day on which the file is made, and the one on which money is to be there.
    public let created: CalendarDate
    public let due: CalendarDate
    public let payments: [BankPayment]

    /// Refuses: E-BNK-012 … E-BNK-015 for what the format cannot hold.
    public init(
        originator: Originator, created: CalendarDate, due: CalendarDate, payments: [BankPayment]
    ) throws {
        guard (1...CPA005Layout.mostPayments).contains(payments.count) else {
            throw BankError(
                .paymentCount, ["found": String(payments.count), "expected": String(CPA005Layout.mostPayments)])
        }
        for payment in payments where !(1...CPA005Layout.mostCents).contains(payment.amount.value) {
            throw BankError(
                .paymentAmount, ["payment": payment.payment, "amount_cents": payment.amount.canonical])
        }
        let days = Int(due.dayNumber) - Int(created.dayNumber)
        guard (-CPA005Layout.daysBefore...CPA005Layout.daysAfter).contains(days) else {
            throw BankError(
                .paymentDate, ["payment": payments[0].payment, "date": due.iso, "created": created.iso])
        }
        let total = try Cents.sum(payments.map(\.amount))
        guard total.value <= CPA005Layout.mostTotalCents else {
            throw BankError(.totalTooLarge, ["total_cents": total.canonical])
        }
        self.originator = originator
        self.created = created
        self.due = due
        self.payments = payments
    }

    /// The file, ASCII. Refuses: E-BNK-010, E-BNK-011 for a payee whose name cannot be written.
    public func bytes() throws -> [UInt8] {
        var file: [UInt8] = []
        var record = CPA005Record()
        try record.write(CPA005Layout.header, head("A", 1) + [
            .text(CPA005Layout.julian(created)), .text(originator.dataCentre), .blank, .text("CAD"), .blank,
        ])
        try record.end(into: &file)
        var number: Int64 = 1
        for start in stride(from: 0, to: payments.count, by: CPA005Layout.segmentsInRecord) {
            number += 1
            try record.write(CPA005Layout.control, head("C", number))
            for payment in payments[start..<min(start + CPA005Layout.segmentsInRecord, payments.count)] {
                try record.write(CPA005Layout.segment, segment(payment))
            }
            try record.end(into: &file)
        }
        let total = try Cents.sum(payments.map(\.amount))
        try record.write(CPA005Layout.trailer, head("Z", number + 1) + [
            .zero, .zero, .number(total.value), .number(Int64(payments.count)), .zero, .zero, .zero, .zero, .blank,
        ])
        try record.end(into: &file)
        return file
    }

    /// A payee's name as it is written. Refuses: E-BNK-010, E-BNK-011.
    static func payee(_ name: String, of recipient: String) throws -> [UInt8] {
        try BankText.fold(name, most: 30, field: "payee", whose: recipient)
    }

    private func head(_ type: String, _ number: Int64) -> [CPA005Record.Value] {
        [.text(type), .number(number), .text(originator.id), .number(Int64(originator.fileNumber))]
    }

    private func segment(_ payment: BankPayment) throws -> [CPA005Record.Value] {
        let payee = try Self.payee(payment.name, of: payment.recipient)
        return [
            .text(originator.transactionCode), .number(payment.amount.value), .text(try CPA005Layout.julian(due)),
            .text(payment.details.routing), .text(payment.details.account), .zero, .zero, .bytes(originator.shortName),
            .bytes(payee), .bytes(originator.longName), .text(originator.id), .text(payment.payment),
            .text(originator.returns.routing), .text(originator.returns.account), .blank, .blank, .blank, .zero,
        ]
    }
}

/// One logical record being written.
struct CPA005Record {
    enum Value {
        case text(String)
        case bytes([UInt8])
        case number(Int64)
        static let blank = Value.bytes([])
        static let zero = Value.number(0)
    }

    private var bytes: [UInt8] = []

    /// Each value into its field. Refuses: E-BNK-010.
    mutating func write(_ fields: [CPA005Layout.Field], _ values: [Value]) throws {
        precondition(fields.count == values.count, "a value for each field")
        for (field, value) in zip(fields, values) {
            let text: [UInt8]
            switch value {
            case .text(let string): text = Array(string.utf8)
            case .bytes(let given): text = given
            case .number(let number): text = Array(CPA005Layout.digits(number, field.length).utf8)
            }
            guard text.count <= field.length else {
                throw BankError(
                    .fieldTooLong,
                    ["field": field.name, "found": String(text.count), "expected": String(field.length), "whose": "–"])
            }
            bytes += text
            bytes += [UInt8](repeating: 0x20, count: field.length - text.count)
        }
    }

    /// Fills the record to its length and ends it.
    mutating func end(into file: inout [UInt8]) throws {
        precondition(bytes.count <= CPA005Layout.recordLength, "a record fits its length")
        file += bytes
        file += [UInt8](repeating: 0x20, count: CPA005Layout.recordLength - bytes.count)
        file += [0x0D, 0x0A]
        bytes.removeAll(keepingCapacity: true)
    }
}
