import AuditTrail
import ReferenceData
import Storage

/// Where an employer stands.
public enum EmployerState: String, CaseIterable, Sendable { case open, closed, merged }

/// An employer as the register has it.
public struct EmployerRow: Sendable, Equatable {
    public let neq: String
    /// The number that counts for it after mergers; its own where it was not merged.
    public var root: String
    public var state: EmployerState
    public var form: EmployerForm
    public var name: String?
    public var subject: String?
    public var contact: String?
    public var otherNames: [String]
    public var region: Region
    public var office: String?
    public var scian: String
    public var employees: Int64?
    /// The record that added it, and the last one that says something of it.
    public let added: Int64
    public var sequence: Int64
    /// The day of that last one.
    public var day: CalendarDate

    /// The names that records hold: never a subject's.
    public var names: [String] { [name].compactMap { $0 } + otherNames }

    static let columns = """
        neq, root, state, form, name, subject, contact, other_names, region, office, scian, employees, added, sequence, day
        """

    init(
        neq: String, root: String, state: EmployerState, form: EmployerForm, name: String?, subject: String?,
        contact: String?, otherNames: [String], region: Region, office: String?, scian: String, employees: Int64?,
        added: Int64, sequence: Int64, day: CalendarDate
    ) {
        self.neq = neq
        self.root = root
        self.state = state
        self.form = form
        self.name = name
        self.subject = subject
        self.contact = contact
        self.otherNames = otherNames
        self.region = region
        self.office = office
        self.scian = scian
        self.employees = employees
        self.added = added
        self.sequence = sequence
        self.day = day
    }

    init(_ row: any SQLStatement) throws {
        neq = row.string(0)
        root = row.string(1)
        state = EmployerState(rawValue: row.string(2)) ?? .open
        form = EmployerForm(rawValue: row.string(3)) ?? .other
        name = row.text(4)
        subject = row.text(5)
        contact = row.text(6)
        otherNames = row.text(7)?.split(separator: "\n").map(String.init) ?? []
        region = try Region(parsing: row.string(8))
        office = row.text(9)
        scian = row.string(10)
        employees = row.number(11)
        added = row.int(12)
        sequence = row.int(13)
        day = try row.day(14)
    }

    var values: [SQLValue] {
        [
            .text(neq), .text(root), .text(state.rawValue), .text(form.rawValue), .optional(name), .optional(subject),
            .optional(contact), .optional(otherNames.isEmpty ? nil : otherNames.joined(separator: "\n")),
            .text(region.code), .optional(office), .text(scian), .optional(employees), .integer(added),
            .integer(sequence), .day(day),
        ]
    }

    /// Takes what a change says; an office of another region than the one given falls away.
    mutating func take(_ details: EmployerDetails) {
        if let given = details.region, given != region {
            region = given
            office = nil
        }
        form = details.form ?? form
        name = details.name ?? name
        subject = details.subject ?? subject
        contact = details.contact ?? contact
        otherNames = details.otherNames ?? otherNames
        office = details.office ?? office
        scian = details.scian?.text ?? scian
        employees = details.employees ?? employees
    }

    /// Refuses what takes no change: E-EMP-003, E-EMP-006, E-EMP-008.
    func requireOpen(on date: CalendarDate) throws {
        switch state {
        case .merged: throw EmployerError(.employerMerged, ["employer": neq, "into": root])
        case .closed: throw EmployerError(.employerClosed, ["employer": neq])
        case .open: try requireOrder(of: date)
        }
    }

    /// Refuses a day before that of the last record: E-EMP-008.
    func requireOrder(of date: CalendarDate) throws {
        guard date >= day else {
            throw EmployerError(.employerDateOrder, ["employer": neq, "date": date.iso, "last": day.iso])
        }
    }
}

/// An establishment as the register has it.
public struct EstablishmentRow: Sendable, Equatable {
    /// The employer as written, and the one that counts for it after mergers.
    public let neq: String
    public let root: String
    public let number: Int64
    public let region: Region
    public let office: String?
    public let name: String?
    public let scian: String?
    public let employees: Int64?
    public let isClosed: Bool
    public let sequence: Int64

    static let columns = "neq, root, number, region, office, name, scian, employees, state, sequence"

    init(_ row: any SQLStatement) throws {
        neq = row.string(0)
        root = row.string(1)
        number = row.int(2)
        region = try Region(parsing: row.string(3))
        office = row.text(4)
        name = row.text(5)
        scian = row.text(6)
        employees = row.number(7)
        isClosed = row.string(8) == "closed"
        sequence = row.int(9)
    }
}
