import AuditTrail
import ReferenceData
import Storage

/// The payments of one fund inside a transaction. FORMAT.md, section 19.5.
public struct Payments {
    public let session: RegisterSession
    let tables: PaymentTables
    let grants: GrantWorkspace

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        tables = try PaymentTables(session)
        grants = try GrantWorkspace.of(session)
    }

    // MARK: What is done

    /// Proposes to pay all that is left of payables. Returns the proposal. Refuses: E-PAY-001, E-PAY-003, E-PAY-010 …
    /// E-PAY-012, E-PAY-018, E-GRT-047.
    @discardableResult
    public func propose(_ payables: [Int64], on date: CalendarDate) throws -> Int64 {
        guard !payables.isEmpty else {
            throw PaymentError(.nothingDue, ["fund": session.register.name, "date": date.iso])
        }
        let most = PaymentIssued.itemCounts.upperBound
        guard payables.count <= most else {
            throw PaymentError(.tooManyItems, ["found": String(payables.count), "expected": String(most)])
        }
        let items = try due(payables: Set(payables).sorted()).map { due in
            let named = ["payable": String(due.payable.sequence), "grant": due.payable.grant.text]
            if let proposal = due.proposal {
                throw PaymentError(.payableWaits, named.merging(["proposal": String(proposal)]) { $1 })
            }
            guard let bank = due.bank else {
                throw PaymentError(
                    .bankMissing,
                    named.merging(["recipient": due.payable.recipient, "fund": session.register.name]) { $1 })
            }
            // A payable of which nothing is left is refused by the run itself.
            return PaymentIssued.Item(payable: due.payable.sequence, amount: max(due.payable.left, 1), bank: bank)
        }
        return try session.append(Proposed(PaymentIssued(on: date, items)))
    }

    /// Proposes other bank details; they lie with the subject. Returns the proposal. Refuses: E-RCP-002, E-PAY-008.
    @discardableResult
    public func proposeBank(_ subject: String, of recipient: String) throws -> Int64 {
        try session.append(Proposed(BankSet(recipient: recipient, subject: subject)))
    }

    /// The bank paid them, on that day. Refuses: E-PAY-006, E-PAY-007, E-PAY-009, and what the entry is refused with.
    @discardableResult
    public func clear(
        _ payments: [PaymentID], on date: CalendarDate, documents: [String] = []
    ) throws -> PaymentCleared {
        let budget = try Budget(session)
        let cleared = PaymentCleared(
            on: date, Array(Set(payments)), documents: documents, entry: try budget.journal.nextID(FiscalYear(of: date)))
        let first = cleared.payments.first?.text ?? "", last = cleared.payments.last?.text ?? ""
        try budget.post(cleared, on: date, reference: first, memo: first == last ? first : "\(first) … \(last)")
        return cleared
    }

    /// A deposit came back. Refuses: E-PAY-006, E-PAY-007, and what the entry is refused with.
    @discardableResult
    public func reject(_ payment: PaymentID, reason: String, on date: CalendarDate) throws -> PaymentRejected {
        try EntryDraft.limit("reason", reason, PaymentRejected.reasonBytes.upperBound)
        let budget = try Budget(session)
        let rejected = PaymentRejected(
            on: date, payment, reason: reason, entry: try budget.journal.nextID(FiscalYear(of: date)))
        try budget.post(rejected, on: date, reference: payment.text, memo: reason)
        return rejected
    }

    // MARK: What there is

    /// One payment. Refuses: E-PAY-006.
    public func payment(_ id: PaymentID) throws -> PaymentRow { try tables.payment(id) }

    /// By number; of one state, of one grant.
    public func rows(state: PaymentState? = nil, grant: GrantID? = nil, limit: Int = .max) throws -> [PaymentRow] {
        var conditions = ["1 = 1"]
        var values: [SQLValue] = []
        if let state {
            conditions.append("state = ?")
            values.append(.text(state.rawValue))
        }
        if let grant {
            conditions.append("grant_number = ?")
            values.append(.integer(grant.number))
        }
        return try tables.rows(conditions.joined(separator: " AND "), values, limit: limit)
    }

    /// The payments of one run, by its record. Refuses: E-PAY-013.
    public func run(_ record: Int64) throws -> (issued: PaymentIssued, rows: [PaymentRow]) {
        guard (1...session.register.size).contains(record), let issued = try session.record(at: record) as? PaymentIssued
        else { throw PaymentError(.runUnknown, ["record": String(record), "fund": session.register.name]) }
        return (issued, try tables.rows("record = ?", [.integer(record)]))
    }

    /// What the bank has not told yet, for a statement to be matched with.
    public func outstanding() throws -> [OutstandingPayment] {
        try rows(state: .issued).map {
            OutstandingPayment(payment: $0.id.text, amount: $0.amount, issued: $0.issued)
        }
    }

    /// What the bank told before, cleared or sent back, of the payments that a statement may be about: those that its rows
    /// name, and those told on its days. By number.
    public func settled(about statement: BankStatement) throws -> [SettledPayment] {
        let named = StatementReading.payments(namedIn: statement, of: tables.fund)
        var rows = try named.flatMap { try tables.rows("number = ?", [.integer($0.number)]) }
        for day in Set(statement.rows.map(\.date)) { rows += try tables.rows("state_day = ?", [.integer(Int64(day.dayNumber))]) }
        let settled = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }.filter { $0.value.state != .issued }
        return settled.sorted { $0.key < $1.key }.map {
            SettledPayment(payment: $0.key.text, amount: $0.value.amount, state: $0.value.state, since: $0.value.stateDate)
        }
    }

    /// The subject of a recipient's bank details in force.
    public func bank(of recipient: String) throws -> String? { try tables.bank(of: recipient) }

    /// The bank details of a recipient that wait for a second person, the latest: the proposal and their subject.
    public func proposedBank(of recipient: String) throws -> (proposal: Int64, subject: String)? {
        try proposedBanks()[recipient]
    }

    /// The bank details that wait for a second person, by recipient, the latest of each.
    public func proposedBanks() throws -> [String: (proposal: Int64, subject: String)] {
        var found: [String: (proposal: Int64, subject: String)] = [:]
        for place in try session.openProposals() where place.kind == Proposed<BankSet>.kind {
            guard let proposed = try session.record(at: place.sequence) as? Proposed<BankSet> else { continue }
            found[proposed.subject.recipient] = (place.sequence, proposed.subject.subject)
        }
        return found
    }

    /// The payments of a run as a file for the bank says them: those that are neither cleared nor rejected. Personal
    /// information. Refuses: E-PAY-013, E-PAY-014, E-PAY-017, E-BNK-001 … E-BNK-003.
    public func bankPayments(ofRun record: Int64) throws -> [BankPayment] {
        let rows = try run(record).rows
        let open = rows.filter { $0.state == .issued }
        guard !open.isEmpty else {
            throw PaymentError(
                .nothingToSend,
                ["record": String(record), "fund": session.register.name, "payments": String(rows.count)])
        }
        return try open.map { row in
            let name = try payeeName(of: row.recipient)
            guard let name, let details = try BankDetails(values: session.values(of: row.bank), whose: row.recipient)
            else { throw PaymentError(.detailsErased, ["payment": row.id.text, "recipient": row.recipient]) }
            return BankPayment(
                payment: row.id.text, recipient: row.recipient, name: name, details: details, amount: row.amount)
        }
    }

    /// The name that a payee has, in the file for the bank too; nil where it is erased. Personal information of a person.
    func payeeName(of recipient: String) throws -> String? {
        switch try Recipients(session).recipient(recipient).name {
        case .name(let organisation): organisation
        case .subject(let subject): try session.values(of: subject)["name"]
        }
    }
}
