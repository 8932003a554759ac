import AuditTrail
import ReferenceData
import TabularImport

/// An import of a register of agreements that was kept elsewhere, a row an agreement as it stands today: drafted, signed, and
/// the steps since, each on its own day. A source that the register knows is left out.
///
/// Names and birth dates enter no record; the persons are opened as subjects, once each.
public struct AgreementImport {
    /// What a map fills.
    public static let target = AgreementField.target

    /// What an import did, or would do.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        public var new: Int64 = 0
        /// Rows that the register knew already by their source.
        public var known: Int64 = 0
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
        /// How many stand where.
        public var stages: [AgreementStage: Int64] = [:]
        /// The first and last number of each fiscal year that a draft is of.
        public var numbers: [FiscalYear: ClosedRange<AgreementID>] = [:]
    }

    public let reading: ServiceImportReading
    /// The day on which the file says how things stand: no step is of a later one.
    public let date: CalendarDate
    private let salt: [UInt8]
    private let drawing: SubjectDrawing

    /// `salt`: 32 random bytes, kept nowhere, that hide the file in the hash that is recorded.
    public init(
        _ reading: ServiceImportReading, on date: CalendarDate, salt: [UInt8], drawing: @escaping SubjectDrawing
    ) {
        self.reading = reading
        self.date = date
        self.salt = salt
        self.drawing = drawing
    }

    /// Reads the file and writes its agreements. `progress` is given the number of rows so far.
    ///
    /// Refuses a map without a unique source: E-ITK-012. Throws `ServiceImportRefusal` where a row cannot be taken (E-REF,
    /// E-EMP, E-LST, E-AGR, E-ITK, E-SCP codes): the caller's transaction is then rolled back whole.
    public func run(
        _ source: any ByteSource, in session: RegisterSession, progress: (Int64) -> Void = { _ in }
    ) throws -> Outcome {
        guard reading.map.hasUniqueSource else { throw IntakeError(.sourceNeeded, ["target": Self.target.name]) }
        var outcome = Outcome()
        let desk = BookDesk(session)
        let kept = [
            ("file", FoldedText.fold(reading.fileName)),
            ("map", FoldedText.fold(String(decoding: reading.map.compiled, as: UTF8.self))),
        ]
        let count = try reading.forEachItem(source) { item in
            try take(item, kept, desk, &outcome)
            if outcome.new & 0xFF == 0 { progress(outcome.new) }
        }
        outcome.rows = count.rows
        outcome.skipped = count.skipped
        if outcome.new > 0 {
            try session.append(reading.record(records: outcome.new, known: outcome.known, of: count, salt: salt))
        }
        return outcome
    }

    private func take(
        _ item: MappedItem, _ kept: [(part: String, text: [UInt8])], _ desk: BookDesk, _ outcome: inout Outcome
    ) throws {
        let source = item.sourceKey.map { String(decoding: $0, as: UTF8.self) }
        if let source, try ServicesReader(desk.session).knowsSource(source, of: AgreementDrafted.kind) {
            outcome.known += 1
            return
        }
        let row = try AgreementRow(item, on: date)
        try row.requireUnnamed(kept, source: source)
        var order = row.order
        order.intake = source.map { IntakeMark(row: Int64(item.line), source: $0) }
        let id = try sign(order, item, desk)
        try takeSteps(row, of: id, desk)
        outcome.new += 1
        outcome.numbers[id.year] = min(outcome.numbers[id.year]?.lowerBound ?? id, id)...id
        if let stage = try desk.state(of: id)?.stage { outcome.stages[stage, default: 0] += 1 }
    }

    private func sign(_ order: AgreementOrder, _ item: MappedItem, _ desk: BookDesk) throws -> AgreementID {
        do {
            return try desk.write(order, drawing: drawing)
        } catch {
            guard let field = AgreementField.blamed(for: error) else { throw error }
            // A signature that the file does not tell apart stands in the column of all three.
            let parts: [AgreementField] = [.apprenticeSigned, .employerSigned, .serviceSigned]
            let isApart = AgreementItem(item: item).has(field)
            throw ServiceFieldFault(
                field: (parts.contains(field) && !isApart ? .signed : field).rawValue, cause: error)
        }
    }

    private func takeSteps(_ row: AgreementRow, of id: AgreementID, _ desk: BookDesk) throws {
        if let started = row.started {
            try ServiceFieldFault.at(started.field.rawValue) {
                try desk.write(AgreementStarted(AgreementHead(id, on: started.date)))
            }
        }
        let modules = try row.modules(of: desk.standard(row.order.standard).modules.map(\.code))
        let head = AgreementHead(id, on: row.progressed)
        if !modules.learnt.isEmpty {
            let companion = try desk.state(of: id)?.companion ?? ""
            for module in modules.learnt {
                try ServiceFieldFault.at(row.field(of: module).rawValue) {
                    try desk.write(AgreementLearnt(head, module: module, companion: companion))
                }
            }
        }
        if !modules.checked.isEmpty {
            try ServiceFieldFault.at(AgreementField.checked.rawValue) {
                try desk.write(AgreementChecked(head, modules: modules.checked))
            }
        }
        for step in row.last {
            try ServiceFieldFault.at(step.field.rawValue) { try row.write(step, of: id, at: desk) }
        }
    }
}

extension AgreementError: ServiceRowError {
    public var rowCode: String { code.rawValue }
}
