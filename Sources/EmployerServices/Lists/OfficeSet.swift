import AuditTrail
import ReferenceData

/// `office.set/1`: an office, set or set anew; its region never changes. FORMAT.md, section 20.3.
public struct OfficeSet: ServiceRecord, Equatable {
    public static let kind = "office.set/1"
    public static let rules = KindRules.services(.admin)

    public let office: String
    public let region: Region
    public let name: String
    /// Whether nothing new belongs to it from now on.
    public let isClosed: Bool

    public init(office: String, region: Region, name: String, isClosed: Bool = false) {
        self.office = office
        self.region = region
        self.name = name
        self.isClosed = isClosed
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        isClosed = try reader.flag("closed")
        name = try reader.text("name", bytes: ServiceGrammar.name)
        office = try reader.office()
        region = try reader.word("region")
    }

    public var members: [String: CanonicalValue?] {
        [
            "closed": .flag(isClosed), "name": .text(name), "office": .string(office), "region": .string(region.code),
        ]
    }

    /// Refuses: E-LST-003.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        guard let known = try services.officeIfKnown(office), known.region != region else { return }
        throw ServiceListError(
            .officeRegion, ["office": office, "region": known.region.code, "found": region.code])
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT INTO office (register, office, region, name, closed, sequence) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (register, office) DO UPDATE SET name = excluded.name, closed = excluded.closed,
            sequence = excluded.sequence
            """, services.register, .text(office), .text(region.code), .text(name), .integer(isClosed ? 1 : 0),
            .integer(sequence))
    }
}
