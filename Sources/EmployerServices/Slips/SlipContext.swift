import AuditTrail
import ReferenceData

/// What a coordinator needs of the register to make slips away from it: no person's name, no figure.
public struct SlipContext: Sendable, Equatable {
    public let register: Digest
    public let origin: String
    /// The code of the catalogue of measures in force.
    public let catalogue: String?
    public let offices: [OfficeSummary]
    public let standards: [StandardSummary]
    public let programmes: [Programme]
    /// Agreements of a committee that are open, where it was taken for one.
    public let agreements: [SlipContextAgreement]

    public struct Programme: Sendable, Equatable {
        public let code: String
        public let name: String
        public let committee: String?

        public init(code: String, name: String, committee: String?) {
            self.code = code
            self.name = name
            self.committee = committee
        }
    }

    static let title = "fundctl/slip-context/v1"

    public init(
        register: Digest, origin: String, catalogue: String?, offices: [OfficeSummary], standards: [StandardSummary],
        programmes: [Programme], agreements: [SlipContextAgreement] = []
    ) {
        self.register = register
        self.origin = origin
        self.catalogue = catalogue
        self.offices = offices
        self.standards = standards
        self.programmes = programmes
        self.agreements = agreements
    }

    /// The file's text: a title, a canonical line, and one for each agreement.
    public func text() throws -> [UInt8] {
        try agreements.reduce(Array("\(Self.title)\n".utf8) + object.line() + [0x0A]) { text, agreement in
            try text + agreement.object.line() + [0x0A]
        }
    }

    /// Refuses: E-SLP-013.
    public init(parsing bytes: [UInt8]) throws {
        let rows = bytes.split(separator: 0x0A).map(Array.init)
        guard rows.count >= 2, rows[0] == Array(Self.title.utf8) else {
            throw SlipError(.fileMalformed, ["file": Self.title, "line": "1"])
        }
        var line = 2
        do {
            let head = try rows[1].withUnsafeBytes { try CanonicalScanner.scan($0) }
            var agreements: [SlipContextAgreement] = []
            for row in rows.dropFirst(2) {
                line += 1
                agreements.append(try SlipContextAgreement(row))
            }
            line = 2
            try self.init(head, agreements)
        } catch {
            throw SlipError(.fileMalformed, ["file": Self.title, "line": String(line)])
        }
    }

    var object: CanonicalObject {
        var object: CanonicalObject = [
            "offices": .array(
                offices.map {
                    .object([
                        "closed": .string($0.isClosed ? "yes" : "no"), "name": .string($0.name),
                        "office": .string($0.code), "region": .string($0.region),
                    ])
                }),
            "origin": .string(origin),
            "programmes": .array(
                programmes.map {
                    .object(["committee": .string($0.committee ?? ""), "name": .string($0.name), "programme": .string($0.code)])
                }),
            "register_id": .string(register.hex),
            "standards": .array(
                standards.map {
                    .object([
                        "committee": .string($0.committee ?? ""),
                        "modules": .array(
                            $0.modules.map { .object(["module": .string($0.code), "name": .string($0.name)]) }),
                        "name": .string($0.name), "standard": .string($0.code),
                    ])
                }),
        ]
        if let catalogue { object["catalogue"] = .string(catalogue) }
        return object
    }

    init(_ object: CanonicalObject, _ agreements: [SlipContextAgreement]) throws {
        self.agreements = agreements
        var reader = CanonicalObject.Reader(object)
        catalogue = try reader.optionalString("catalogue")
        offices = try reader.readers("offices").map { inner in
            var inner = inner
            let isClosed = try inner.string("closed") == "yes"
            let name = try inner.string("name")
            return OfficeSummary(
                code: try inner.string("office"), name: name, region: try inner.string("region"), isClosed: isClosed)
        }
        origin = try reader.string("origin", Grammar.isOrigin)
        programmes = try reader.readers("programmes").map { inner in
            var inner = inner
            let committee = try inner.string("committee")
            let name = try inner.string("name")
            return Programme(code: try inner.string("programme"), name: name, committee: committee.isEmpty ? nil : committee)
        }
        register = try reader.digest("register_id")
        standards = try reader.readers("standards").map { inner in
            var inner = inner
            let committee = try inner.string("committee")
            let modules = try inner.readers("modules").map { inner in
                var inner = inner
                let code = try inner.string("module")
                return StandardSummary.Module(code: code, name: try inner.string("name"))
            }
            let name = try inner.string("name")
            return StandardSummary(
                code: try inner.string("standard"), name: name, committee: committee.isEmpty ? nil : committee, modules: modules)
        }
        try reader.finish()
    }
}
