import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Slips made away from the book, and what becomes of their lines.
@Suite("Slips of coordinators")
struct SlipTests {
    /// A slip of a coordinator with a signed agreement, its start, and a participation.
    func make(
        _ book: AgreementBook, as person: String = "coord", number: Int64 = 1,
        _ more: (SlipDraft) throws -> Void = { _ in }
    ) throws -> (Slip, SlipOpenings, SlipDraft) {
        let draft = SlipDraft(try book.read { try Slips($0).context(on: day("2026-05-10")) }, committee: "metal")
        let id = try draft.write(AgreementBook.order(), drawing: book.drawing)
        try draft.write(AgreementStarted(AgreementHead(id, on: day("2026-05-04"))))
        try more(draft)
        // The file of a slip that is being made is read back as it was.
        let again = try SlipDraft(parsing: draft.text())
        #expect(again.lines == draft.lines && again.openings == draft.openings && again.context == draft.context)
        let key = try AgreementBook.key(person)
        let head = SlipHead(
            committee: "metal", person: person, key: key.publicKey, number: number, time: "2026-05-10T12:00:00Z")
        let slip = try Slip(
            register: draft.context.register, origin: draft.context.origin, head: head, lines: draft.lines, signedBy: key)
        return (try Slip(parsing: slip.text), try SlipOpenings(parsing: draft.openings.text()), draft)
    }

    /// Tries a slip out and receives it, as the command does.
    func receive(
        _ book: AgreementBook, _ slip: Slip, _ openings: SlipOpenings, as agent: String = "agent06", rejecting: Set<Int> = []
    ) throws -> [SlipOutcome] {
        let outcomes = try tryOut(book, slip, openings, as: agent, rejecting: rejecting)
        let accepted = outcomes.filter(\.isAccepted).map(\.line)
        let rejected = outcomes.filter { !$0.isAccepted }.map { SlipReceived.Rejected(line: $0.line, code: Self.code($0)) }
        _ = try book.write(as: agent) { try Slips($0).receive(slip, openings, accepting: accepted, rejected: rejected) }
        return outcomes
    }

    private struct Undone: Error { let outcomes: [SlipOutcome] }

    func tryOut(
        _ book: AgreementBook, _ slip: Slip, _ openings: SlipOpenings, as agent: String = "agent06", rejecting: Set<Int> = []
    ) throws -> [SlipOutcome] {
        do {
            try book.write(as: agent) {
                throw Undone(outcomes: try Slips($0).tryOut(slip, openings, rejecting: rejecting) { !($0 is Undone) })
            }
            return []
        } catch let undone as Undone {
            return undone.outcomes
        }
    }

    static func code(_ outcome: SlipOutcome) -> String {
        switch outcome.refusal {
        case let error as AgreementError: error.code.rawValue
        case let error as SlipError: error.code.rawValue
        case let error as ScopeError: error.code.rawValue
        case let error as EmployerError: error.code.rawValue
        default: "E"
        }
    }

    private func checked(_ book: AgreementBook, _ slip: Slip) throws -> SlipError.Code? {
        do {
            try book.read { try Slips($0).check(slip) }
            return nil
        } catch let error as SlipError {
            return error.code
        }
    }

    @Test func aSlipIsReceivedWholeAndItsPersonsAreKnown() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        let outcomes = try receive(book, slip, openings)
        #expect(outcomes.filter { !$0.isAccepted }.isEmpty)
        let file = try book.file(AgreementID(parsing: "AGR-2026-000001"))
        #expect(file.state.stage == .underWay)
        #expect(try book.read { try Agreements($0).name(of: file.state.apprentice) } == "Léa Côté")
        try book.expectSound()
    }

    @Test func nothingIsReceivedTwice() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        _ = try receive(book, slip, openings)
        #expect(try checked(book, slip) == .receivedBefore)
        // The same number with other lines is the same slip.
        let (other, _, _) = try make(book) { try $0.write(AgreementSuspended(AgreementHead($0.nextAgreementBefore(), on: day("2026-05-06")), reason: "arrêt")) }
        #expect(try checked(book, other) == .receivedBefore)
    }

    @Test func theAnswerSaysWhatBecameOfEachLine() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        #expect(throws: SlipError(.slipUnknown, ["person": "coord", "number": "1"])) {
            try book.read { try Slips($0).answer(to: "coord", number: 1) }
        }
        _ = try receive(book, slip, openings)
        let answer = try book.read { try Slips($0).answer(to: "coord", number: 1) }
        #expect(answer.lines.map(\.line) == Array(1...slip.lines.count))
        #expect(answer.lines.compactMap(\.id) == Array(repeating: "AGR-2026-000001", count: 3))
        let text = String(decoding: answer.text, as: UTF8.self)
        #expect(text.hasPrefix("fundctl/slip-answer/v1\nregister-id: "))
        #expect(!text.contains("Léa"))
    }

    @Test func whatIsChangedOnItsWayIsRefused() throws {
        let book = try AgreementBook()
        let (slip, _, _) = try make(book)
        let text = String(decoding: slip.text, as: UTF8.self)
        for (from, to) in [
            ("\"hours\":\"35\"", "\"hours\":\"36\""), ("number: 1", "number: 2"), ("committee: metal", "committee: tourisme"),
            ("person: coord", "person: hotelier"), ("12:00:00Z", "12:00:01Z"),
        ] {
            let changed = Array(text.replacing(from, with: to).utf8)
            #expect(throws: SlipError.self) { try Slip(parsing: changed) }
            do { _ = try Slip(parsing: changed) } catch let error as SlipError { #expect(error.code == .signature) }
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for cut in [1, 5, 9, 10, lines.count - 2] {
            var kept = lines
            kept.remove(at: cut)
            #expect(throws: (any Error).self) { try Slip(parsing: Array(kept.joined(separator: "\n").utf8)) }
        }
        #expect(throws: SlipError(.malformed, ["line": "1", "part": "line feed"])) { try Slip(parsing: Array(text.dropLast().utf8)) }
    }

    @Test func anotherKeyAnotherCommitteeAnotherRegister() throws {
        let book = try AgreementBook()
        func made(_ person: String, key: String, committee: String, register: Digest? = nil) throws -> Slip {
            let (slip, _, draft) = try make(book)
            let key = try AgreementBook.key(key)
            let head = SlipHead(
                committee: committee, person: person, key: key.publicKey, number: 9, time: slip.head.time)
            return try Slip(
                register: register ?? draft.context.register, origin: slip.origin, head: head, lines: slip.lines, signedBy: key)
        }
        func code(_ slip: Slip) throws -> String? { try checked(book, slip)?.rawValue }
        #expect(try code(made("coord", key: "hotelier", committee: "metal")) == "E-SLP-004")
        #expect(try code(made("hotelier", key: "hotelier", committee: "metal")) == "E-SLP-005")
        #expect(try code(made("agent06", key: "agent06", committee: "metal")) == "E-SLP-005")
        #expect(try code(made("coord", key: "coord", committee: "metal", register: SHA256.hash([1]))) == "E-SLP-002")
        // A founder coordinates every committee.
        #expect(try code(made("anne", key: "anne", committee: "metal")) == nil)
    }

    @Test func linesAreAcceptedOrRejectedOneByOne() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book) { draft in
            // Refused by the register: an employer that it does not know; and the step that rests on it.
            let id = try draft.write(
                AgreementBook.order("Ana", born: "2003-01-01", at: "1140000099", companion: "Zoé"), drawing: book.drawing)
            try draft.write(AgreementStarted(AgreementHead(id, on: day("2026-05-05"))))
            try draft.write(AgreementBook.order("Ivo", born: "2003-02-02"), drawing: book.drawing)
        }
        let outcomes = try receive(book, slip, openings)
        let kinds = slip.lines.map(\.kind)
        let codes = outcomes.map { $0.isAccepted ? "" : Self.code($0) }
        for (place, kind) in kinds.enumerated() where codes[place] == "E-EMP-002" { #expect(kind == AgreementDrafted.kind) }
        #expect(codes.filter { $0 == "E-EMP-002" }.count == 1)
        // The two persons of the rejected draft, its signing and its start.
        #expect(codes.filter { $0 == "E-SLP-014" }.count == 4)
        #expect(try book.read { try Agreements($0).list(AgreementFilter()) }.map(\.id.text) == ["AGR-2026-000001", "AGR-2026-000002"])
        try book.expectSound()
    }

    @Test func theAgentRejectsALineAndWhatRestsOnIt() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        let draft = try #require(slip.lines.firstIndex { $0.kind == AgreementDrafted.kind }) + 1
        let outcomes = try receive(book, slip, openings, rejecting: [draft])
        #expect(outcomes.filter(\.isAccepted).isEmpty)
        #expect(outcomes.map { Self.code($0) }.contains("E-SLP-015"))
        try book.expectSound()
    }

    @Test func theReceiverHoldsTheRegionAndTheSenderTheCommittee() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        let outcomes = try tryOut(book, slip, openings, as: "agent12")
        #expect(outcomes.map { $0.isAccepted ? "" : Self.code($0) }.contains("E-SCP-001"))
        // A context may be old: the standard's committee is that of the register.
        try book.write {
            try $0.append(StandardSet(standard: "usinage", name: "Usinage", committee: "tourisme", modules: [.init(module: "M1", name: "M")]))
        }
        let moved = try tryOut(book, slip, openings)
        #expect(moved.map { $0.isAccepted ? "" : Self.code($0) }.contains("E-SCP-001"))
    }

    @Test func openingsFitTheirCommitments() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        var other = openings
        let first = other.openings[0]
        other.openings[0] = .init(subject: first.subject, field: first.field, salt: first.salt, value: first.value + "x")
        #expect(try tryOut(book, slip, other).map { $0.isAccepted ? "" : Self.code($0) }.contains("E-SLP-011"))
        #expect(try tryOut(book, slip, SlipOpenings()).map { $0.isAccepted ? "" : Self.code($0) }.contains("E-SLP-012"))
        #expect(throws: SlipError.self) { try SlipOpenings(parsing: Array("x\n".utf8)) }
        #expect(throws: SlipError(.fileMalformed, ["file": "fundctl/slip-context/v1", "line": "1"])) { try SlipContext(parsing: []) }
    }

    @Test func whatIsAcceptedIsTheLine() throws {
        let book = try AgreementBook()
        let (slip, _, _) = try make(book)
        func code(_ body: (RegisterSession) throws -> Void) throws -> String? { try book.refused(as: "agent06", body) }
        let rejected = slip.lines.indices.dropFirst().map { SlipReceived.Rejected(line: $0 + 1, code: "X") }
        let first = try book.size() + 1
        // Another record in the place of the line.
        #expect(try code { session in
            try session.append(SlipReceived(slip, accepted: [.init(line: 1, record: first + 1)], rejected: rejected))
            _ = try book.open(session, "Autre")
        } == "E-SLP-008")
        // More records than accepted lines.
        #expect(try code { session in
            let all = slip.lines.indices.map { SlipReceived.Rejected(line: $0 + 1, code: "X") }
            try session.append(SlipReceived(slip, accepted: [], rejected: all))
            _ = try book.open(session, "Autre")
        } == "E-SLP-009")
        // Not first in its batch; lines left out.
        #expect(try code { session in
            _ = try book.open(session, "Autre")
            try session.append(SlipReceived(slip, accepted: [.init(line: 1, record: first + 2)], rejected: rejected))
        } == "E-SLP-009")
        #expect(try code { try $0.append(SlipReceived(slip, accepted: [], rejected: Array(rejected))) } == "E-SLP-010")
        #expect(try code { try $0.append(SlipReceived(slip, accepted: [.init(line: 1, record: 1)], rejected: rejected)) } == "E-SLP-010")
    }

    @Test func aSlipIsJudgedWhileItIsMade() throws {
        let book = try AgreementBook()
        let (_, _, draft) = try make(book)
        func code(_ body: () throws -> Void) throws -> String? {
            do {
                try body()
                return nil
            } catch let error as SlipError {
                return error.code.rawValue
            } catch let error as AgreementError {
                return error.code.rawValue
            }
        }
        #expect(try code { try draft.write(AgreementBook.order("Ana", standard: "cuisine"), drawing: book.drawing) } == "E-SLP-018")
        #expect(try code { try draft.write(AgreementBook.order("Ana", standard: "usinag"), drawing: book.drawing) } == "E-SLP-017")
        #expect(try code { try draft.write(AgreementBook.order("Ana", office: "R99"), drawing: book.drawing) } == "E-SLP-017")
        #expect(try code { try draft.write(AgreementBook.order(), drawing: book.drawing) } == "E-AGR-025")
        #expect(try code { try draft.write(AgreementStarted(AgreementHead(draft.nextAgreementBefore(), on: day("2026-05-05")))) } == "E-AGR-002")
        #expect(try code { try draft.write(AgreementStarted(AgreementHead(draft.nextAgreement(on: day("2026-05-05")), on: day("2026-05-05")))) } == "E-AGR-001")
        #expect(try code { try draft.write(AgreementChecked(AgreementHead(draft.nextAgreementBefore(), on: day("2026-05-05")), modules: ["M1"])) } == "E-SLP-007")
        let key = try AgreementBook.key("coord")
        let head = SlipHead(committee: "metal", person: "coord", key: key.publicKey, number: 1, time: "")
        #expect(
            try code { _ = try Slip(register: draft.context.register, origin: "a", head: head, lines: [], signedBy: key) }
                == "E-SLP-016")
        #expect(throws: SlipError.self) { try SlipDraft(parsing: Array("x\n".utf8)) }
    }
}

extension SlipDraft {
    /// The id of the agreement made last.
    func nextAgreementBefore() throws -> AgreementID {
        let next = try nextAgreement(on: day("2026-05-05"))
        return try AgreementID(year: next.year, number: next.number - 1)
    }
}
