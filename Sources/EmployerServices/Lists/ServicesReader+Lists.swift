import AuditTrail
import ReferenceData
import Storage

/// An office as the register has it.
public struct OfficeRow: Sendable, Equatable {
    public let office: String
    public let region: Region
    public let name: String
    public let isClosed: Bool
    /// The record that last said it.
    public let sequence: Int64
}

/// A catalogue of measures that was adopted.
public struct CatalogueRow: Sendable, Equatable {
    public let catalogue: String
    public let from: CalendarDate
    public let sequence: Int64
}

/// A skills strategy or regulated programme as the register has it.
public struct ProgrammeRow: Sendable, Equatable {
    public let programme: String
    public let nature: ProgrammeSet.Nature
    public let name: String
    public let nameEnglish: String
    public let committee: String?
    public let sequence: Int64
}

/// An occupational standard as the register has it; its modules lie in its record.
public struct StandardRow: Sendable, Equatable {
    public let standard: String
    public let name: String
    public let nameEnglish: String?
    public let committee: String?
    public let sequence: Int64
}

extension ServicesReader {
    // MARK: Offices

    /// All offices, by code.
    public func offices() throws -> [OfficeRow] { try offices("ORDER BY office", []) }

    /// An office, nil where there is none.
    public func officeIfKnown(_ code: String) throws -> OfficeRow? {
        try offices("AND office = ?", [.text(code)]).first
    }

    /// An office. Refuses: E-LST-001.
    public func office(_ code: String) throws -> OfficeRow {
        if let office = try officeIfKnown(code) { return office }
        let nearest = FoldedText.nearest(to: code, among: try offices().map(\.office)) ?? ""
        throw ServiceListError(.officeUnknown, ["office": code, "nearest": nearest])
    }

    /// An office that new records may name. Refuses: E-LST-001, E-LST-002.
    @discardableResult
    public func openOffice(_ code: String) throws -> OfficeRow {
        let office = try office(code)
        guard !office.isClosed else { throw ServiceListError(.officeClosed, ["office": code]) }
        return office
    }

    /// An office that new records may name, of a region. Refuses: E-LST-001 … E-LST-003.
    public func requireOffice(_ code: String, of region: Region) throws {
        let office = try openOffice(code)
        guard office.region == region else {
            throw ServiceListError(
                .officeRegion, ["office": code, "region": office.region.code, "found": region.code])
        }
    }

    private func offices(_ tail: String, _ values: [SQLValue]) throws -> [OfficeRow] {
        try connection.query(
            "SELECT office, region, name, closed, sequence FROM office WHERE register = ? \(tail)", [register] + values
        ) { row in
            OfficeRow(
                office: row.string(0), region: try Region(parsing: row.string(1)), name: row.string(2),
                isClosed: row.int(3) != 0, sequence: row.int(4))
        }
    }

    // MARK: Measures

    /// The catalogues adopted, in the order of their days.
    public func catalogues() throws -> [CatalogueRow] {
        try connection.query(
            "SELECT catalogue, from_day, sequence FROM catalogue WHERE register = ? ORDER BY from_day", [register]
        ) { CatalogueRow(catalogue: $0.string(0), from: try $0.day(1), sequence: $0.int(2)) }
    }

    /// The catalogue of a day; nil before the first.
    public func catalogue(on day: CalendarDate) throws -> CatalogueRow? {
        try connection.first(
            """
            SELECT catalogue, from_day, sequence FROM catalogue WHERE register = ? AND from_day <= ?
            ORDER BY from_day DESC LIMIT 1
            """, [register, .day(day)]
        ) { CatalogueRow(catalogue: $0.string(0), from: try $0.day(1), sequence: $0.int(2)) }
    }

    /// The measures of a catalogue, by code.
    public func measures(of catalogue: CatalogueRow) throws -> [CatalogueAdopted.Measure] {
        try connection.query(
            """
            SELECT measure, name, name_en, citation FROM measure WHERE register = ? AND catalogue_from = ?
            ORDER BY measure
            """, [register, .day(catalogue.from)]
        ) { .init(measure: $0.string(0), name: $0.string(1), nameEnglish: $0.string(2), citation: $0.string(3)) }
    }

    /// Refuses a measure that the catalogue of a day does not have: E-LST-006.
    public func requireMeasure(_ measure: String, on day: CalendarDate) throws {
        let catalogue = try catalogue(on: day)
        if let catalogue {
            let found = try connection.first(
                "SELECT 1 FROM measure WHERE register = ? AND catalogue_from = ? AND measure = ?",
                [register, .day(catalogue.from), .text(measure)]
            ) { _ in true }
            if found != nil { return }
        }
        let known = try catalogue.map { try measures(of: $0).map(\.measure) } ?? []
        throw ServiceListError(
            .measureUnknown,
            [
                "measure": measure, "date": day.iso, "catalogue": catalogue?.catalogue ?? "",
                "nearest": FoldedText.nearest(to: measure, among: known) ?? "",
            ])
    }

    // MARK: Programmes and standards

    /// All programmes, by code.
    public func programmes() throws -> [ProgrammeRow] { try programmes("ORDER BY programme", []) }

    /// A programme, nil where there is none.
    public func programmeIfKnown(_ code: String) throws -> ProgrammeRow? {
        try programmes("AND programme = ?", [.text(code)]).first
    }

    /// A programme. Refuses: E-LST-007.
    public func programme(_ code: String) throws -> ProgrammeRow {
        if let programme = try programmeIfKnown(code) { return programme }
        let nearest = FoldedText.nearest(to: code, among: try programmes().map(\.programme)) ?? ""
        throw ServiceListError(.programmeUnknown, ["programme": code, "nearest": nearest])
    }

    private func programmes(_ tail: String, _ values: [SQLValue]) throws -> [ProgrammeRow] {
        try connection.query(
            """
            SELECT programme, nature, name, name_en, committee, sequence FROM programme WHERE register = ? \(tail)
            """, [register] + values
        ) { row in
            ProgrammeRow(
                programme: row.string(0), nature: ProgrammeSet.Nature(rawValue: row.string(1)) ?? .strategy,
                name: row.string(2), nameEnglish: row.string(3), committee: row.text(4), sequence: row.int(5))
        }
    }

    /// All standards, by code.
    public func standards() throws -> [StandardRow] { try standards("ORDER BY standard", []) }

    /// A standard, nil where there is none.
    public func standardIfKnown(_ code: String) throws -> StandardRow? {
        try standards("AND standard = ?", [.text(code)]).first
    }

    /// A standard. Refuses: E-LST-008.
    public func standard(_ code: String) throws -> StandardRow {
        if let standard = try standardIfKnown(code) { return standard }
        let nearest = FoldedText.nearest(to: code, among: try standards().map(\.standard)) ?? ""
        throw ServiceListError(.standardUnknown, ["standard": code, "nearest": nearest])
    }

    private func standards(_ tail: String, _ values: [SQLValue]) throws -> [StandardRow] {
        try connection.query(
            "SELECT standard, name, name_en, committee, sequence FROM standard WHERE register = ? \(tail)",
            [register] + values
        ) { row in
            StandardRow(
                standard: row.string(0), name: row.string(1), nameEnglish: row.text(2), committee: row.text(3),
                sequence: row.int(4))
        }
    }

    // MARK: Committees

    /// Refuses a committee that is not known: E-LST-009.
    public func requireCommittee(_ code: String) throws {
        let known = try connection.first(
            "SELECT 1 FROM committee WHERE register = ? AND committee = ?", [register, .text(code)]
        ) { _ in true }
        guard known == nil else { return }
        let all = try connection.query("SELECT committee FROM committee WHERE register = ?", [register]) { $0.string(0) }
        throw ServiceListError(
            .committeeUnknown, ["committee": code, "nearest": FoldedText.nearest(to: code, among: all) ?? ""])
    }
}
