import AuditTrail

/// `program.added/1`: a programme under which grants are given. FORMAT.md, section 19.3.
public struct ProgramAdded: PartedRecord, Equatable {
    /// Whether the government approved the norms of the programme (A-6.01 r. 6 s. 3).
    public enum Norms: String, CaseIterable, Sendable { case approved, none }

    public static let kind = "program.added/1"
    public static let rules = KindRules(.roles([.financeOfficer]), registers: RegisterName.funds, verdict: .budgets)
    public static let parts: [VerdictName] = [.budgets]
    public static let nameBytes = 1...200
    public static let citationBytes = 1...500

    public let program: String
    /// In French.
    public let name: String
    public let nameEnglish: String?
    /// The expense account of its grants.
    public let account: String
    public let norms: Norms
    /// The decision or article that founds it.
    public let citation: String

    public init(
        program: String, name: String, nameEnglish: String? = nil, account: String, norms: Norms, citation: String
    ) {
        self.program = program
        self.name = name
        self.nameEnglish = nameEnglish
        self.account = account
        self.norms = norms
        self.citation = citation
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        account = try reader.string("account") { Account.isCode($0.utf8) }
        citation = try reader.text("citation", bytes: Self.citationBytes)
        name = try reader.text("name", bytes: Self.nameBytes)
        nameEnglish = try reader.optionalText("name_en", bytes: Self.nameBytes)
        let text = try reader.string("norms")
        guard let norms = Norms(rawValue: text) else { throw reader.malformed("norms", text) }
        self.norms = norms
        program = try reader.string("program", EnvelopeCode.isValid)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("account", account)
        try writer.member("citation", citation)
        try writer.member("kind", kind)
        try writer.member("name", name)
        if let nameEnglish { try writer.member("name_en", nameEnglish) }
        try writer.member("norms", norms.rawValue)
        try writer.member("program", program)
        writer.endObject()
    }

    /// Refuses: E-PRG-001, E-PRG-003; E-ACC-020, E-ACC-021.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard try Programs(session).sequence(of: program) == nil else {
            throw RegistryError(.programKnown, ["program": program, "fund": session.register.name])
        }
        let state = try JournalWorkspace.of(session).openAccount(account)
        guard state.accountClass == .expense else {
            throw RegistryError(
                .programAccount, ["program": program, "account": account, "found": state.accountClass.rawValue])
        }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO program (register, code, sequence) VALUES (?, ?, ?)", .integer(session.register.number),
            .text(program), .integer(sequence))
    }
}
