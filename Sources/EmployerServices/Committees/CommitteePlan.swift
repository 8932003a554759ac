import AuditTrail
import ReferenceData
import Storage

/// `committee.planned/1`: a committee's plan of a fiscal year, set or set anew. FORMAT.md, section 20.3.
public struct CommitteePlanned: CommitteeRecord, Equatable {
    public static let kind = "committee.planned/1"
    public static let rules = KindRules.services(.coordinator)
    static let expectedBytes = 0...1000

    public struct Activity: Sendable, Equatable {
        public let activity: String
        public let title: String
        /// The results expected.
        public let expected: String

        public init(activity: String, title: String, expected: String = "") {
            self.activity = activity
            self.title = title
            self.expected = expected
        }
    }

    public let head: CommitteeHead
    public let year: FiscalYear
    /// None twice.
    public let activities: [Activity]

    public init(_ head: CommitteeHead, year: FiscalYear, activities: [Activity]) {
        self.head = head
        self.year = year
        self.activities = activities
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        activities = try reader.readers("activities").map { element in
            var element = element
            let activity = try element.string("activity", ServiceGrammar.isCode)
            let expected = try element.text("expected", bytes: Self.expectedBytes)
            let title = try element.text("title", bytes: ServiceGrammar.name)
            try element.finish()
            return Activity(activity: activity, title: title, expected: expected)
        }
        head = try CommitteeHead(from: &reader)
        year = try FiscalYear(parsing: reader.string("year"))
        guard (1...200).contains(activities.count), Set(activities.map(\.activity)).count == activities.count else {
            throw reader.malformed("activities", String(activities.count))
        }
    }

    public var own: [String: CanonicalValue?] {
        [
            "activities": .array(
                activities.map {
                    ["activity": .string($0.activity), "expected": .text($0.expected), "title": .text($0.title)]
                }), "year": .string(year.text),
        ]
    }

    /// Refuses: E-CSM-006, E-LST-009, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireCommittee(committee)
        let kept = Set(activities.map(\.activity))
        for known in try services.activities(of: committee, in: year)
        where known.reported != nil && !kept.contains(known.activity) {
            throw CommitteeError(
                .activityReported, ["committee": committee, "year": year.text, "activity": known.activity])
        }
        try services.requireDocuments(head.documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        let (place, start) = (SQLValue.text(committee), SQLValue.integer(Int64(year.startYear)))
        try services.connection.run(
            """
            DELETE FROM committee_activity WHERE register = ? AND committee = ? AND year = ? AND reported IS NULL
            """, services.register, place, start)
        for activity in activities {
            try services.connection.run(
                """
                INSERT INTO committee_activity (register, committee, year, activity, planned) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (register, committee, year, activity) DO UPDATE SET planned = excluded.planned
                """, services.register, place, start, .text(activity.activity), .integer(sequence))
        }
    }
}

/// `committee.reported/1`: what became of an activity of the plan. FORMAT.md, section 20.3.
public struct CommitteeReported: CommitteeRecord, Equatable {
    public static let kind = "committee.reported/1"
    public static let rules = KindRules.services(.coordinator)
    public static let resultBytes = 1...2000

    public enum State: String, CaseIterable, Sendable {
        case underWay = "under-way"
        case done, abandoned
    }

    public let head: CommitteeHead
    public let year: FiscalYear
    public let activity: String
    public let state: State
    public let result: String

    public init(_ head: CommitteeHead, year: FiscalYear, activity: String, state: State, result: String) {
        self.head = head
        self.year = year
        self.activity = activity
        self.state = state
        self.result = result
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        activity = try reader.string("activity", ServiceGrammar.isCode)
        head = try CommitteeHead(from: &reader)
        result = try reader.text("result", bytes: Self.resultBytes)
        state = try reader.word("state")
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public var own: [String: CanonicalValue?] {
        [
            "activity": .string(activity), "result": .text(result), "state": .string(state.rawValue),
            "year": .string(year.text),
        ]
    }

    /// Refuses: E-CSM-007, E-CSM-008, E-LST-009, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireCommittee(committee)
        var facts = ["committee": committee, "year": year.text, "activity": activity]
        let planned = try services.activities(of: committee, in: year)
        guard let known = planned.first(where: { $0.activity == activity }) else {
            facts["nearest"] = FoldedText.nearest(to: activity, among: planned.map(\.activity)) ?? ""
            throw CommitteeError(.activityUnknown, facts)
        }
        if let state = known.state, state != .underWay {
            facts["state"] = state.rawValue
            throw CommitteeError(.activityFinished, facts)
        }
        try services.requireDocuments(head.documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            UPDATE committee_activity SET state = ?, reported = ?
            WHERE register = ? AND committee = ? AND year = ? AND activity = ?
            """, .text(state.rawValue), .integer(sequence), services.register, .text(committee),
            .integer(Int64(year.startYear)), .text(activity))
    }
}
