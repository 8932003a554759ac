import AuditTrail
import ReferenceData

/// `variance.explained/1`: why a result is not what was aimed at. FORMAT.md, section 20.5.
public struct VarianceExplained: ServiceRecord, Equatable {
    public static let kind = "variance.explained/1"
    public static let rules = KindRules.services(.agent, .admin)
    public static let textBytes = 1...4000

    public let place: FigurePlace
    public let text: String

    public init(_ place: FigurePlace, text: String) {
        self.place = place
        self.text = text
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        place = try FigurePlace(from: &reader)
        text = try reader.text("text", bytes: Self.textBytes)
    }

    public var members: [String: CanonicalValue?] {
        place.members.merging(["text": .text(text)]) { first, _ in first }
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { try services.need(of: place.level) }

    /// Refuses: E-IND-001, E-IND-012; E-LST-001.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        _ = try services.definition(of: place.indicator, in: place.year)
        try place.judge(with: services)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT INTO variance (register, indicator, year, month, level, sequence) VALUES (?, ?, ?, ?, ?, ?)",
            services.register, .text(place.indicator), .integer(Int64(place.year.startYear)),
            .integer(Int64(place.month?.number ?? 0)), .text(place.level.text), .integer(sequence))
    }
}
