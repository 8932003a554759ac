import AuditTrail
import ReferenceData

/// An act of section 19 that one person proposes and an approver lets happen, with the entry that follows it. FORMAT.md,
/// sections 7 and 19.
///
/// Its entry is given when it is done: `entry` is nil in a proposal alone.
public protocol TwoPersonAct: TwoPersonRecord, BudgetAct, LendingRecord {
    var entry: EntryID? { get }
    var date: CalendarDate { get }
    /// The reference and the memo of its entry.
    func words(in session: RegisterSession) throws -> (reference: String, memo: String)
}

extension TwoPersonAct {
    public static var second: Role { .approver }

    /// Who approves appends its entry too.
    public var lendsTo: [String] { entry.map { [$0.text] } ?? [] }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        try judgeAct(in: session, at: sequence)
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try apply(part, in: session, at: sequence) }
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try judge(part, in: session, at: sequence) }
        try judgeConsent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try applyContent(in: session, at: sequence)
        try applyConsent(in: session, at: sequence)
    }

    /// The act, and the entry that it binds after it.
    public func appendDone(in session: RegisterSession) throws -> Int64 {
        let sequence = session.register.size + 1
        let words = try words(in: session)
        try Budget(session).post(self, on: date, reference: words.reference, memo: words.memo)
        return sequence
    }
}
