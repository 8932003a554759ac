import AuditTrail
import Storage

/// `account.opened/1`. FORMAT.md, section 9.
public struct AccountOpened: Record {
    public static let kind = "account.opened/1"
    public static let rules = KindRules(
        .roles([.financeOfficer, .admin]), registers: RegisterName.funds, verdict: .books)

    public let account: Account
    /// Why the line read is none of the class: a fault of the books, not of the record's form.
    private let lineRefusal: LedgerError?

    public init(_ account: Account) {
        self.account = account
        lineRefusal = nil
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let code = try reader.string("account")
        let accountClass = try reader.string("class")
        let line = try reader.optionalText("line", bytes: 1...64)
        let name = try reader.text("name", bytes: 1...200)
        let english = try reader.optionalText("name_en", bytes: 1...200)
        let bare = try Account(
            code: code, name: name, nameEnglish: english, class: AccountClass(parsing: accountClass))
        do {
            account = try Account(
                code: code, name: name, nameEnglish: english, class: bare.accountClass,
                line: line.map { try StatementLine(parsing: $0, for: bare.accountClass) })
            lineRefusal = nil
        } catch let refusal as LedgerError {
            account = bare
            lineRefusal = refusal
        }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("account", account.code)
        try writer.member("class", account.accountClass.rawValue)
        try writer.member("kind", kind)
        if let line = account.line { try writer.member("line", line.rawValue) }
        try writer.member("name", account.name)
        if let english = account.nameEnglish { try writer.member("name_en", english) }
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        if let lineRefusal { throw lineRefusal }
        guard try JournalWorkspace.of(session).account(account.code) == nil else {
            throw LedgerError(.accountKnown, ["account": account.code, "fund": session.register.name])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try JournalWorkspace.of(session).open(account, at: sequence)
    }
}

/// `account.closed/1`: nothing posts to the account after. FORMAT.md, section 9.
///
/// A control account is not closed: that part of its rules is of *budgets*.
public struct AccountClosed: PartedRecord {
    public static let kind = "account.closed/1"
    public static let rules = AccountOpened.rules
    public static let parts: [VerdictName] = [.books, .budgets]

    public let account: String

    public init(account: String) {
        self.account = account
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        account = try reader.string("account") { Account.isCode($0.utf8) }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("account", account)
        try writer.member("kind", kind)
        writer.endObject()
    }

    /// Refuses: E-ACC-020, E-ACC-021, E-ACC-023; E-CTL-006.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        let journal = try JournalWorkspace.of(session)
        guard part == .books else {
            guard let use = try journal.controls().use(of: account) else { return }
            throw RegistryError(.controlAccountClosed, ["account": account, "use": use.rawValue])
        }
        let state = try journal.openAccount(account)
        guard state.balance == 0 else {
            throw LedgerError(
                .accountHasBalance, ["account": account, "balance_cents": String(state.balance)])
        }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .books { try JournalWorkspace.of(session).close(account, at: sequence) }
    }
}
