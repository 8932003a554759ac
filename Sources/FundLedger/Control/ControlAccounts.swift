import AuditTrail
import Storage

/// The control accounts of a fund, both ways. FORMAT.md, section 19.2.
public struct ControlAccounts: Sendable, Equatable {
    private var accounts: [ControlUse: String] = [:]
    private var uses: [String: ControlUse] = [:]

    public var isEmpty: Bool { accounts.isEmpty }

    /// The account of a use, nil while it is not set.
    public func account(of use: ControlUse) -> String? { accounts[use] }

    /// The use of an account, nil where it has none.
    public func use(of account: String) -> ControlUse? { uses[account] }

    mutating func set(_ use: ControlUse, _ account: String) {
        accounts[use] = account
        uses[account] = use
    }
}

extension JournalWorkspace {
    /// The control accounts, read once.
    func controls() throws -> ControlAccounts {
        if let keptControls { return keptControls }
        var controls = ControlAccounts()
        try session.connection.forEach(
            "SELECT purpose, account FROM control_account WHERE register = ?", [.integer(session.register.number)]
        ) { if let use = ControlUse(rawValue: $0.string(0)) { controls.set(use, $0.string(1)) } }
        keptControls = controls
        return controls
    }

    func set(_ control: ControlSet, at sequence: Int64) throws {
        var controls = try self.controls()
        controls.set(control.use, control.account)
        keptControls = controls
        try session.connection.run(
            "INSERT INTO control_account (register, purpose, account, sequence) VALUES (?, ?, ?, ?)",
            .integer(session.register.number), .text(control.use.rawValue), .text(control.account), .integer(sequence))
    }

    /// The account of a use. Refuses: E-CTL-004.
    func controlAccount(_ use: ControlUse) throws -> String {
        guard let account = try controls().account(of: use) else {
            throw RegistryError(
                .controlUseMissing, ["use": use.rawValue, "line": use.line.rawValue, "fund": fund.rawValue])
        }
        return account
    }

    /// Refuses: E-CTL-005 for an entry of no act that posts to an account whose balance a sub-ledger explains.
    func requireNoControlAccount(_ entry: JournalEntry) throws {
        let controls = try self.controls()
        guard !controls.isEmpty else { return }
        for posting in entry.postings {
            guard let use = controls.use(of: posting.account), use.isClosed else { continue }
            throw RegistryError(
                .controlAccountPosted,
                ["account": posting.account, "use": use.rawValue, "amount_cents": posting.amount.canonical])
        }
    }
}

extension FundReader {
    /// The control accounts of the fund.
    public func controls() throws -> ControlAccounts { try JournalWorkspace.of(session).controls() }
}

extension Journal {
    /// Sets the control accounts of the template that the fund has and that are not set: what the first programme, levy or
    /// fee needs. Refuses: E-CTL codes.
    public func setTemplateControls(_ uses: [ControlUse] = ControlUse.allCases) throws {
        for use in uses where try workspace.controls().account(of: use) == nil {
            var code = use.templateAccount
            if use == .restricted, fund == .fnf { code = "3110" }
            guard try workspace.controls().use(of: code) == nil, let state = try workspace.account(code), state.isOpen,
                state.line == use.line
            else { continue }
            try session.append(ControlSet(account: code, use: use))
        }
    }
}
