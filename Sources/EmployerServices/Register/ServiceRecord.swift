import AuditTrail
import ReferenceData
import Storage

/// A record of FORMAT.md, section 20: its scope belongs to *authorship*, everything else to *figures*. The same code judges
/// it when it is appended and when an auditor replays it.
public protocol ServiceRecord: PartedRecord {
    /// Its members but `kind`; those that are nil are left out.
    var members: [String: CanonicalValue?] { get }
    /// What its writer must hold, as the register stands before it; nil where nothing is needed beyond the role, and where
    /// it names what does not stand.
    func scope(with services: ServicesReader) throws -> ScopeNeed?
    /// The last of the days on which it says that something was so: none is after the seal's. FORMAT.md, section 20.1.
    var lastDay: CalendarDate? { get }
    /// Refuses what the state does not allow. Changes nothing.
    func judge(with services: ServicesReader, at sequence: Int64) throws
    /// Updates the tables.
    func apply(with services: ServicesReader, at sequence: Int64) throws
}

/// A record that an import may bring: the kinds marked ¹ in FORMAT.md, section 20.1.
public protocol IntakeRecord: ServiceRecord {
    var intake: IntakeMark? { get }
}

extension ServiceRecord {
    public static var parts: [VerdictName] { [.authorship, .figures] }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { nil }

    public var lastDay: CalendarDate? {
        guard case .string(let date)? = members["date"] ?? nil else { return nil }
        return try? CalendarDate(iso: date)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        var all = members.compactMapValues { $0 }
        all["kind"] = .string(kind)
        if let mark = (self as? any IntakeRecord)?.intake {
            if let row = mark.row { all["row"] = .integer(row) }
            if let source = mark.source { all["source"] = .text(source) }
        }
        try writer.write(CanonicalObject(all))
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        let services = ServicesReader(session)
        if part == .authorship { return try ServicesScope.judge(self, with: services, at: sequence) }
        try ServiceWorkspace.of(session).judge(self, with: services)
        try judge(with: services, at: sequence)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .figures else { return }
        let services = ServicesReader(session)
        try apply(with: services, at: sequence)
        try ServiceWorkspace.of(session).take(self, at: sequence, with: services)
    }
}

extension CanonicalValue {
    /// DOCS, left out where there are none.
    public static func documents(_ hashes: [String]) -> CanonicalValue? {
        hashes.isEmpty ? nil : .array(hashes.map { .string($0) })
    }

    /// A day.
    public static func day(_ date: CalendarDate) -> CanonicalValue { .string(date.iso) }

    /// `yes`, left out where it is not so.
    public static func flag(_ isSo: Bool) -> CanonicalValue? { isSo ? .string("yes") : nil }
}

extension KindRules {
    /// A kind of the register of employers, judged by *figures*, that one of these roles may write.
    public static func services(_ roles: Role...) -> KindRules {
        KindRules(.roles(Set(roles)), registers: [RegisterName.employers], verdict: .figures)
    }
}
