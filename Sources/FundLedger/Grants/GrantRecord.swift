import AuditTrail
import ReferenceData

/// What every record of a grant says. FORMAT.md, section 19.1.
public struct GrantHead: Sendable, Equatable {
    public let grant: GrantID
    public let date: CalendarDate
    /// SHA-256 of documents known before, ascending.
    public var documents: [String] = []

    public init(_ grant: GrantID, on date: CalendarDate, documents: [String] = []) {
        self.grant = grant
        self.date = date
        self.documents = documents.sorted()
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        if reader.has("documents") {
            documents = try reader.strings("documents")
            let isOrdered = zip(documents, documents.dropFirst()).allSatisfy { $0 < $1 }
            guard (1...100).contains(documents.count), documents.allSatisfy({ Digest(hex: $0) != nil }), isOrdered else {
                throw reader.malformed("documents", String(documents.count))
            }
        }
        grant = try GrantID(parsing: reader.string("grant"))
    }
}

/// A record of a grant's life: an act with entries of its own. FORMAT.md, section 19.4.
public protocol GrantRecord: BudgetAct, LendingRecord {
    static var move: GrantMove { get }
    var head: GrantHead { get }
    /// Those that it binds, in order.
    var entryIDs: [EntryID] { get }
    /// Its members but `date`, `documents`, `grant` and `kind`.
    var members: [String: CanonicalValue?] { get }
    /// Texts with their bounds in bytes.
    var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { get }
}

extension GrantRecord {
    public static var kind: String { move.kind }
    public var grant: GrantID { head.grant }
    public var date: CalendarDate { head.date }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [] }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        var all = members.compactMapValues { $0 }
        all["date"] = .string(head.date.iso)
        if !head.documents.isEmpty { all["documents"] = .array(head.documents.map { .string($0) }) }
        all["grant"] = .string(head.grant.text)
        all["kind"] = .string(kind)
        try writer.write(CanonicalObject(all))
    }

    /// An approver's act lends its role to its entries.
    public var lendsTo: [String] {
        guard case .roles(let roles) = Self.rules.authority, roles.contains(.approver) else { return [] }
        return entryIDs.map(\.text)
    }

    /// Refuses: E-GRT-006, E-GRT-008.
    func judgeForm(in session: RegisterSession) throws {
        for (part, text, bytes) in texts where !bytes.contains(text.utf8.count) {
            throw GrantError(
                .textLength,
                [
                    "grant": grant.text, "part": part, "bytes": String(text.utf8.count),
                    "limit": String(bytes.upperBound),
                ])
        }
        for (index, document) in head.documents.enumerated() {
            guard index == 0 || head.documents[index - 1] < document, try session.knowsDocument(document) else {
                throw GrantError(.documentUnknown, ["document": document])
            }
        }
    }
}

/// A record that is a step.
public protocol GrantStepRecord: GrantRecord {
    var act: GrantAct { get }
    /// The payable that an offset takes from.
    var payable: Int64? { get }
    /// What the first record says of the grant.
    var opening: GrantOpening? { get }
    /// Refuses what neither the grant's figures nor its texts tell.
    func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws
}

extension GrantStepRecord {
    public var payable: Int64? { nil }
    public var opening: GrantOpening? { nil }
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {}

    var deed: GrantDeed { GrantDeed(grant: grant, date: date, act: act, payable: payable, opening: opening) }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        try judgeForm(in: session)
        try GrantWorkspace.of(session).judge(self, at: sequence)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let grants = try GrantWorkspace.of(session)
        try grants.take(grants.outcome(of: deed, at: sequence), at: sequence, of: self)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let grants = try GrantWorkspace.of(session)
        let outcome = try grants.outcome(of: deed, at: session.register.size + 1)
        return try grants.bound(outcome, to: entryIDs)
    }
}

/// What opens a grant.
public struct GrantOpening: Sendable, Equatable {
    public let program: String
    public let recipient: String
    public let title: String

    public init(program: String, recipient: String, title: String) {
        self.program = program
        self.recipient = recipient
        self.title = title
    }
}

/// What a step is to do, before its record has entries.
struct GrantDeed {
    let grant: GrantID
    let date: CalendarDate
    let act: GrantAct
    var payable: Int64?
    var opening: GrantOpening?
}

/// Who may write which step. FORMAT.md, section 19.1.
enum GrantRoles {
    static let officer = KindRules(.roles([.financeOfficer]), registers: RegisterName.funds, verdict: .budgets)
    static let approver = KindRules(.roles([.approver]), registers: RegisterName.funds, verdict: .budgets)
    static let either = KindRules(.roles([.financeOfficer, .approver]), registers: RegisterName.funds, verdict: .budgets)
    static let title = 1...200
    static let instrument = 1...200
    static let reason = 1...1000
    static let memo = 0...4000
    static let part = 1...4000
    static let source = 1...200
}
