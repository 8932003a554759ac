import AuditTrail
import ReferenceData

/// `payment.issued/1`: a run of payments goes to the bank. FORMAT.md, section 19.5.
public struct PaymentIssued: TwoPersonAct, Equatable {
    /// What is paid of one payable: all that is left of it.
    public struct Item: Sendable, Equatable {
        /// The sequence of the payable.
        public let payable: Int64
        /// Cents.
        public let amount: Int64
        /// The subject of the bank details that the money goes to.
        public let bank: String

        public init(payable: Int64, amount: Int64, bank: String) {
            self.payable = payable
            self.amount = amount
            self.bank = bank
        }
    }

    public static let kind = "payment.issued/1"
    public static let rules = KindRules(
        .roles([.financeOfficer, .approver]), registers: RegisterName.funds, verdict: .budgets)
    public static let givenWhenDone: Set<String> = ["entry", "first"]
    public static let itemCounts = 1...5000

    public let date: CalendarDate
    /// Ascending by payable.
    public let items: [Item]
    /// The entry and the number of the first payment; nil in a proposal.
    public let entry: EntryID?
    public let first: PaymentID?
    public var consent: Consent

    public init(
        on date: CalendarDate, _ items: [Item], entry: EntryID? = nil, first: PaymentID? = nil, consent: Consent = .none
    ) {
        self.date = date
        self.items = items
        self.entry = entry
        self.first = first
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        first = try PaymentID(parsing: reader.string("first"))
        items = try Self.items(from: &reader)
        consent = .proposal(try reader.count("proposal", least: 1))
    }

    public init(proposedFrom reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        entry = nil
        first = nil
        items = try Self.items(from: &reader)
        consent = .none
    }

    private static func items(from reader: inout CanonicalObject.Reader) throws -> [Item] {
        let items = try reader.readers("items").map { item in
            var item = item
            let read = Item(
                payable: try item.count("payable", least: 1), amount: try item.count("amount", least: 1),
                bank: try item.string("bank") { Grammar.isHex($0, digits: 32) })
            try item.finish()
            return read
        }
        let isOrdered = zip(items, items.dropFirst()).allSatisfy { $0.payable < $1.payable }
        guard itemCounts.contains(items.count), isOrdered else { throw reader.malformed("items", String(items.count)) }
        return items
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("date", date.iso)
        if let entry { try writer.member("entry", entry.text) }
        if let first { try writer.member("first", first.text) }
        writer.name("items")
        writer.beginArray()
        for item in items {
            writer.beginObject()
            writer.member("amount", item.amount)
            try writer.member("bank", item.bank)
            writer.member("payable", item.payable)
            writer.endObject()
        }
        writer.endArray()
        try writer.member("kind", kind)
        consent.writeProposal(into: &writer)
        writer.endObject()
    }

    /// The payments that it makes, each with its item; none in a proposal.
    public func payments() throws -> [(id: PaymentID, item: Item)] {
        guard let first else { return [] }
        return try items.enumerated().map { place, item in
            (try PaymentID(fund: first.fund, number: first.number + Int64(place)), item)
        }
    }

    /// Refuses: E-GRT-047, E-PAY-001 … E-PAY-005, E-PAY-018.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let (grants, table) = (try GrantWorkspace.of(session), try PaymentTables(session))
        for item in items {
            let payable = try grants.payable(item.payable)
            try require(item, isAllOf: payable)
            try table.requireBank(item.bank, of: payable)
        }
        _ = try total()
        guard let first else { return }
        let next = try table.nextID()
        guard first == next else {
            throw PaymentError(.paymentNumber, ["found": first.text, "expected": next.text])
        }
    }

    /// Refuses: E-PAY-001, E-PAY-002, E-PAY-018.
    private func require(_ item: Item, isAllOf payable: GrantPayable) throws {
        let named = ["payable": String(item.payable), "grant": payable.grant.text]
        guard payable.left > 0 else {
            throw PaymentError(
                .payableSettled,
                named.merging([
                    "amount_cents": String(payable.amount), "paid_cents": String(payable.paid),
                    "offset_cents": String(payable.offset),
                ]) { $1 })
        }
        guard item.amount == payable.left else {
            throw PaymentError(
                .itemAmount,
                named.merging(["asked_cents": String(item.amount), "left_cents": String(payable.left)]) { $1 })
        }
        guard date >= payable.date else {
            throw PaymentError(
                .paidBeforePayable, named.merging(["date": date.iso, "expected": payable.date.iso]) { $1 })
        }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let (grants, table) = (try GrantWorkspace.of(session), try PaymentTables(session))
        for (id, item) in try payments() {
            let payable = try grants.payable(item.payable)
            try grants.pay(item.amount, of: item.payable, at: sequence, on: date)
            try table.insert(id, item, of: payable, on: date, at: sequence)
        }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        guard let entry else { return [] }
        return [try PaymentEntry.bound(entry, total(), on: date, debit: .payable, credit: .transit, in: session)]
    }

    /// Cents. Refuses: E-REF-003.
    public func total() throws -> Cents { try Cents.sum(items.map { Cents($0.amount) }) }

    public func completed(in session: RegisterSession) throws -> PaymentIssued {
        PaymentIssued(
            on: date, items, entry: try Journal(session).nextID(FiscalYear(of: date)),
            first: try PaymentTables(session).nextID())
    }

    public func words(in session: RegisterSession) throws -> (reference: String, memo: String) {
        guard let first = try payments().first?.id.text, let last = try payments().last?.id.text else { return ("", "") }
        return (first, first == last ? first : "\(first) … \(last)")
    }
}
