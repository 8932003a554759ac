import AuditTrail
import ReferenceData
import Storage

/// The rows of payments and of banks. Written at once: a batch has few of them.
struct PaymentTables {
    let session: RegisterSession
    let fund: FundCode
    private var register: SQLValue { .integer(session.register.number) }

    /// Refuses: E-ACC-025.
    init(_ session: RegisterSession) throws {
        guard let fund = FundCode(rawValue: session.register.name) else {
            throw LedgerError(.notAFund, ["register": session.register.name])
        }
        self.session = session
        self.fund = fund
    }

    // MARK: Banks

    /// The subject of the bank details in force.
    func bank(of recipient: String) throws -> String? { try bankRow(of: recipient)?.subject }

    /// The bank details in force and the record that set them.
    func bankRow(of recipient: String) throws -> (subject: String, sequence: Int64)? {
        try session.connection.first(
            "SELECT subject, sequence FROM recipient_bank WHERE register = ? AND recipient = ?", [register, .text(recipient)]
        ) { ($0.string(0), $0.int(1)) }
    }

    func setBank(_ subject: String, of recipient: String, at sequence: Int64) throws {
        try session.connection.run(
            """
            INSERT INTO recipient_bank (register, recipient, subject, sequence) VALUES (?, ?, ?, ?)
            ON CONFLICT (register, recipient) DO UPDATE SET subject = excluded.subject, sequence = excluded.sequence
            """, register, .text(recipient), .text(subject), .integer(sequence))
    }

    /// Refuses: E-PAY-003, E-PAY-004.
    func requireBank(_ bank: String, of payable: GrantPayable) throws {
        let named = ["payable": String(payable.sequence), "recipient": payable.recipient]
        guard let inForce = try self.bank(of: payable.recipient) else {
            throw PaymentError(
                .bankMissing, named.merging(["grant": payable.grant.text, "fund": fund.rawValue]) { $1 })
        }
        guard inForce == bank else {
            throw PaymentError(.bankDiffers, named.merging(["found": bank, "expected": inForce]) { $1 })
        }
        guard try session.isErased(subject: bank) == false else {
            throw PaymentError(.bankSubject, ["subject": bank, "recipient": payable.recipient])
        }
    }

    // MARK: Payments

    /// The number that the next payment gets.
    func nextID() throws -> PaymentID {
        let last = try session.connection.first(
            "SELECT max(number) FROM payment WHERE register = ?", [register]
        ) { $0.isNull(0) ? 0 : $0.int(0) }
        return try PaymentID(fund: fund, number: (last ?? 0) + 1)
    }

    func insert(
        _ id: PaymentID, _ item: PaymentIssued.Item, of payable: GrantPayable, on date: CalendarDate, at sequence: Int64
    ) throws {
        try session.connection.run(
            """
            INSERT INTO payment (register, number, record, payable, grant_number, recipient, bank, amount_cents, issued,
                state, state_day, state_record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'issued', ?, ?)
            """, register, .integer(id.number), .integer(sequence), .integer(item.payable),
            .integer(payable.grant.number), .text(payable.recipient), .text(item.bank), .integer(item.amount),
            .integer(Int64(date.dayNumber)), .integer(Int64(date.dayNumber)), .integer(sequence))
    }

    func set(_ id: PaymentID, _ state: PaymentState, on date: CalendarDate, at sequence: Int64) throws {
        try session.connection.run(
            "UPDATE payment SET state = ?, state_day = ?, state_record = ? WHERE register = ? AND number = ?",
            .text(state.rawValue), .integer(Int64(date.dayNumber)), .integer(sequence), register, .integer(id.number))
    }

    /// Refuses: E-PAY-006.
    func payment(_ id: PaymentID) throws -> PaymentRow {
        guard id.fund == fund, let row = try rows("number = ?", [.integer(id.number)]).first else {
            throw PaymentError(.paymentUnknown, ["payment": id.text, "fund": fund.rawValue])
        }
        return row
    }

    /// Refuses: E-PAY-006, E-PAY-007.
    func payment(_ id: PaymentID, in states: Set<PaymentState>) throws -> PaymentRow {
        let row = try payment(id)
        guard states.contains(row.state) else {
            throw PaymentError(
                .paymentState,
                [
                    "payment": id.text, "state": row.state.rawValue, "date": row.stateDate.iso,
                    "record": String(row.stateRecord),
                ])
        }
        return row
    }

    /// The latest payment to a recipient, whatever became of it.
    func lastPayment(to recipient: String) throws -> PaymentRow? {
        let last = try session.connection.first(
            "SELECT max(number) FROM payment WHERE register = ? AND recipient = ?", [register, .text(recipient)]
        ) { $0.int(0) }
        return try rows("number = ?", [.integer(last ?? 0)]).first
    }

    /// The rows of a condition by number; its first parameter is the register, its last how many at most.
    ///
    /// `number > 0`, which all are, lets SQLite take the index of the condition: see `LedgerSchema.paymentIndexes`.
    static func query(_ condition: String) -> String {
        """
        SELECT number, record, payable, grant_number, recipient, bank, amount_cents, issued, state, state_day, state_record
        FROM payment WHERE register = ? AND \(condition) AND number > 0 ORDER BY number LIMIT ?
        """
    }

    /// By number.
    func rows(_ condition: String, _ values: [SQLValue], limit: Int = .max) throws -> [PaymentRow] {
        try session.connection.query(
            Self.query(condition), [register] + values + [.integer(Int64(limit))]
        ) { row in
            guard let state = PaymentState(rawValue: row.string(8)) else {
                throw AuditError(.projectionBroken, ["table": "payment", "row": String(row.int(0))])
            }
            return PaymentRow(
                id: try PaymentID(fund: fund, number: row.int(0)), record: row.int(1), payable: row.int(2),
                grant: try GrantID(fund: fund, number: row.int(3)), recipient: row.string(4), bank: row.string(5),
                amount: Cents(row.int(6)), issued: try Self.day(row.int(7)), state: state,
                stateDate: try Self.day(row.int(9)), stateRecord: row.int(10))
        }
    }

    private static func day(_ number: Int64) throws -> CalendarDate {
        try CalendarDate(dayNumber: Int32(truncatingIfNeeded: number))
    }
}
