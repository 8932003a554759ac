import AuditTrail
import ReferenceData

/// `committee.seated/1`: a person takes a seat. FORMAT.md, section 20.3.
public struct CommitteeSeated: CommitteeRecord, Equatable {
    public static let kind = "committee.seated/1"
    public static let rules = KindRules.services(.coordinator, .admin)

    /// For whom a member sits; observers have no vote (seed 586-592).
    public enum Side: String, CaseIterable, Sendable { case employers, unions, observers }

    public let head: CommitteeHead
    public let seat: String
    public let side: Side
    public let subject: String
    public let organisation: String?
    /// Whether the member chairs for the side.
    public let isChair: Bool

    public init(
        _ head: CommitteeHead, seat: String, side: Side, subject: String, organisation: String? = nil,
        isChair: Bool = false
    ) {
        self.head = head
        self.seat = seat
        self.side = side
        self.subject = subject
        self.organisation = organisation
        self.isChair = isChair
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        isChair = try reader.flag("chair")
        head = try CommitteeHead(from: &reader)
        organisation = try reader.optionalText("organisation", bytes: ServiceGrammar.name)
        seat = try reader.string("seat", ServiceGrammar.isCode)
        side = try reader.word("side")
        subject = try reader.subject("subject")
    }

    public var own: [String: CanonicalValue?] {
        [
            "chair": .flag(isChair), "organisation": organisation.map { .text($0) }, "seat": .string(seat),
            "side": .string(side.rawValue), "subject": .string(subject),
        ]
    }

    /// Refuses: E-CSM-001, E-CSM-003 … E-CSM-005, E-LST-009, E-LST-020, E-LST-021.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireCommittee(committee)
        let facts = ["committee": committee, "seat": seat]
        let seats = try services.seats(of: committee)
        if let last = seats.last(where: { $0.seat == seat }) {
            guard let unseated = last.unseated else { throw CommitteeError(.seatFilled, facts) }
            guard head.date >= unseated else {
                throw CommitteeError(
                    .seatDateOrder, facts.merging(["date": head.date.iso, "last": unseated.iso]) { $1 })
            }
        }
        if isChair {
            guard side != .observers else { throw CommitteeError(.chairObserver, facts) }
            if let chair = seats.first(where: { $0.unseated == nil && $0.isChair && $0.side == side }) {
                throw CommitteeError(
                    .chairTaken, ["committee": committee, "side": side.rawValue, "seat": chair.seat])
            }
        }
        try services.requireSubject(subject)
        try services.requireDocuments(head.documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT INTO committee_seat (register, committee, seat, sequence, side, chair, subject, organisation, seated)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, services.register, .text(committee), .text(seat), .integer(sequence), .text(side.rawValue),
            .integer(isChair ? 1 : 0), .text(subject), .optional(organisation), .day(head.date))
    }
}

/// `committee.unseated/1`: a seat is empty again. FORMAT.md, section 20.3.
public struct CommitteeUnseated: CommitteeRecord, Equatable {
    public static let kind = "committee.unseated/1"
    public static let rules = KindRules.services(.coordinator, .admin)

    public let head: CommitteeHead
    public let seat: String

    public init(_ head: CommitteeHead, seat: String) {
        self.head = head
        self.seat = seat
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try CommitteeHead(from: &reader)
        seat = try reader.string("seat", ServiceGrammar.isCode)
    }

    public var own: [String: CanonicalValue?] { ["seat": .string(seat)] }

    /// Refuses: E-CSM-002, E-CSM-005, E-LST-009, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireCommittee(committee)
        let facts = ["committee": committee, "seat": seat]
        guard let last = try services.seats(of: committee).last(where: { $0.seat == seat }), last.unseated == nil else {
            throw CommitteeError(.seatEmpty, facts)
        }
        guard head.date >= last.seated else {
            throw CommitteeError(
                .seatDateOrder, facts.merging(["date": head.date.iso, "last": last.seated.iso]) { $1 })
        }
        try services.requireDocuments(head.documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            UPDATE committee_seat SET unseated = ? WHERE register = ? AND committee = ? AND seat = ? AND unseated IS NULL
            """, .day(head.date), services.register, .text(committee), .text(seat))
    }
}
