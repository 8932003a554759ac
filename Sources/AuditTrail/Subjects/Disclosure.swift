// A disclosure (FORMAT.md, section 8.1)
//
//     fundctl/disclosure/v1 LF
//     register-id: HEX LF
//     origin: ORIGIN LF
//     size: COUNT LF            records when it was made
//     subjects: COUNT LF
//     LF
//     one canonical line for each subject, ascending by its id

/// Openings of subjects, for one who may see them: personal information, apart from every record and bundle.
public struct Disclosure: Sendable, Equatable {
    public let register: Digest
    public let origin: String
    /// How many records the register had.
    public let size: Int64
    /// Ascending by id.
    public let subjects: [DisclosedSubject]

    static let firstLine = "fundctl/disclosure/v1"
    /// The largest file that is read.
    public static let largestBytes = 64 << 20

    public init(register: Digest, origin: String, size: Int64, subjects: [DisclosedSubject]) {
        self.register = register
        self.origin = origin
        self.size = size
        self.subjects = subjects.sorted { $0.subject < $1.subject }
    }

    /// The bytes of the file. Refuses: E-REC-002, E-REC-004 for a value that no canonical line takes.
    public func text() throws -> [UInt8] {
        let head = [
            Self.firstLine, "register-id: \(register.hex)", "origin: \(origin)", "size: \(size)",
            "subjects: \(subjects.count)", "",
        ]
        var bytes = Array(head.map { $0 + "\n" }.joined().utf8)
        for subject in subjects { bytes += try subject.object.line() + [0x0A] }
        return bytes
    }

    /// From the bytes of a file; nothing is checked against records yet.
    ///
    /// Refuses: E-SUB-001 for another form, with the line at fault; E-SUB-011 where it has no subject.
    public init(parsing bytes: [UInt8]) throws {
        func malformed(_ line: Int) -> SubjectError { SubjectError(.disclosureMalformed, ["line": String(line)]) }
        guard bytes.count <= Self.largestBytes else { throw malformed(1) }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count >= 7, lines.popLast()?.isEmpty == true else { throw malformed(max(lines.count, 1)) }
        func value(_ index: Int, _ name: String) throws -> String {
            let line = String(decoding: lines[index], as: UTF8.self)
            guard line.hasPrefix(name + ": ") else { throw malformed(index + 1) }
            return String(line.dropFirst(name.utf8.count + 2))
        }
        guard lines[0].elementsEqual(Self.firstLine.utf8) else { throw malformed(1) }
        guard let register = Digest(hex: try value(1, "register-id")) else { throw malformed(2) }
        origin = try value(2, "origin")
        guard Grammar.isOrigin(origin) else { throw malformed(3) }
        guard let size = CanonicalInteger.parse(try value(3, "size")), size >= 1 else { throw malformed(4) }
        guard let count = CanonicalInteger.parse(try value(4, "subjects")), count >= 0 else { throw malformed(5) }
        guard lines[5].isEmpty, lines.count == 6 + Int(clamping: count) else { throw malformed(6) }
        guard count > 0 else { throw SubjectError(.nothingDisclosed) }
        self.register = register
        self.size = size
        var subjects: [DisclosedSubject] = []
        for (index, line) in lines.enumerated().dropFirst(6) {
            guard let subject = try? DisclosedSubject(line: Array(line)), subjects.last.map({ $0.subject < subject.subject }) ?? true
            else { throw malformed(index + 1) }
            subjects.append(subject)
        }
        self.subjects = subjects
    }
}

/// What a disclosure says of one subject.
public struct DisclosedSubject: Sendable, Equatable {
    public enum Field: Sendable, Equatable {
        /// 32 bytes of salt, and the value.
        case open(salt: [UInt8], value: String)
        /// Kept, and not shown here.
        case withheld
    }

    public enum State: Sendable, Equatable {
        case open([String: Field])
        /// The sequence of its `subject.erased/1`.
        case erased(Int64)
    }

    /// 32 hexadecimal digits.
    public let subject: String
    /// The sequence of its `subject.opened/1`.
    public let opened: Int64
    public let state: State

    public init(subject: String, opened: Int64, state: State) {
        self.subject = subject
        self.opened = opened
        self.state = state
    }

    var object: CanonicalObject {
        var object: CanonicalObject = ["opened": .string(String(opened)), "subject": .string(subject)]
        switch state {
        case .erased(let sequence):
            object["erased"] = .string(String(sequence))
            object["state"] = .string("erased")
        case .open(let fields):
            object["state"] = .string("open")
            object["fields"] = .object(
                CanonicalObject(
                    fields.map { name, field in
                        switch field {
                        case .withheld: (key: name, value: .object(["withheld": .string("yes")]))
                        case .open(let salt, let value):
                            (key: name, value: .object(["salt": .string(Hexadecimal.encode(salt)), "value": .string(value)]))
                        }
                    }))
        }
        return object
    }

    init(line: [UInt8]) throws {
        var reader = CanonicalObject.Reader(try CanonicalScanner.scan(line))
        opened = try reader.count("opened", least: 1)
        subject = try reader.string("subject") { Grammar.isHex($0, digits: 32) }
        switch try reader.string("state") {
        case "erased": state = .erased(try reader.count("erased", least: 1))
        case "open":
            var inner = try reader.reader("fields")
            var fields: [String: Field] = [:]
            for name in inner.object.members.map(\.name) {
                var field = try inner.reader(name)
                if try field.optionalString("withheld", { $0 == "yes" }) != nil {
                    fields[name] = .withheld
                } else {
                    let salt = try field.string("salt") { Grammar.isHex($0, digits: 64) }
                    fields[name] = .open(salt: Hexadecimal.decode(salt) ?? [], value: try field.string("value"))
                }
                try field.finish()
            }
            try inner.finish()
            state = .open(fields)
        case let other: throw reader.malformed("state", other)
        }
        try reader.finish()
    }
}
