import AuditTrail
import ReferenceData

/// `agreement.signed/1`: each party has signed, on a day of its own. FORMAT.md, section 20.4.
public struct AgreementSigned: AgreementRecord, Equatable {
    public static let move = AgreementMove.signed
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    public let terms: AgreementTerms

    public init(_ head: AgreementHead, _ terms: AgreementTerms) {
        self.head = head
        self.terms = terms
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let head = try AgreementHead(from: &reader)
        self.head = head
        let apprenticeSigned = try reader.day("apprentice_signed")
        let begins = try reader.day("begins")
        let companion = try reader.subject("companion")
        let employerSigned = try reader.day("employer_signed")
        let ends = try reader.day("ends")
        let hours = try reader.count("hours", in: AgreementTerms.hours)
        terms = AgreementTerms(
            apprenticeSigned: apprenticeSigned, employerSigned: employerSigned, serviceSigned: try reader.day("service_signed"),
            begins: begins, ends: ends, companion: companion, hours: hours)
    }

    public var act: AgreementAct { .signed(terms) }

    public var said: [String: CanonicalValue?] {
        [
            "apprentice_signed": .string(terms.apprenticeSigned.iso), "begins": .string(terms.begins.iso),
            "companion": .string(terms.companion), "employer_signed": .string(terms.employerSigned.iso),
            "ends": .string(terms.ends.iso), "hours": .integer(terms.hours),
            "service_signed": .string(terms.serviceSigned.iso),
        ]
    }
}
