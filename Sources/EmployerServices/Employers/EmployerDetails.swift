import AuditTrail
import ReferenceData

/// FORM of FORMAT.md, section 20.
public enum EmployerForm: String, CaseIterable, Sendable {
    case corporation, cooperative
    case nonProfit = "non-profit"
    case soleProprietor = "sole-proprietor"
    case partnership, association
    case publicBody = "public-body"
    case bandCouncil = "band-council"
    case other

    /// Whether it goes with the first two digits of the number: 22 if and only if a sole proprietor, 33 if and only if a
    /// partnership or an association, 88 if and only if a public body.
    public func agrees(with neq: NEQ) -> Bool {
        let kind: NEQ.Kind =
            switch self {
            case .soleProprietor: .soleProprietor
            case .partnership, .association: .partnership
            case .publicBody: .publicBody
            default: .legalPerson
            }
        return kind == neq.kind
    }
}

/// What a record says of an employer; nil where it says nothing of it. FORMAT.md, section 20.1.
public struct EmployerDetails: Sendable, Equatable {
    public var form: EmployerForm?
    /// The legal name; never of a sole proprietor.
    public var name: String?
    /// Whose name lies with it: a sole proprietor.
    public var subject: String?
    /// The person to speak to.
    public var contact: String?
    /// Other names, replaced as a whole.
    public var otherNames: [String]?
    public var region: Region?
    public var office: String?
    public var scian: SCIAN?
    public var employees: Int64?

    public init(
        form: EmployerForm? = nil, name: String? = nil, subject: String? = nil, contact: String? = nil,
        otherNames: [String]? = nil, region: Region? = nil, office: String? = nil, scian: SCIAN? = nil,
        employees: Int64? = nil
    ) {
        self.form = form
        self.name = name
        self.subject = subject
        self.contact = contact
        self.otherNames = otherNames
        self.region = region
        self.office = office
        self.scian = scian
        self.employees = employees
    }

    /// `isWhole`: `form`, `region` and `scian` stand. Refuses: E-AUD-001, E-REF-044, E-REF-045.
    init(from reader: inout CanonicalObject.Reader, isWhole: Bool) throws {
        contact = try reader.optionalSubject("contact")
        employees = try reader.optionalCount("employees")
        form = try isWhole ? reader.word("form") : reader.optionalWord("form")
        name = try reader.optionalText("name", bytes: ServiceGrammar.name)
        office = try reader.optionalOffice()
        if reader.has("other_names") {
            let names = try reader.strings("other_names")
            guard (1...20).contains(names.count), names.allSatisfy({ ServiceGrammar.name.contains($0.utf8.count) }) else {
                throw reader.malformed("other_names", String(names.count))
            }
            otherNames = names
        }
        region = try isWhole ? reader.word("region") : reader.optionalWord("region")
        scian = try isWhole || reader.has("scian") ? SCIAN(parsing: reader.string("scian")) : nil
        subject = try reader.optionalSubject("subject")
    }

    var members: [String: CanonicalValue?] {
        [
            "contact": contact.map { .string($0) }, "employees": employees.map { .integer($0) },
            "form": form.map { .string($0.rawValue) }, "name": name.map { .text($0) },
            "office": office.map { .string($0) }, "other_names": otherNames.map { .array($0.map { .text($0) }) },
            "region": region.map { .string($0.code) }, "scian": scian.map { .string($0.text) },
            "subject": subject.map { .string($0) },
        ]
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == EmployerDetails() }

    /// Judges what is said of an employer in a region. Refuses: E-EMP-004, E-EMP-005, E-LST-001 … E-LST-003, E-LST-021.
    func judge(of neq: NEQ, in region: Region, with services: ServicesReader) throws {
        let isPerson = neq.kind == .soleProprietor
        guard name == nil || subject == nil, name == nil || !isPerson, subject == nil || isPerson,
            otherNames == nil || !isPerson
        else {
            throw EmployerError(.employerNaming, ["employer": neq.text])
        }
        if let form, !form.agrees(with: neq) {
            throw EmployerError(.employerForm, ["employer": neq.text, "form": form.rawValue])
        }
        if let office { try services.requireOffice(office, of: region) }
        for subject in [subject, contact].compactMap({ $0 }) { try services.requireSubject(subject) }
    }
}
