import AuditTrail

/// `control.set/1`: an account becomes the control account of a use, once for ever. FORMAT.md, section 19.2.
public struct ControlSet: PartedRecord, Equatable {
    public static let kind = "control.set/1"
    public static let rules = KindRules(
        .roles([.financeOfficer, .admin]), registers: RegisterName.funds, verdict: .budgets)
    public static let parts: [VerdictName] = [.budgets]

    public let account: String
    public let use: ControlUse

    public init(account: String, use: ControlUse) {
        self.account = account
        self.use = use
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        account = try reader.string("account") { Account.isCode($0.utf8) }
        let text = try reader.string("use")
        guard let use = ControlUse(rawValue: text) else { throw reader.malformed("use", text) }
        self.use = use
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("account", account)
        try writer.member("kind", kind)
        try writer.member("use", use.rawValue)
        writer.endObject()
    }

    /// Refuses: E-CTL-001 … E-CTL-003; E-ACC-020, E-ACC-021 where the account takes no postings.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        let journal = try JournalWorkspace.of(session)
        let controls = try journal.controls()
        if let held = controls.account(of: use) {
            throw RegistryError(.controlUseSet, ["use": use.rawValue, "account": held])
        }
        let state = try journal.openAccount(account)
        guard state.line == use.line else {
            throw RegistryError(
                .controlLine,
                [
                    "use": use.rawValue, "account": account, "found": state.line?.rawValue ?? "-",
                    "expected": use.line.rawValue,
                ])
        }
        if let other = controls.use(of: account) {
            throw RegistryError(
                .controlAccountTaken, ["use": use.rawValue, "account": account, "other": other.rawValue])
        }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try JournalWorkspace.of(session).set(self, at: sequence)
    }
}
