import AuditTrail
import ReferenceData

/// What a slip says of itself, and what its signature covers. FORMAT.md, section 20.7.
public struct SlipHead: Sendable, Equatable {
    /// SLUG of the committee that it is made for.
    public let committee: String
    public let person: String
    public let key: PublicKey
    /// The person's own number: no two slips of a person have the same.
    public let number: Int64
    /// TIME.
    public let time: String

    /// Lines of a slip at most.
    public static let lines = 1...1000

    public init(committee: String, person: String, key: PublicKey, number: Int64, time: String) {
        self.committee = committee
        self.person = person
        self.key = key
        self.number = number
        self.time = time
    }

    /// For whom the scope of its lines is judged.
    var author: SlipAuthor { SlipAuthor(person: person, committee: committee) }

    /// What the signature is over.
    public func signedText(register: Digest, leaves: [Digest]) -> [UInt8] {
        let head = ["fundctl/slip-signature/v1", register.hex, committee, person, String(number), time]
        return Array((head + leaves.map(\.hex)).map { $0 + "\n" }.joined().utf8)
    }
}

/// One line of a slip: a record as its coordinator proposes it.
public struct SlipLine: Sendable, Equatable {
    /// Without LF.
    public let bytes: [UInt8]
    public let object: CanonicalObject
    public let kind: String

    /// Refuses a line that is not canonical (E-REC codes), or of a kind that no slip brings (E-SLP-007).
    public init(_ bytes: [UInt8], number: Int) throws {
        self.bytes = bytes
        object = try bytes.withUnsafeBytes { try CanonicalScanner.scan($0) }
        kind = try object.string("kind")
        guard Self.kinds.contains(kind) else { throw SlipError(.lineKind, ["line": String(number), "kind": kind]) }
    }

    public var leaf: Digest { bytes.withUnsafeBytes { SHA256.leaf($0) } }

    /// What coordinators may write of agreements and participations, and the subjects that these name.
    public static let kinds: Set<String> = {
        let moves: [AgreementMove] = [
            .drafted, .signed, .started, .learnt, .changed, .suspended, .resumed, .ended,
        ]
        return Set(moves.map(\.kind) + [ParticipationStarted.kind, ParticipationEnded.kind, SubjectOpened.kind])
    }()

    /// The member that names what the record is of, where it is of an agreement or a participation.
    static func member(of kind: String) -> String? {
        if kind.hasPrefix("agreement.") { return "agreement" }
        return kind.hasPrefix("participation.") ? "participation" : nil
    }

    /// The id that it names: one of the register, or one of the slip's own.
    public var id: String? { Self.member(of: kind).flatMap { try? object.string($0) } }

    /// Whether it makes what it names.
    public var isOpening: Bool { Self.isOpening(kind) }

    static func isOpening(_ kind: String) -> Bool { [AgreementDrafted.kind, ParticipationStarted.kind].contains(kind) }

    /// The record with its id put in the place of the slip's own.
    public func object(naming id: String) -> CanonicalObject {
        guard let member = Self.member(of: kind) else { return object }
        var named = object
        named[member] = .string(id)
        return named
    }
}

/// Ids that a slip gives to what it makes: `AGR-0000-000001`. Until it is received they are held as ids of the last fiscal
/// year that there is, which no day of a record is of.
public enum SlipID {
    static let startYear = FiscalYear.startYears.upperBound

    static func year() throws -> FiscalYear { try FiscalYear(startYear: startYear) }

    static func text(_ prefix: String, _ number: Int) -> String {
        let digits = String(number)
        return "\(prefix)-0000-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }

    /// Whether it is one of a slip's own.
    public static func isOwn(_ id: String) -> Bool { id.hasPrefix("AGR-0000-") || id.hasPrefix("PAR-0000-") }

    /// The id as a slip writes it, of one that is held.
    public static func own(_ id: String) -> String { id.replacing("-\(startYear)-", with: "-0000-") }

    /// The id as it is held, of one that a slip writes.
    public static func held(_ id: String) -> String { isOwn(id) ? id.replacing("-0000-", with: "-\(startYear)-") : id }

    /// `AGR`, `PAR`.
    static func prefix(of kind: String) -> String { kind.hasPrefix("agreement.") ? "AGR" : "PAR" }
}
