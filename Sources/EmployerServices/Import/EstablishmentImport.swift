import AuditTrail
import ReferenceData
import TabularImport

/// An import of establishments from a delimited file, a row an establishment of an employer that is known: those that the
/// register has not are added, those that are otherwise are changed, the rest stays. A blank cell says nothing.
public struct EstablishmentImport {
    /// What a map fills.
    public static let target = ImportTarget(
        "establishments",
        fields: [
            .init("employer", .identifier, maximumBytes: 32),
            .init("establishment", .integer),
            .init("name", .text, required: false, maximumBytes: 200),
            .init("region", .text, required: false, maximumBytes: 64),
            .init("office", .identifier, required: false, maximumBytes: 16),
            .init("scian", .identifier, required: false, maximumBytes: 16),
            .init("employees", .integer, required: false),
            .init("closed", .choice(["yes", "no"]), required: false),
        ])

    private enum Field: Int, CaseIterable { case employer, establishment, name, region, office, scian, employees, closed }

    /// What an import did, or would do.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        /// Establishments added.
        public var new: Int64 = 0
        public var changed: Int64 = 0
        /// Rows that say what the register has.
        public var same: Int64 = 0
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
    }

    public let reading: ServiceImportReading
    /// The day of what the file says.
    public let date: CalendarDate

    public init(_ reading: ServiceImportReading, on date: CalendarDate) {
        self.reading = reading
        self.date = date
    }

    /// Reads the file and writes what is new and changed. `progress` is given the number of rows so far.
    ///
    /// Throws `ServiceImportRefusal` where a row cannot be taken (E-REF, E-EMP, E-LST, E-SCP codes): the caller's transaction is
    /// then rolled back whole.
    public func run(
        _ source: any ByteSource, in session: RegisterSession, progress: (Int64) -> Void = { _ in }
    ) throws -> Outcome {
        var outcome = Outcome()
        let services = ServicesReader(session)
        var rows: Int64 = 0
        let count = try reading.forEachItem(source) { item in
            rows += 1
            if rows & 0x3FF == 0 { progress(rows) }
            try take(item, services, &outcome)
        }
        outcome.rows = count.rows
        outcome.skipped = count.skipped
        if outcome.new + outcome.changed > 0 {
            try session.append(
                reading.record(records: outcome.new + outcome.changed, known: outcome.same, of: count))
        }
        return outcome
    }

    private func take(_ item: MappedItem, _ services: ServicesReader, _ outcome: inout Outcome) throws {
        let neq = try at(.employer) { try NEQ(parsing: item.string(Field.employer.rawValue)) }
        let number = item.integer(Field.establishment.rawValue)
        guard EstablishmentSet.numbers.contains(number) else {
            let (least, most) = (EstablishmentSet.numbers.lowerBound, EstablishmentSet.numbers.upperBound)
            let facts = [
                "employer": neq.text, "establishment": String(number), "least": String(least), "most": String(most),
            ]
            throw ServiceFieldFault(field: "establishment", cause: EmployerError(.establishmentNumber, facts))
        }
        let employer = try at(.employer) { try services.employer(neq.text) }
        let known = try services.establishmentIfKnown(number, of: neq.text)
        let record = try record(neq, number, item, over: known, of: employer)
        if let known, record.saysNothingNew(of: known) {
            outcome.same += 1
            return
        }
        do {
            try services.session.append(record)
        } catch let error as ServiceListError {
            throw ServiceFieldFault(field: "office", cause: error)
        } catch let error as EmployerError {
            throw ServiceFieldFault(field: "employer", cause: error)
        } catch let error as ScopeError {
            throw ServiceFieldFault(field: "region", cause: error)
        }
        if known == nil { outcome.new += 1 } else { outcome.changed += 1 }
    }

    /// What the row says, over what the register has. A new one without a region is in that of its employer; an office of
    /// another region than the one given falls away.
    private func record(
        _ neq: NEQ, _ number: Int64, _ item: MappedItem, over known: EstablishmentRow?, of employer: EmployerRow
    ) throws -> EstablishmentSet {
        func text(_ field: Field) -> String? { item.has(field.rawValue) ? item.string(field.rawValue) : nil }
        let given = try at(.region) { try text(.region).map { try Region(parsing: $0) } }
        let industry = try at(.scian) { try (text(.scian) ?? known?.scian).map { try SCIAN(parsing: $0) } }
        let region = given ?? known?.region ?? employer.region
        let office = text(.office) ?? (known?.region == region ? known?.office : nil)
        let employees = item.has(Field.employees.rawValue) ? item.integer(Field.employees.rawValue) : known?.employees
        let isClosed = item.has(Field.closed.rawValue) ? item.choice(Field.closed.rawValue) == 0 : known?.isClosed ?? false
        return EstablishmentSet(
            neq, number: number, region: region, office: office, name: text(.name) ?? known?.name, scian: industry,
            employees: employees, isClosed: isClosed, on: date)
    }

    private func at<T>(_ field: Field, _ body: () throws -> T) throws -> T {
        try ServiceFieldFault.at(Self.target.fields[field.rawValue].name, body)
    }
}

extension EstablishmentSet {
    /// Whether the register says the same already.
    func saysNothingNew(of row: EstablishmentRow) -> Bool {
        region == row.region && office == row.office && name == row.name && scian?.text == row.scian
            && employees == row.employees && isClosed == row.isClosed
    }
}
