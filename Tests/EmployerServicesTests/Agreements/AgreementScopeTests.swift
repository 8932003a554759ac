import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Agents act for their region, coordinators for their committee's standards. FORMAT.md, section 20.2.
@Suite("Who may write of agreements")
struct AgreementScopeTests {
    @Test(arguments: [
        ("anne", "R06", "usinage", String?.none), ("anne", "R06", "libre", nil),
        ("agent06", "R06", "usinage", nil), ("agent06", "R06", "libre", nil), ("agent06", "R12", "usinage", "E-SCP-001"),
        ("agent12", "R12", "cuisine", nil), ("agent12", "R06", "cuisine", "E-SCP-001"),
        ("coord", "R06", "usinage", nil), ("coord", "R13", "usinage", nil),
        // Case 40: outside the coordinator's committee.
        ("coord", "R06", "cuisine", "E-SCP-001"), ("coord", "R06", "libre", "E-SCP-001"),
        ("hotelier", "R06", "cuisine", nil), ("hotelier", "R06", "usinage", "E-SCP-001"),
    ])
    func aDraftNeedsItsRegionOrItsCommittee(
        _ person: String, _ office: String, _ standard: String, _ expected: String?
    ) throws {
        let book = try AgreementBook()
        let order = try AgreementBook.order(office: office, standard: standard)
        #expect(try book.refused(as: person) { try BookDesk($0).write(order, drawing: book.drawing) } == expected)
    }

    /// Every step, by who may not: an agent of another region, a coordinator of another committee.
    @Test(arguments: AgreementMove.allCases.filter { $0 != .drafted })
    func everyStepNeedsTheRegionInForceOrTheCommittee(_ move: AgreementMove) throws {
        let book = try AgreementBook()
        let id = try Self.standing(book, before: move)
        let records = try book.read { try Self.record(move, of: id, companion: Agreements($0).agreement(id).state.companion) }
        let mayCoordinate = ![.checked, .completed, .recognised, .annulled].contains(move)
        #expect(try book.refused(as: "agent12") { try $0.append(records) } == "E-SCP-001")
        #expect(try book.refused(as: "hotelier") { try $0.append(records) } == (mayCoordinate ? "E-SCP-001" : "E-KEY-021"))
        if !mayCoordinate { #expect(try book.refused(as: "coord") { try $0.append(records) } == "E-KEY-021") }
        #expect(try book.refused(as: mayCoordinate ? "coord" : "agent06") { try $0.append(records) } == nil)
        try book.expectSound()
    }

    @Test func aChangeNeedsOneOfTheTwoRegions() throws {
        let book = try AgreementBook()
        let id = try book.sign(AgreementBook.order())
        var change = AgreementChange()
        (change.employer, change.office) = (AgreementBook.forge, "R12")
        let moved = change
        (change.employer, change.office) = (AgreementBook.inn, "R13")
        let further = change
        #expect(try book.refused(as: "agent12") { try $0.append(AgreementChanged(AgreementHead(id, on: day("2026-06-01")), further)) } == "E-SCP-001")
        #expect(try book.refused(as: "agent12") { try $0.append(AgreementChanged(AgreementHead(id, on: day("2026-06-01")), moved)) } == nil)
        // The office in force is another now.
        #expect(try book.refused(as: "agent06") { try $0.append(AgreementStarted(AgreementHead(id, on: day("2026-06-02")))) } == "E-SCP-001")
        #expect(try book.refused(as: "agent12") { try $0.append(AgreementStarted(AgreementHead(id, on: day("2026-06-02")))) } == nil)
    }

    @Test func rolesCountAsTheyStoodBeforeTheBatch() throws {
        let book = try AgreementBook()
        let id = try book.sign(AgreementBook.order())
        let code = try book.refused(as: "agent12") { session in
            try session.append(AgreementStarted(AgreementHead(id, on: day("2026-06-02"))))
        }
        #expect(code == "E-SCP-001")
    }

    private static func standing(_ book: AgreementBook, before move: AgreementMove) throws -> AgreementID {
        let isDraft = move == .signed
        let id = try book.sign(AgreementBook.order(isSigned: !isDraft, on: isDraft ? "2026-04-30" : "2026-05-03"))
        let head = { (text: String) in AgreementHead(id, on: try day(text)) }
        guard ![.signed, .started, .ended, .annulled, .changed].contains(move) else { return id }
        let companion = try #require(try book.file(id).state.companion)
        try book.write { session in
            try session.append(AgreementStarted(head("2026-05-04")))
            guard move != .learnt, move != .suspended else { return }
            let modules = move == .completed ? ["M1", "M2", "M3"] : ["M1"]
            for module in modules { try session.append(AgreementLearnt(head("2026-05-05"), module: module, companion: companion)) }
            guard move != .checked else { return }
            try session.append(AgreementChecked(head("2026-05-06"), modules: modules))
            if move == .resumed { try session.append(AgreementSuspended(head("2026-05-07"), reason: "arrêt")) }
        }
        return id
    }

    private static func record(_ move: AgreementMove, of id: AgreementID, companion: String?) throws -> any Record {
        let head = AgreementHead(id, on: try day("2026-06-10"))
        switch move {
        case .drafted, .signed:
            let order = try #require(try AgreementBook.order().terms)
            return AgreementSigned(head, order.with(companion: companion ?? ""))
        case .started: return AgreementStarted(head)
        case .learnt: return AgreementLearnt(head, module: "M1", companion: companion ?? "")
        case .checked: return AgreementChecked(head, modules: ["M1"])
        case .changed:
            var change = AgreementChange()
            change.hours = 40
            return AgreementChanged(head, change)
        case .suspended: return AgreementSuspended(head, reason: "arrêt")
        case .resumed: return AgreementResumed(head, ends: try day("2027-05-01"))
        case .completed: return AgreementCompleted(head, certificate: "C-1")
        case .recognised: return AgreementRecognised(head, attestation: "A-1")
        case .ended: return AgreementEnded(head, cause: .other, reason: "fin")
        case .annulled: return AgreementAnnulled(head, reason: "erreur")
        }
    }
}
