import AuditTrail
import ReferenceData
import Storage

/// What the register of employers keeps during a batch: the import that ends it, the slip that begins it, the scopes that
/// were asked for. FORMAT.md, sections 20.1, 20.2, 20.7.
public final class ServiceWorkspace: BatchWorkspace {
    /// Records of the kinds that an import may bring, in the batch under way.
    private var brought: Int64 = 0
    /// The first of them that names its row.
    private var firstMarked: Int64?
    /// The record that says what the batch was imported from.
    private var intake: Int64?
    private var scopes: Set<ScopeAsked> = []
    /// The records whose last day is later than that of all before them in the batch.
    private var latest: [(day: CalendarDate, sequence: Int64)] = []
    /// The author of the slip that the batch under way receives; nil where it receives none.
    public var slip: SlipAuthor?

    public static func of(_ session: RegisterSession) -> ServiceWorkspace {
        session.workspace(ServiceWorkspace.self) { ServiceWorkspace() }
    }

    public func flush() throws {}

    /// Refuses: E-ITK-001, E-ITK-002, E-LST-030.
    public func batchEnds(_ batch: BatchEnd) throws {
        let (marked, recorded, dated) = (firstMarked, intake, latest)
        (brought, firstMarked, intake, scopes, slip, latest) = (0, nil, nil, [], nil, [])
        let today = String(batch.time.prefix(10))
        if let ahead = dated.first(where: { $0.day.iso > today }) {
            throw RefusedInBatch(
                ahead.sequence,
                ServiceListError(
                    .datedAhead, ["date": ahead.day.iso, "day": today, "record": String(ahead.sequence)]))
        }
        if let recorded, batch.lastKind != IntakeRecorded.kind {
            throw RefusedInBatch(recorded, IntakeError(.intakeNotLast, ["record": String(recorded)]))
        }
        if let marked, recorded == nil {
            throw RefusedInBatch(marked, IntakeError(.markWithoutIntake, ["record": String(marked)]))
        }
    }

    /// Refuses: E-ITK-001, E-ITK-003 … E-ITK-005.
    func judge(_ record: some ServiceRecord, with services: ServicesReader) throws {
        if let recorded = record as? IntakeRecorded {
            if let intake { throw IntakeError(.intakeNotLast, ["record": String(intake)]) }
            guard recorded.records == brought else {
                throw IntakeError(.recordCount, ["found": String(recorded.records), "expected": String(brought)])
            }
        }
        guard let mark = (record as? any IntakeRecord)?.intake else { return }
        guard let row = mark.row, let source = mark.source else { throw IntakeError(.markHalf, ["kind": type(of: record).kind]) }
        let known = try services.connection.first(
            "SELECT sequence FROM service_source WHERE register = ? AND kind = ? AND source = ?",
            [services.register, .text(type(of: record).kind), .text(source)]
        ) { $0.int(0) }
        if let known {
            throw IntakeError(.sourceKnown, ["source": source, "row": String(row), "record": String(known)])
        }
    }

    func take(_ record: some ServiceRecord, at sequence: Int64, with services: ServicesReader) throws {
        if record is IntakeRecorded { intake = sequence }
        if let day = record.lastDay, latest.last.map({ day > $0.day }) ?? true { latest.append((day, sequence)) }
        guard let record = record as? any IntakeRecord else { return }
        brought += 1
        guard let source = record.intake?.source else { return }
        firstMarked = firstMarked ?? sequence
        try services.connection.run(
            "INSERT INTO service_source (register, kind, source, sequence) VALUES (?, ?, ?, ?)", services.register,
            .text(type(of: record).kind), .text(source), .integer(sequence))
    }

    func isNew(_ asked: ScopeAsked) -> Bool { !scopes.contains(asked) }
    func note(_ asked: ScopeAsked) { scopes.insert(asked) }
}
