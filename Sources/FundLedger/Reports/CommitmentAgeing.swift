import AuditTrail
import ReferenceData
import Storage

/// What is committed and not yet spent or let go, by age, and what is bound for later years. All in cents.
public struct CommitmentAgeing: Sendable, Equatable {
    /// Where a line comes from.
    public enum Source: String, CaseIterable, Sendable { case commitment, grant }

    /// A commitment of one year's budget, by itself or by a grant's agreement, with what is left of it.
    public struct Line: Sendable, Equatable {
        public let source: Source
        public let id: String
        public let year: FiscalYear
        public let envelope: String
        /// An organisation; empty where none is named.
        public let payee: String
        public let memo: String
        /// The effective date of its entry; of a grant, the day of the agreement.
        public let date: CalendarDate
        /// Days from that date to the day looked from.
        public let age: Int
        public let outstanding: Cents

        public var band: AgeBand { AgeBand(days: age) }
    }

    /// A contractual obligation of a later year, less what that year's commitments continued of it.
    public struct Later: Sendable, Equatable {
        public let source: Source
        public let id: String
        public let year: FiscalYear
        public let payee: String
        public let memo: String
        public let amount: Cents
    }

    /// What one band, or one later year, comes to.
    public struct Sum: Sendable, Equatable {
        public let count: Int
        public let amount: Cents
    }

    /// The day from which ages are counted.
    public let day: CalendarDate
    /// The oldest first.
    public let lines: [Line]
    /// By year, then by id.
    public let later: [Later]
    public let outstanding: Cents
    public let obligations: Cents
    public let bands: [AgeBand: Sum]
    public let laterYears: [(year: FiscalYear, sum: Sum)]

    /// Refuses: E-REF overflow.
    init(day: CalendarDate, lines: [Line], later: [Later]) throws {
        self.day = day
        self.lines = lines.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        self.later = later.sorted { ($0.year, $0.id) < ($1.year, $1.id) }
        outstanding = try .sum(lines.map(\.outstanding))
        obligations = try .sum(later.map(\.amount))
        bands = try Dictionary(grouping: lines, by: \.band).mapValues {
            Sum(count: $0.count, amount: try .sum($0.map(\.outstanding)))
        }
        laterYears = try Dictionary(grouping: later, by: \.year).sorted { $0.key < $1.key }.map {
            (year: $0.key, sum: Sum(count: $0.value.count, amount: try .sum($0.value.map(\.amount))))
        }
    }

    public func sum(of band: AgeBand) -> Sum { bands[band] ?? Sum(count: 0, amount: .zero) }

    public static func == (left: CommitmentAgeing, right: CommitmentAgeing) -> Bool {
        left.day == right.day && left.lines == right.lines && left.later == right.later
    }
}

extension FundReader {
    /// What is outstanding of the commitments and of the grants signed, of one year or of all, with its age on a day. Reads
    /// those that have something left, and no entry. Refuses: E-REF overflow.
    public func commitmentAgeing(_ year: FiscalYear?, on day: CalendarDate) throws -> CommitmentAgeing {
        var lines: [CommitmentAgeing.Line] = []
        var later: [CommitmentAgeing.Later] = []
        for (row, date) in try openCommitments(year) {
            let record = row.record
            if row.outstanding != 0 {
                lines.append(
                    .init(
                        source: .commitment, id: row.id.text, year: record.year, envelope: record.envelope,
                        payee: record.payee ?? "", memo: record.memo, date: date,
                        age: Int(day.dayNumber) - Int(date.dayNumber), outstanding: Cents(row.outstanding)))
            }
            for part in record.later {
                let left = part.amount - (row.continued[part.year] ?? 0)
                guard left != 0 else { continue }
                later.append(
                    .init(
                        source: .commitment, id: row.id.text, year: part.year, payee: record.payee ?? "",
                        memo: record.memo, amount: Cents(left)))
            }
        }
        let grants = try grantBindings(year, on: day)
        return try CommitmentAgeing(day: day, lines: lines + grants.lines, later: later + grants.later)
    }

    /// Those with something left of their year, or of a later one.
    private func openCommitments(_ year: FiscalYear?) throws -> [(CommitmentRow, CalendarDate)] {
        let numbers = EntryID.numbers
        let keys = try year.map { year in
            try [numbers.lowerBound, numbers.upperBound].map {
                SQLValue.integer(EntryKey.of(try EntryID(fund: fund, year: year, number: $0), register: session.register.number))
            }
        }
        let found = try session.connection.query(
            """
            SELECT commitment.id, entry.day FROM commitment JOIN entry ON entry.id = commitment.id
            WHERE commitment.register = ?\(keys == nil ? "" : " AND commitment.id BETWEEN ? AND ?")
                AND (amount_cents - spent_cents - released_cents <> 0 OR EXISTS (
                    SELECT 1 FROM commitment_later
                    WHERE commitment_later.commitment = commitment.id AND commitment_later.amount_cents > continued_cents))
            ORDER BY commitment.id
            """, [register] + (keys ?? [])
        ) { (try EntryKey.id($0.int(0), fund: fund), try CalendarDate(dayNumber: Int32(clamping: $0.int(1)))) }
        return try found.map { (try commitment($0.0), $0.1) }
    }
}
