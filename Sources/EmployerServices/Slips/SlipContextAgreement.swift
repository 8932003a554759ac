import AuditTrail
import ReferenceData

/// An agreement of the register as a coordinator takes it away: under way or before, with the subjects that its steps name.
/// No personal information.
public struct SlipContextAgreement: Sendable, Equatable {
    /// AGREEMENT.
    public let id: String
    /// A subject.
    public let apprentice: String
    /// The subject of the companion in force.
    public let companion: String?
    /// NEQ, as written.
    public let employer: String
    public let office: String
    public let standard: String
    public let stage: AgreementStage

    init(_ file: AgreementFile) {
        id = file.id.text
        apprentice = file.state.apprentice
        companion = file.state.companion
        employer = file.state.employer
        office = file.state.office
        standard = file.state.standard
        stage = file.state.stage
    }

    /// A canonical line.
    init(_ line: [UInt8]) throws {
        var reader = CanonicalObject.Reader(try line.withUnsafeBytes { try CanonicalScanner.scan($0) })
        id = try AgreementID(parsing: reader.string("agreement")).text
        apprentice = try reader.string("apprentice", ServiceGrammar.isSubject)
        companion = try reader.optionalString("companion")
        employer = try reader.string("employer")
        office = try reader.string("office")
        standard = try reader.string("standard")
        stage = try reader.word("state")
        try reader.finish()
    }

    var object: CanonicalObject {
        var object: CanonicalObject = [
            "agreement": .string(id), "apprentice": .string(apprentice), "employer": .string(employer),
            "office": .string(office), "standard": .string(standard), "state": .string(stage.rawValue),
        ]
        if let companion { object["companion"] = .string(companion) }
        return object
    }
}
