import AuditTrail
import ReferenceData
import TabularImport

/// An import of interventions from a delimited file, a row an intervention; a source that the register knows is left out.
public struct InterventionImport {
    /// What a map fills.
    public static let target = ImportTarget(
        "interventions",
        fields: [
            .init("employer", .identifier, maximumBytes: 32),
            .init("measure", .identifier, maximumBytes: 32),
            .init("office", .identifier, maximumBytes: 16),
            .init("begins", .date),
            .init("ends", .date, required: false),
            .init("result", .choice(ServiceResult.allCases.map(\.rawValue)), required: false),
            .init("establishment", .integer, required: false),
            .init("grant", .identifier, required: false, maximumBytes: 32),
            .init("service", .amount, required: false),
            .init("own", .amount, required: false),
        ], sourceBytes: IntakeMark.sourceBytes.upperBound)

    private enum Field: Int {
        case employer, measure, office, begins, ends, result, establishment, grant, service, own
    }

    /// What an import did, or would do.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        public var new: Int64 = 0
        /// Rows that the register knew already by their source.
        public var known: Int64 = 0
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
        public var first: InterventionID?
        public var last: InterventionID?
    }

    public let reading: ServiceImportReading

    public init(_ reading: ServiceImportReading) { self.reading = reading }

    /// Reads the file and writes its interventions. `progress` is given the number of rows so far.
    ///
    /// Throws `ServiceImportRefusal` where a row cannot be taken (E-REF, E-EMP, E-ITV, E-LST, E-SCP codes): the caller's
    /// transaction is then rolled back whole.
    public func run(
        _ source: any ByteSource, in session: RegisterSession, progress: (Int64) -> Void = { _ in }
    ) throws -> Outcome {
        var outcome = Outcome()
        let services = ServicesReader(session)
        let count = try reading.forEachItem(source) { item in
            try take(item, services, &outcome)
            if outcome.new & 0x3FF == 0 { progress(outcome.new) }
        }
        outcome.rows = count.rows
        outcome.skipped = count.skipped
        if outcome.new > 0 {
            try session.append(reading.record(records: outcome.new, known: outcome.known, of: count))
        }
        return outcome
    }

    private func take(_ item: MappedItem, _ services: ServicesReader, _ outcome: inout Outcome) throws {
        let source = item.sourceKey.map { String(decoding: $0, as: UTF8.self) }
        if let source, try services.knowsSource(source, of: InterventionStarted.kind) {
            outcome.known += 1
            return
        }
        func text(_ field: Field) -> String? { item.has(field.rawValue) ? item.string(field.rawValue) : nil }
        func cents(_ field: Field, _ party: ServiceContribution.Party) -> ServiceContribution? {
            item.has(field.rawValue) ? ServiceContribution(party: party, cents: item.amount(field.rawValue).value) : nil
        }
        let begins = item.date(Field.begins.rawValue)
        let employer = try ServiceFieldFault.at("employer") { try NEQ(parsing: item.string(Field.employer.rawValue)) }
        let record = InterventionStarted(
            try services.nextIntervention(on: begins), employer: employer,
            establishment: item.has(Field.establishment.rawValue) ? item.integer(Field.establishment.rawValue) : nil,
            measure: item.string(Field.measure.rawValue), office: item.string(Field.office.rawValue), begins: begins,
            ends: item.has(Field.ends.rawValue) ? item.date(Field.ends.rawValue) : nil,
            result: item.has(Field.result.rawValue) ? ServiceResult.allCases[item.choice(Field.result.rawValue)] : nil,
            contributions: [cents(.service, .service), cents(.own, .employer)].compactMap { $0 },
            grant: try ServiceFieldFault.at("grant") { try text(.grant).map { try GrantID(parsing: $0) } },
            intake: source.map { IntakeMark(row: Int64(item.line), source: $0) })
        do { try services.session.append(record) } catch {
            guard let field = Self.blamed(for: error) else { throw error }
            throw ServiceFieldFault(field: field, cause: error)
        }
        outcome.new += 1
        outcome.first = outcome.first ?? record.intervention
        outcome.last = record.intervention
    }

    /// The field that the register refuses a row for; nil where it is none of one.
    private static func blamed(for error: any Error) -> String? {
        switch error {
        case let error as EmployerError:
            [.establishmentUnknown, .establishmentClosed].contains(error.code) ? "establishment" : "employer"
        case let error as ServiceListError: error.code == .measureUnknown ? "measure" : "office"
        case is ScopeError: "office"
        default: nil
        }
    }
}

extension ServicesReader {
    /// Whether a source was brought before for a kind.
    public func knowsSource(_ source: String, of kind: String) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM service_source WHERE register = ? AND kind = ? AND source = ?",
            [register, .text(kind), .text(source)]
        ) { _ in true } ?? false
    }
}
