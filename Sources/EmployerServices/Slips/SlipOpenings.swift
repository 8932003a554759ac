import AuditTrail

/// What the subjects of a slip hide: values and salts, in a file beside it that only its receiver reads. Personal
/// information. FORMAT.md, section 20.7.
public struct SlipOpenings: Sendable, Equatable {
    public struct Opening: Sendable, Equatable {
        public let subject: String
        public let field: String
        public let salt: [UInt8]
        public let value: String

        public init(subject: String, field: String, salt: [UInt8], value: String) {
            self.subject = subject
            self.field = field
            self.salt = salt
            self.value = value
        }
    }

    public var openings: [Opening]

    public init(_ openings: [Opening] = []) { self.openings = openings }

    static let title = "fundctl/slip-openings/v1"

    /// The values of a subject, by field.
    public func values(of subject: String) -> [String: String] {
        Dictionary(openings.filter { $0.subject == subject }.map { ($0.field, $0.value) }) { first, _ in first }
    }

    /// The salts of a subject, by field.
    public func salts(of subject: String) -> [String: [UInt8]] {
        Dictionary(openings.filter { $0.subject == subject }.map { ($0.field, $0.salt) }) { first, _ in first }
    }

    /// The file's text.
    public func text() throws -> [UInt8] {
        var text = Array("\(Self.title)\n".utf8)
        for opening in openings { text += try Self.line(of: opening) + [0x0A] }
        return text
    }

    /// Refuses: E-SLP-013.
    public init(parsing bytes: [UInt8]) throws {
        let rows = bytes.split(separator: 0x0A).map(Array.init)
        guard rows.first == Array(Self.title.utf8) else { throw Self.malformed(1) }
        openings = try rows.dropFirst().enumerated().map { place, row in try Self.opening(row, at: place + 2) }
    }

    static func line(of opening: Opening) throws -> [UInt8] {
        let object: CanonicalObject = [
            "field": .string(opening.field), "salt": .string(Hexadecimal.encode(opening.salt)),
            "subject": .string(opening.subject), "value": .text(opening.value),
        ]
        return try object.line()
    }

    static func opening(_ row: [UInt8], at line: Int) throws -> Opening {
        guard let object = try? row.withUnsafeBytes({ try CanonicalScanner.scan($0) }), let field = try? object.string("field"),
            let salt = (try? object.string("salt")).flatMap(Hexadecimal.decode), salt.count == 32,
            let subject = try? object.string("subject"), let value = try? object.string("value")
        else { throw malformed(line) }
        return Opening(subject: subject, field: field, salt: salt, value: value)
    }

    /// That a subject's openings are those that its record commits to. Refuses: E-SLP-011, E-SLP-012.
    public func check(_ opened: SubjectOpened, register: Digest) throws {
        let (values, salts) = (values(of: opened.subject), salts(of: opened.subject))
        for (field, commitment) in opened.fields.sorted(by: { $0.key < $1.key }) {
            guard let value = values[field], let salt = salts[field] else {
                throw SlipError(.openingMissing, ["subject": opened.subject, "field": field])
            }
            let found = Commitment.of(value, field: field, subject: opened.subject, register: register, salt: salt)
            guard found == commitment, values.count == opened.fields.count else {
                throw SlipError(.openingDiffers, ["subject": opened.subject, "field": field])
            }
        }
    }

    private static func malformed(_ line: Int) -> SlipError {
        SlipError(.fileMalformed, ["file": title, "line": String(line)])
    }
}
