import ReferenceData

/// The public forms that a register of grants can take. docs/public-grants.en.md says what each column holds.
public enum GrantPublicationFormat: String, CaseIterable, Sendable {
    /// Spreadsheet titles of the 360Giving Data Standard.
    case threeSixtyGiving = "360giving"
    /// The federal template of the proactive publication of grants and contributions.
    case federal
}

/// Gives a fund's register of grants in a public form, row by row, in memory that does not grow with it.
///
/// What names a person is never given; what the register does not know is blank.
public struct GrantPublication {
    /// One field of a row, not formatted yet.
    public enum Value: Sendable, Equatable {
        case blank
        case text(String)
        case date(CalendarDate)
        /// Cents.
        case amount(Int64)
        case number(Int64)
    }

    /// Who publishes.
    public struct Publisher: Sendable {
        /// The fund's name.
        public let name: String
        /// What 360Giving gives its publishers to put before their identifiers, as `360G-example`.
        public let prefix: String?

        public init(name: String, prefix: String? = nil) {
            self.name = name
            self.prefix = prefix
        }

        /// Letters, digits, `.`, `_` and `-`, at most 60.
        public static func isPrefix(_ text: String) -> Bool { RecipientID.isValid("X-" + text) }
    }

    public let format: GrantPublicationFormat
    /// Grants awarded in the year; of the federal form agreements and amendments signed in it.
    public let year: FiscalYear?
    public let publisher: Publisher

    public init(_ format: GrantPublicationFormat, year: FiscalYear? = nil, publisher: Publisher) {
        self.format = format
        self.year = year
        self.publisher = publisher
    }

    public var columns: [String] {
        switch format {
        case .threeSixtyGiving: ThreeSixtyGivingRow.columns
        case .federal: FederalGrantRow.columns
        }
    }

    /// Gives each row, as many values as there are columns, by the grants' numbers. Returns how many rows.
    public func forEachRow(_ reader: FundReader, _ body: ([Value]) throws -> Void) throws -> Int64 {
        var count: Int64 = 0
        func give(_ values: [String: Value], on date: CalendarDate) throws {
            if let year, !year.contains(date) { return }
            try body(columns.map { values[$0] ?? .blank })
            count += 1
        }
        try reader.forEachPublishedGrant { grant in
            switch format {
            case .threeSixtyGiving:
                // What is cancelled is awarded no more, but for what was paid of it.
                guard grant.row.stage != .cancelled || grant.row.figures.paid > 0 else { return }
                try give(ThreeSixtyGivingRow(grant, publisher).values, on: grant.awarded)
            case .federal:
                for version in grant.versions {
                    try give(FederalGrantRow(grant, version).values, on: version.date)
                }
            }
        }
        return count
    }
}

extension GrantPublication.Value {
    /// A text; blank where it is empty or nil.
    static func of(_ text: String?) -> Self { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank }
    static func of(_ date: CalendarDate?) -> Self { date.map { .date($0) } ?? .blank }
}
