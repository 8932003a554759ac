import AuditTrail
import ReferenceData
import TabularImport

/// An import of employers from a delimited file, a row an employer: those that the register does not know are added, those
/// that are otherwise are changed, the rest stays. What is doubtful is left out and listed.
public struct EmployerImport {
    /// What a map fills.
    public static let target = ImportTarget(
        "employers",
        fields: [
            .init("employer", .identifier, maximumBytes: 32),
            .init("name", .text, required: false, maximumBytes: 200),
            .init("form", .choice(EmployerForm.allCases.map(\.rawValue)), required: false),
            .init("region", .text, required: false, maximumBytes: 64),
            .init("office", .identifier, required: false, maximumBytes: 16),
            .init("scian", .identifier, required: false, maximumBytes: 16),
            .init("employees", .integer, required: false),
            .init("other_name", .text, required: false, maximumBytes: 200),
        ])

    private enum Field: Int { case employer, name, form, region, office, scian, employees, otherName }

    /// What an import did, or would do.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        /// Employers added.
        public var new: Int64 = 0
        public var changed: Int64 = 0
        /// Rows that say what the register has.
        public var same: Int64 = 0
        /// Rows left out since a person is to look at them.
        public var doubtfulCount: Int64 = 0
        /// The first of them.
        public var doubtful: [Doubt] = []
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
    }

    /// A row that is left out.
    public struct Doubt: Sendable, Equatable {
        public enum Reason: String, Sendable {
            /// A sole proprietor, whose name is a person's: it is entered by hand.
            case person
            /// The number was merged into another.
            case merged
            /// The employer is closed.
            case closed
            /// Another employer has the same name.
            case likeness
            /// A new employer whose name, region or industry the row lacks.
            case incomplete
        }

        /// The line where the row begins.
        public let line: Int
        public let employer: String
        public let reason: Reason
        /// The number that it resembles or was merged into, or empty.
        public let other: String
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
        let neq = try NEQ(parsing: item.string(Field.employer.rawValue))
        var details = try Self.details(item, of: neq)
        guard let known = try services.employerIfKnown(neq.text) else {
            return try add(neq, details, item, services, &outcome)
        }
        switch known.state {
        case .merged: return doubt(.merged, neq, item, known.root, &outcome)
        case .closed: return doubt(.closed, neq, item, "", &outcome)
        case .open: break
        }
        details.keepOnlyWhatDiffers(from: known)
        if neq.kind == .soleProprietor { details.name = nil }
        if details.isEmpty {
            outcome.same += 1
        } else {
            try services.session.append(EmployerChanged(neq, details, on: max(date, known.day)))
            outcome.changed += 1
        }
    }

    private func add(
        _ neq: NEQ, _ typed: EmployerDetails, _ item: MappedItem, _ services: ServicesReader, _ outcome: inout Outcome
    ) throws {
        guard neq.kind != .soleProprietor else { return doubt(.person, neq, item, "", &outcome) }
        var details = typed
        details.form = details.form ?? EmployerForm.usual(of: neq)
        guard let name = details.name, details.region != nil, details.scian != nil else {
            return doubt(.incomplete, neq, item, "", &outcome)
        }
        if let other = try services.namesake(of: name) { return doubt(.likeness, neq, item, other, &outcome) }
        try services.session.append(EmployerAdded(neq, details, on: date))
        outcome.new += 1
    }

    private func doubt(
        _ reason: Doubt.Reason, _ neq: NEQ, _ item: MappedItem, _ other: String, _ outcome: inout Outcome
    ) {
        outcome.doubtfulCount += 1
        guard outcome.doubtful.count < reading.problemLimit else { return }
        outcome.doubtful.append(Doubt(line: item.line, employer: neq.text, reason: reason, other: other))
    }

    private static func details(_ item: MappedItem, of neq: NEQ) throws -> EmployerDetails {
        func text(_ field: Field) -> String? { item.has(field.rawValue) ? item.string(field.rawValue) : nil }
        return EmployerDetails(
            form: item.has(Field.form.rawValue) ? EmployerForm.allCases[item.choice(Field.form.rawValue)] : nil,
            name: text(.name), otherNames: text(.otherName).map { [$0] },
            region: try text(.region).map { try Region(parsing: $0) }, office: text(.office),
            scian: try text(.scian).map { try SCIAN(parsing: $0) },
            employees: item.has(Field.employees.rawValue) ? item.integer(Field.employees.rawValue) : nil)
    }
}

extension EmployerForm {
    /// The form that a number most often stands for.
    public static func usual(of neq: NEQ) -> EmployerForm {
        switch neq.kind {
        case .legalPerson: .corporation
        case .soleProprietor: .soleProprietor
        case .partnership: .partnership
        case .publicBody: .publicBody
        }
    }
}

extension EmployerDetails {
    /// Leaves what the register has already, and an other name that it has among others.
    mutating func keepOnlyWhatDiffers(from row: EmployerRow) {
        if form == row.form { form = nil }
        if name == row.name { name = nil }
        if region == row.region { region = nil }
        if office == row.office, region == nil { office = nil }
        if scian?.text == row.scian { scian = nil }
        if employees == row.employees { employees = nil }
        if let given = otherNames {
            let more = given.filter { !row.otherNames.contains($0) }
            otherNames = more.isEmpty ? nil : row.otherNames + more
        }
    }
}
