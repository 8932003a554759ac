import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// The life of an employer, cell by cell. FORMAT.md, section 20.3.
@Suite struct EmployerLifeTests {
    private static let unknown = "1140000001", open = "1140000002", closed = "1140000003", merged = "1140000004"
    private static let other = "1140000005"

    private static func book() throws -> ServicesBook {
        let book = try ServicesBook()
        for neq in [open, closed, merged, other] { try book.add(neq) }
        try book.append(EmployerClosed(ServicesBook.neq(closed), reason: "faillite", on: ServicesBook.date("2026-05-02")))
        try book.append(
            EmployerMerged(
                ServicesBook.neq(merged), into: ServicesBook.neq(other), reason: "achat",
                on: ServicesBook.date("2026-05-02")))
        return book
    }

    /// What each record is refused with, by where the employer stands: unknown, open, closed, merged.
    private static let table: [(String, @Sendable (NEQ) throws -> any ServiceRecord, [String?])] = [
        ("added", { try ServicesBook.added($0.text) }, [nil, "E-EMP-001", "E-EMP-001", "E-EMP-001"]),
        (
            "changed", { EmployerChanged($0, EmployerDetails(employees: 12), on: later) },
            ["E-EMP-002", nil, "E-EMP-006", "E-EMP-003"]
        ),
        (
            "merged", { EmployerMerged($0, into: ServicesBook.neq(other), reason: "achat", on: later) },
            ["E-EMP-002", nil, "E-EMP-006", "E-EMP-003"]
        ),
        (
            "merged into it", { EmployerMerged(ServicesBook.neq(other), into: $0, reason: "achat", on: later) },
            ["E-EMP-002", nil, "E-EMP-006", "E-EMP-003"]
        ),
        ("closed", { EmployerClosed($0, reason: "fin", on: later) }, ["E-EMP-002", nil, "E-EMP-006", "E-EMP-003"]),
        ("reopened", { EmployerReopened($0, reason: "retour", on: later) }, ["E-EMP-002", "E-EMP-007", nil, "E-EMP-007"]),
        (
            "establishment", { EstablishmentSet($0, number: 1, region: .montreal, on: later) },
            ["E-EMP-002", nil, "E-EMP-006", nil]
        ),
        (
            "intervention",
            {
                InterventionStarted(
                    try InterventionID(parsing: "INT-2026-000001"), employer: $0, measure: "mfor", office: "R06",
                    begins: later)
            }, ["E-EMP-002", nil, "E-EMP-006", nil]
        ),
    ]
    private static let later = ServicesBook.date("2026-05-03")

    @Test func everyRecordInEveryState() throws {
        let book = try Self.book()
        for (name, make, expected) in Self.table {
            for (neq, code) in zip([Self.unknown, Self.open, Self.closed, Self.merged], expected) {
                let record = try make(ServicesBook.neq(neq))
                #expect(book.refusal { try $0.append(any: record) } == code, "\(name), \(neq)")
            }
        }
        #expect(try book.check() == [])
    }

    @Test func datesOfAnEmployerNeverGoBack() throws {
        let book = try Self.book()
        let before = ServicesBook.date("2026-04-30"), neq = ServicesBook.neq(Self.open)
        #expect(book.refusal(of: EmployerChanged(neq, EmployerDetails(employees: 1), on: before)) == "E-EMP-008")
        #expect(book.refusal(of: EmployerClosed(neq, reason: "x", on: before)) == "E-EMP-008")
        // A merger is a record of both: the one that stays has its day too.
        let other = ServicesBook.neq(Self.other)
        #expect(
            book.refusal(of: EmployerChanged(other, EmployerDetails(employees: 1), on: ServicesBook.date("2026-05-01")))
                == "E-EMP-008")
        #expect(
            book.refusal(
                of: EmployerReopened(ServicesBook.neq(Self.closed), reason: "x", on: ServicesBook.date("2026-05-01")))
                == "E-EMP-008")
    }

    @Test func nameFormAndNumberAgree() throws {
        let book = try ServicesBook()
        let subject = try book.openSubject(1), erased = try book.openSubject(2)
        try book.erase(erased)
        func refused(_ neq: String, _ form: EmployerForm, name: String? = nil, subject: String? = nil) throws -> String? {
            let details = EmployerDetails(
                form: form, name: name, subject: subject, region: .montreal, scian: try SCIAN(parsing: "44"))
            return book.refusal(of: EmployerAdded(ServicesBook.neq(neq), details, on: ServicesBook.date("2026-05-01")))
        }
        #expect(try refused("1140000001", .corporation, name: "A") == nil)
        #expect(try refused("1140000001", .corporation) == "E-EMP-004")
        #expect(try refused("1140000001", .corporation, name: "A", subject: subject) == "E-EMP-004")
        #expect(try refused("1140000001", .corporation, subject: subject) == "E-EMP-004")
        #expect(try refused("2240000001", .soleProprietor, subject: subject) == nil)
        #expect(try refused("2240000001", .soleProprietor, name: "Jean Roy") == "E-EMP-004")
        #expect(try refused("2240000001", .soleProprietor, subject: erased) == "E-LST-021")
        let kinds: [String: Set<EmployerForm>] = [
            "11": [.corporation, .cooperative, .nonProfit, .bandCouncil, .other], "22": [.soleProprietor],
            "33": [.partnership, .association], "88": [.publicBody],
        ]
        for (prefix, forms) in kinds {
            for form in EmployerForm.allCases {
                let isPerson = prefix == "22"
                let code = try refused(
                    "\(prefix)40000001", form, name: isPerson ? nil : "A", subject: isPerson ? subject : nil)
                #expect(code == (forms.contains(form) ? nil : "E-EMP-005"), "\(prefix) \(form)")
            }
        }
    }

    @Test func anOfficeIsOfTheRegionAndFallsAwayWithIt() throws {
        let book = try ServicesBook()
        try book.add(Self.open)
        let neq = ServicesBook.neq(Self.open), day = ServicesBook.date("2026-05-02")
        #expect(book.refusal(of: EmployerChanged(neq, EmployerDetails(office: "R03"), on: day)) == "E-LST-003")
        #expect(book.refusal(of: EmployerChanged(neq, EmployerDetails(office: "OLD"), on: day)) == "E-LST-002")
        #expect(book.refusal(of: EmployerChanged(neq, EmployerDetails(office: "R99"), on: day)) == "E-LST-001")
        #expect(book.refusal(of: EmployerChanged(neq, EmployerDetails(), on: day)) == "E-EMP-009")
        try book.append(EmployerChanged(neq, EmployerDetails(office: "MTL"), on: day))
        #expect(try book.read { try $0.employer(Self.open).office } == "MTL")
        try book.append(EmployerChanged(neq, EmployerDetails(region: .capitaleNationale), on: day))
        #expect(try book.read { try $0.employer(Self.open).office } == nil)
        try book.append(EmployerChanged(neq, EmployerDetails(region: .montreal, office: "MTL"), on: day))
        #expect(try book.read { try $0.employer(Self.open).office } == "MTL")
        #expect(
            book.refusal(of: EmployerChanged(neq, EmployerDetails(region: .capitaleNationale, office: "MTL"), on: day))
                == "E-LST-003")
        #expect(try book.check() == [])
    }

    @Test func bothNumbersOfAChainOfMergersLeadToTheOne() throws {
        let book = try ServicesBook()
        let numbers = ["1140000001", "1140000002", "1140000003", "1140000004"]
        for neq in numbers { try book.add(neq) }
        try book.append(
            EstablishmentSet(ServicesBook.neq(numbers[0]), number: 7, region: .montreal, on: ServicesBook.date("2026-05-01")))
        for (one, other) in zip(numbers, numbers.dropFirst()).prefix(2) {
            try book.start(one)
            try book.append(
                EmployerMerged(
                    ServicesBook.neq(one), into: ServicesBook.neq(other), reason: "achat",
                    on: ServicesBook.date("2026-05-02")))
        }
        // Acts named by a number that was merged count for the one it became.
        let late = try book.start(numbers[0], begins: "2026-06-01")
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.countedEmployer(numbers[0]).neq == numbers[2])
            #expect(try services.numbers(of: numbers[2]) == [numbers[2], numbers[0], numbers[1]])
            #expect(try services.establishments(of: numbers[2]).map(\.number) == [7])
            var filter = ServicesReader.InterventionFilter()
            filter.root = numbers[2]
            var found: [String] = []
            try services.forEachIntervention(filter) { found.append("\($0.employer) \($0.id.text)") }
            #expect(found.count == 3 && found.last == "\(numbers[0]) \(late.text)")
            #expect(try services.history(of: numbers[2]).count == 8)
        }
        #expect(
            book.refusal(
                of: EmployerMerged(
                    ServicesBook.neq(numbers[3]), into: ServicesBook.neq(numbers[3]), reason: "x",
                    on: ServicesBook.date("2026-05-02"))) == "E-EMP-010")
        // Once the one is closed, none of its numbers takes anything new.
        try book.append(EmployerClosed(ServicesBook.neq(numbers[2]), reason: "x", on: ServicesBook.date("2026-06-02")))
        #expect(book.refusal { try $0.append(ServicesBook.start($0, numbers[0])) } == "E-EMP-006")
        #expect(try book.check() == [])
    }
}

extension RegisterSession {
    /// Appends a record of whatever kind.
    func append(any record: any ServiceRecord) throws {
        func append<R: ServiceRecord>(_ record: R) throws { try self.append(record) }
        try append(record)
    }
}
