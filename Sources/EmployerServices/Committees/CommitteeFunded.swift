import AuditTrail
import ReferenceData

/// `committee.funded/1`: a grant of either fund pays for a committee. FORMAT.md, section 20.3.
public struct CommitteeFunded: CommitteeRecord, Equatable {
    public static let kind = "committee.funded/1"
    public static let rules = KindRules.services(.coordinator, .admin)

    public let head: CommitteeHead
    public let grant: GrantID

    public init(_ head: CommitteeHead, grant: GrantID) {
        self.head = head
        self.grant = grant
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try CommitteeHead(from: &reader)
        grant = try GrantID(parsing: reader.string("grant"))
    }

    public var own: [String: CanonicalValue?] { ["grant": .string(grant.text)] }

    /// Refuses: E-CSM-009, E-LST-009, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireCommittee(committee)
        guard try !services.grants(of: committee).contains(grant.text) else {
            throw CommitteeError(.grantKnown, ["committee": committee, "grant": grant.text])
        }
        try services.requireDocuments(head.documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT INTO committee_grant (register, committee, grant_id, sequence) VALUES (?, ?, ?, ?)", services.register,
            .text(committee), .text(grant.text), .integer(sequence))
    }
}
