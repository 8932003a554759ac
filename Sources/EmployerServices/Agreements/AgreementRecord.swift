import AuditTrail
import ReferenceData

/// What every record of an agreement says. FORMAT.md, section 20.1.
public struct AgreementHead: Sendable, Equatable {
    public let agreement: AgreementID
    public let date: CalendarDate
    /// SHA-256 of documents known before, ascending.
    public let documents: [String]

    public init(_ agreement: AgreementID, on date: CalendarDate, documents: [String] = []) {
        self.agreement = agreement
        self.date = date
        self.documents = documents.sorted()
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        agreement = try AgreementID(parsing: reader.string("agreement"))
        date = try reader.day("date")
        documents = try reader.documents()
    }
}

/// A record of an agreement's life. FORMAT.md, section 20.4.
public protocol AgreementRecord: ServiceRecord {
    static var move: AgreementMove { get }
    var head: AgreementHead { get }
    var act: AgreementAct { get }
    /// Its members but `agreement`, `date`, `documents`, and those of an import.
    var said: [String: CanonicalValue?] { get }
    /// Texts with their bounds in bytes.
    var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { get }
}

extension AgreementRecord {
    public static var kind: String { move.kind }
    public var agreement: AgreementID { head.agreement }
    public var date: CalendarDate { head.date }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [] }

    public var members: [String: CanonicalValue?] {
        var all = said
        all["agreement"] = .string(head.agreement.text)
        all["date"] = .day(head.date)
        all["documents"] = .documents(head.documents)
        return all
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try Agreements(services.session).scope(of: act, agreement)
    }

    /// Refuses: E-AGR codes; E-EMP, E-LST codes for what it names.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        for (part, text, bytes) in texts where !bytes.contains(text.utf8.count) {
            throw AgreementError(
                .textLength,
                [
                    "agreement": agreement.text, "part": part, "bytes": String(text.utf8.count),
                    "limit": String(bytes.upperBound),
                ])
        }
        try services.requireDocuments(head.documents)
        _ = try Agreements(services.session).outcome(of: self, at: sequence)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try Agreements(services.session).take(self, at: sequence)
    }
}

/// How long texts are. FORMAT.md, section 20.1.
enum AgreementTexts {
    /// The number of a certificate or an attestation.
    static let paper = 1...100
}
