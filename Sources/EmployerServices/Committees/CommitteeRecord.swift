import AuditTrail
import ReferenceData

/// What every record of a sector committee says. FORMAT.md, section 20.1.
public struct CommitteeHead: Sendable, Equatable {
    public let committee: String
    public let date: CalendarDate
    public let documents: [String]

    public init(_ committee: String, on date: CalendarDate, documents: [String] = []) {
        self.committee = committee
        self.date = date
        self.documents = documents.sorted()
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        committee = try reader.slug("committee")
        date = try reader.day("date")
        documents = try reader.documents()
    }
}

/// A record of a sector committee: its coordinators write it. FORMAT.md, section 20.3.
public protocol CommitteeRecord: ServiceRecord {
    var head: CommitteeHead { get }
    /// Its members but those of the head.
    var own: [String: CanonicalValue?] { get }
}

extension CommitteeRecord {
    public var committee: String { head.committee }

    public var members: [String: CanonicalValue?] {
        own.merging([
            "committee": .string(head.committee), "date": .day(head.date), "documents": .documents(head.documents),
        ]) { $1 }
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { .committee(head.committee) }
}
