/// One kind of record: what its line says, who may write it, when it is lawful, what it changes.
///
/// The same type judges a record when it is appended and when an auditor's copy is replayed, so that nothing is
/// accepted which a verifier would refuse. FORMAT.md, section 4, has the table of kinds.
public protocol Record: Sendable {
    /// The kind with its version: `entry.posted/1`.
    static var kind: String { get }
    /// Who may write it, where, and which verdict its rules belong to.
    static var rules: KindRules { get }

    /// Reads the members but `kind`. Refuses: E-REC-006 … E-REC-009, and E-AUD-001 for a value outside its grammar.
    init(from reader: inout CanonicalObject.Reader) throws
    /// Writes the whole line. `kind` is given because a proposal has the members of what it proposes.
    func write(into writer: inout CanonicalWriter, kind: String) throws
    /// Refuses what the state does not allow. Changes nothing.
    func judge(in session: RegisterSession, at sequence: Int64) throws
    /// Updates the projections. Called only after `judge` let the record pass.
    func apply(in session: RegisterSession, at sequence: Int64) throws
}

/// A record that can be taken out of the state by `record.annulled/1`.
public protocol AnnullableRecord: Record {
    /// Refuses, by the rules of a verdict, where other records depend on this one.
    func judgeAnnulment(_ part: VerdictName, in session: RegisterSession, of sequence: Int64) throws
    /// Undoes `apply` of that part.
    func annul(_ part: VerdictName, in session: RegisterSession, of sequence: Int64, at annulment: Int64) throws
}

/// A record whose roles serve for others that it names, which follow it in its batch. FORMAT.md, section 6.
public protocol LendingRecord: Record {
    var lendsTo: [String] { get }
}

/// A record that may be lent another one's roles.
public protocol BorrowingRecord: Record {
    /// What a lender calls it.
    var lentName: String { get }
}

/// Who may write a kind, in which registers, and the verdict that a breach of its rules fails.
public struct KindRules: Sendable {
    public enum Authority: Sendable {
        /// Judged by the record itself: genesis, founders, recovery.
        case special
        /// Any person who holds a role.
        case anyRole
        /// One of these roles.
        case roles(Set<Role>)
    }

    public let authority: Authority
    /// Names of the registers that take the kind; nil for all.
    public let registers: Set<String>?
    public let verdict: VerdictName

    public init(_ authority: Authority, registers: Set<String>? = nil, verdict: VerdictName = .authorship) {
        self.authority = authority
        self.registers = registers
        self.verdict = verdict
    }

    /// The same rules, without one of the roles.
    func without(_ role: Role) -> KindRules {
        guard case .roles(let roles) = authority else { return self }
        return KindRules(.roles(roles.subtracting([role])), registers: registers, verdict: verdict)
    }
}
