import AuditTrail
import ReferenceData
import Storage

/// Reads the register of employers inside a transaction; extended by each part of it.
public struct ServicesReader {
    public let session: RegisterSession

    public init(_ session: RegisterSession) { self.session = session }

    /// The register's number, first in every key.
    public var register: SQLValue { .integer(session.register.number) }
    public var connection: any SQLConnection { session.connection }

    /// The next number of a fiscal year in a table whose `id` is that of `YearlyID`.
    public func nextID<Series>(_ series: YearlyID<Series>.Type, in table: String, year: FiscalYear) throws -> YearlyID<Series> {
        let keys = YearlyID<Series>.keys(of: year)
        let last = try connection.first(
            "SELECT max(id) FROM \(table) WHERE register = ? AND id BETWEEN ? AND ?",
            [register, .integer(keys.lowerBound), .integer(keys.upperBound)]
        ) { $0.isNull(0) ? nil : $0.int(0) }
        return try YearlyID(year: year, number: (last ?? nil).map { try YearlyID<Series>(key: $0).number + 1 } ?? 1)
    }

    /// Refuses documents that are not known: E-LST-020.
    public func requireDocuments(_ documents: [String]) throws {
        for document in documents where try !session.knowsDocument(document) {
            throw ServiceListError(.documentUnknown, ["document": document])
        }
    }

    /// Refuses a subject that was never opened, or is erased: E-LST-021.
    public func requireSubject(_ subject: String) throws {
        guard try session.isErased(subject: subject) == false else {
            throw ServiceListError(.subjectNotOpen, ["subject": subject])
        }
    }
}

extension SQLValue {
    /// Text, or null.
    public static func optional(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    /// An integer, or null.
    public static func optional(_ number: Int64?) -> SQLValue { number.map { .integer($0) } ?? .null }
    /// A day.
    public static func day(_ date: CalendarDate) -> SQLValue { .integer(Int64(date.dayNumber)) }
    /// A day, or null.
    public static func optional(_ date: CalendarDate?) -> SQLValue { date.map { .day($0) } ?? .null }
}

extension SQLStatement {
    /// Text, nil where null.
    public func text(_ column: Int) -> String? { isNull(column) ? nil : string(column) }
    /// An integer, nil where null.
    public func number(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
    /// A day. Refuses: E-REF-012.
    public func day(_ column: Int) throws -> CalendarDate { try CalendarDate(dayNumber: Int32(clamping: int(column))) }
    /// A day, nil where null. Refuses: E-REF-012.
    public func optionalDay(_ column: Int) throws -> CalendarDate? { isNull(column) ? nil : try day(column) }
}
