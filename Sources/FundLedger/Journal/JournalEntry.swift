import AuditTrail
import ReferenceData

/// `entry.posted/1`: a balanced act in the books of one fund. FORMAT.md, section 9.
public struct JournalEntry: Sendable, Equatable {
    /// The other half of a movement between funds.
    public struct Pair: Hashable, Sendable {
        public let entry: EntryID
        /// Id of the register that holds it.
        public let register: Digest

        public init(entry: EntryID, register: Digest) {
            self.entry = entry
            self.register = register
        }
    }

    /// Gapless per fund and fiscal year of the period.
    public let id: EntryID
    /// The effective date.
    public let date: CalendarDate
    /// The posting period: what statements read.
    public let period: PeriodID
    /// At most 200 bytes.
    public let reference: String
    /// At most 4 000 bytes.
    public let memo: String
    /// 2 to 10 000.
    public let postings: [Posting]
    public var reverses: EntryID?
    /// Why it reverses another; with `reverses` only.
    public var reason: String?
    public var pair: Pair?
    /// SHA-256 of documents known before, ascending.
    public var documents: [String] = []
    /// Line of the imported file where its row begins.
    public var row: Int64?
    /// What the imported file calls it, unique in the fund.
    public var source: String?

    public init(
        id: EntryID, date: CalendarDate, period: PeriodID, reference: String, memo: String, postings: [Posting]
    ) {
        self.id = id
        self.date = date
        self.period = period
        self.reference = reference
        self.memo = memo
        self.postings = postings
    }
}

extension JournalEntry: BorrowingRecord {
    /// A transfer that is posted lends its roles to the entries that it names.
    public var lentName: String { id.text }
}

extension JournalEntry: AnnullableRecord, PartedRecord {
    public static let kind = "entry.posted/1"
    public static let rules = KindRules(.roles([.financeOfficer]), registers: RegisterName.funds, verdict: .books)
    public static let parts: [VerdictName] = [.books, .budgets]

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        documents = try reader.has("documents") ? reader.strings("documents") : []
        guard documents.count <= 100, documents.allSatisfy({ Digest(hex: $0) != nil }),
            !reader.has("documents") || !documents.isEmpty
        else { throw reader.malformed("documents", String(documents.count)) }
        id = try EntryID(parsing: reader.string("entry"))
        memo = try reader.text("memo", bytes: 0...EntryLimits.memoBytes)
        if reader.has("pair") {
            var inner = try reader.reader("pair")
            pair = Pair(
                entry: try EntryID(parsing: inner.string("entry")), register: try inner.digest("register"))
            try inner.finish()
        }
        period = try PeriodID(parsing: reader.string("period"))
        postings = try reader.readers("postings").map { item in
            var item = item
            let account = try item.string("account")
            let amount = try item.integer("amount")
            let envelope = try item.optionalText("envelope", bytes: 1...64)
            try item.finish()
            guard Account.isCode(account.utf8) else { throw item.malformed("account", account) }
            return Posting(account: account, amount: Cents(amount), envelope: envelope)
        }
        guard EntryLimits.postings.contains(postings.count) else {
            throw reader.malformed("postings", String(postings.count))
        }
        reason = try reader.optionalText("reason", bytes: 1...EntryLimits.reasonBytes)
        reference = try reader.text("reference", bytes: 0...EntryLimits.referenceBytes)
        reverses = try reader.optionalString("reverses").map { try EntryID(parsing: $0) }
        row = try reader.has("row") ? reader.count("row") : nil
        source = try reader.optionalText("source", bytes: 1...EntryLimits.sourceBytes)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("date", date.iso)
        if !documents.isEmpty {
            writer.name("documents")
            writer.beginArray()
            for document in documents { try writer.string(document) }
            writer.endArray()
        }
        try writer.member("entry", id.text)
        try writer.member("kind", kind)
        try writer.member("memo", memo)
        if let pair {
            writer.name("pair")
            writer.beginObject()
            try writer.member("entry", pair.entry.text)
            try writer.member("register", pair.register.hex)
            writer.endObject()
        }
        try writer.member("period", period.text)
        writer.name("postings")
        writer.beginArray()
        for posting in postings {
            writer.beginObject()
            try writer.member("account", posting.account)
            writer.member("amount", posting.amount.value)
            if let envelope = posting.envelope { try writer.member("envelope", envelope) }
            writer.endObject()
        }
        writer.endArray()
        if let reason { try writer.member("reason", reason) }
        try writer.member("reference", reference)
        if let reverses { try writer.member("reverses", reverses.text) }
        if let row { writer.member("row", row) }
        if let source { try writer.member("source", source) }
        writer.endObject()
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        let journal = try JournalWorkspace.of(session)
        guard part == .budgets else { return try journal.judge(self) }
        try journal.budgets(for: self)?.judge(self, at: sequence)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        let journal = try JournalWorkspace.of(session)
        guard part == .budgets else { return try journal.post(self, at: sequence) }
        try journal.budgets(for: self)?.post(self, at: sequence)
    }

    public func judgeAnnulment(_ part: VerdictName, in session: RegisterSession, of sequence: Int64) throws {
        let journal = try JournalWorkspace.of(session)
        guard part == .budgets else { return try journal.judgeAnnulment(of: self) }
        try journal.budgets(for: self)?.judgeAnnulment(of: self)
    }

    public func annul(
        _ part: VerdictName, in session: RegisterSession, of sequence: Int64, at annulment: Int64
    ) throws {
        let journal = try JournalWorkspace.of(session)
        guard part == .budgets else { return try journal.annul(self, at: annulment) }
        try journal.budgets(for: self)?.annul(self)
    }
}

/// Bounds of an entry. FORMAT.md, sections 4 and 13.
public enum EntryLimits {
    public static let postings = 2...10_000
    public static let memoBytes = 4_000
    public static let referenceBytes = 200
    public static let reasonBytes = 1_000
    public static let sourceBytes = 200
}
