import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// What a coordinator and an agent do with slips: regions, the context's companions, entries taken out, answers read.
extension SlipTests {
    private func order(_ name: String, office: String, at employer: String) throws -> AgreementOrder {
        try AgreementBook.order(name, born: "2003-02-02", at: employer, office: office)
    }

    @Test func aLineOfAnotherRegionIsRejectedAloneWithWhatRestsOnIt() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book) { draft in
            let id = try draft.write(order("Ana", office: "R12", at: AgreementBook.forge), drawing: book.drawing)
            try draft.write(AgreementStarted(AgreementHead(id, on: day("2026-05-05"))))
        }
        func codes(_ agent: String) throws -> [String: Set<String>] {
            var found: [String: Set<String>] = [:]
            for (outcome, line) in zip(try tryOut(book, slip, openings, as: agent), slip.lines) {
                found[line.id ?? "", default: []].insert(outcome.isAccepted ? "" : Self.code(outcome))
            }
            return found
        }
        let (mine, other) = ("AGR-0000-000001", "AGR-0000-000002")
        #expect(try codes("agent06") == [mine: [""], other: ["E-SCP-001", "E-SLP-014"], "": ["", "E-SLP-014"]])
        #expect(try codes("agent12") == [mine: ["E-SCP-001", "E-SLP-014"], other: [""], "": ["", "E-SLP-014"]])
        _ = try receive(book, slip, openings, as: "agent12")
        #expect(try book.file(AgreementID(parsing: "AGR-2026-000001")).state.office == "R12")
        try book.expectSound()
        let answer = try book.read { try Slips($0).answer(to: "coord", number: 1) }
        #expect(Set(answer.lines.compactMap(\.own)) == [other] && Set(answer.lines.compactMap(\.id)) == ["AGR-2026-000001"])
    }

    @Test func whatRestsOnALineThatTheAgentRejectsSaysSo() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book) { draft in
            let id = try draft.nextParticipation(on: day("2026-05-05"))
            let subject = try draft.open(.named("Uma", born: "2001-01-01"), book.drawing)
            try draft.write(
                ParticipationStarted(
                    id, on: day("2026-05-05"), employer: nil, office: "R06", participant: subject, programme: "strategie"))
            try draft.write(ParticipationEnded(id, on: day("2026-05-06"), result: .achieved))
        }
        let openers = Set(slip.lines.indices.filter { slip.lines[$0].isOpening }.map { $0 + 1 })
        let outcomes = try tryOut(book, slip, openings, rejecting: openers)
        for outcome in outcomes where !openers.contains(outcome.line) {
            let line = slip.lines[outcome.line - 1]
            let on = SlipContents.support(of: outcome.line, in: slip.lines).map(String.init)
            #expect(Self.code(outcome) == "E-SLP-014", "\(line.kind)")
            #expect((outcome.refusal as? SlipError)?.parameters["on"] == on, "\(line.kind)")
        }
    }

    @Test func aStepBeforeItsOpeningNamesNothing() throws {
        let book = try AgreementBook()
        let (slip, openings, draft) = try make(book)
        let turned = try Slip(
            register: slip.register, origin: slip.origin, head: slip.head, lines: Array(draft.lines.reversed()),
            signedBy: AgreementBook.key("coord"))
        #expect(Self.code(try tryOut(book, turned, openings)[0]) == "E-AGR-001")
    }

    @Test func theCompanionOfTheBooksAgreementsIsThatOfTheContext() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        _ = try receive(book, slip, openings)
        let id = try AgreementID(parsing: "AGR-2026-000001")
        let context = try book.read { try Slips($0).context(on: day("2026-05-10"), committee: "metal") }
        #expect(context.agreements.map(\.id) == [id.text])
        #expect(try SlipContext(parsing: context.text()) == context)
        #expect(!String(decoding: try context.text(), as: UTF8.self).contains("Léa"))
        #expect(try book.read { try Slips($0).context(on: day("2026-05-10"), committee: "tourisme") }.agreements == [])
        #expect(throws: ServiceListError.self) { try book.read { try Slips($0).context(on: day("2026-05-10"), committee: "x") } }

        let draft = SlipDraft(context, committee: "metal")
        let first = try #require(try draft.companion(of: id))
        #expect(try first == book.file(id).state.companion)
        try draft.write(AgreementLearnt(AgreementHead(id, on: day("2026-05-06")), module: "M1", companion: first))
        // A companion who is changed in the slip is the one who vouches from then on, in its file too.
        var change = AgreementChange()
        change.companion = try draft.open(.named("Zoé Roy", born: nil), book.drawing)
        try draft.write(AgreementChanged(AgreementHead(id, on: day("2026-05-07")), change))
        #expect(try SlipDraft(parsing: draft.text()).companion(of: id) == change.companion)
        try draft.write(
            AgreementLearnt(AgreementHead(id, on: day("2026-05-08")), module: "M2", companion: try #require(change.companion)))
        let key = try AgreementBook.key("coord")
        let head = SlipHead(
            committee: "metal", person: "coord", key: key.publicKey, number: 2, time: "2026-05-10T12:00:00Z")
        let second = try Slip(
            register: context.register, origin: context.origin, head: head, lines: draft.lines, signedBy: key)
        #expect(try receive(book, second, draft.openings).filter { !$0.isAccepted }.isEmpty)
        #expect(try book.file(id).state.learnt == ["M1", "M2"])

        // Away from it nobody knows.
        let bare = SlipDraft(try book.read { try Slips($0).context(on: day("2026-05-10")) }, committee: "metal")
        #expect(throws: SlipError(.agreementNotInContext, ["agreement": id.text, "committee": "metal"])) {
            try bare.companion(of: id)
        }
    }

    @Test func theLastEntryIsTakenOut() throws {
        let book = try AgreementBook()
        let draft = SlipDraft(try book.read { try Slips($0).context(on: day("2026-05-10")) }, committee: "metal")
        #expect(throws: SlipError(.empty, ["committee": "metal"])) { try draft.withoutLastEntry() }
        var texts: [[UInt8]] = [try draft.text()]
        let id = try draft.write(AgreementBook.order(), drawing: book.drawing)
        texts.append(try draft.text())
        draft.beginEntry()
        try draft.write(AgreementStarted(AgreementHead(id, on: day("2026-05-04"))))
        texts.append(try draft.text())
        try draft.write(order("Ana", office: "R06", at: AgreementBook.mill), drawing: book.drawing)
        var now = try SlipDraft(parsing: draft.text())
        #expect(try now.text() == draft.text())
        for text in texts.reversed() {
            let (left, dropped) = try now.withoutLastEntry()
            #expect(!dropped.isEmpty && dropped.count + left.lines.count == now.lines.count)
            #expect(try left.text() == text)
            now = left
        }
        // What is taken out can be entered again under the same number.
        #expect(try now.nextAgreement(on: day("2026-05-10")) == id)
        now.noteMade(12)
        now.noteMade(12)
        #expect(try SlipDraft(parsing: now.text()).made == [.init(number: 12, lines: 0)])
    }

    @Test func anAnswerIsReadBack() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book) { draft in
            try draft.write(order("Ana", office: "R06", at: "1140000099"), drawing: book.drawing)
            try draft.write(order("Ivo", office: "R06", at: AgreementBook.mill), drawing: book.drawing)
        }
        _ = try receive(book, slip, openings)
        let answer = try book.read { try Slips($0).answer(to: "coord", number: 1) }
        #expect(try SlipAnswerText(parsing: answer.text) == answer)
        let drafts = answer.lines.filter { slip.lines[$0.line - 1].kind == AgreementDrafted.kind }
        #expect(drafts.map(\.own) == ["AGR-0000-000001", nil, "AGR-0000-000003"])
        #expect(drafts.map(\.id) == ["AGR-2026-000001", nil, "AGR-2026-000002"])
        let text = String(decoding: answer.text, as: UTF8.self)
        for (from, to) in [("slip-answer/v1", "slip-answer/v2"), ("accepted", "taken"), ("number: 1", "number: x"), ("\n2 ", "\n7 ")] {
            #expect(throws: SlipError.self) { try SlipAnswerText(parsing: Array(text.replacing(from, with: to).utf8)) }
        }
    }

    @Test func aStepShowsWhoSignedTheSlipAndWhoReceivedIt() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        _ = try receive(book, slip, openings)
        let id = try AgreementID(parsing: "AGR-2026-000001")
        try book.write { try $0.append(AgreementSuspended(AgreementHead(id, on: day("2026-05-09")), reason: "arrêt")) }
        let steps = try book.read { try Agreements($0).steps(of: id) }
        #expect(steps.map(\.person) == ["agent06", "agent06", "agent06", "anne"])
        #expect(steps.map { $0.slip?.person } == ["coord", "coord", "coord", nil])
    }

    @Test func whatASlipIsAboutIsReadFromItsOpeningsAndTheRegister() throws {
        let book = try AgreementBook()
        let (slip, openings, _) = try make(book)
        let items = try book.read { try SlipContents(slip, openings, in: $0).items }
        #expect(Set(items.filter { $0.id != nil }.map(\.about.name)) == ["Léa Côté"])
        #expect(Set(items.filter { $0.id != nil }.map(\.about.employerName)) == ["Entreprise \(AgreementBook.mill)"])
        #expect(items.map(\.line) == Array(1...slip.lines.count))
        _ = try receive(book, slip, openings)
        // Of an agreement of the book, the register knows.
        let draft = SlipDraft(try book.read { try Slips($0).context(on: day("2026-05-10"), committee: "metal") }, committee: "metal")
        try draft.write(AgreementSuspended(AgreementHead(AgreementID(parsing: "AGR-2026-000001"), on: day("2026-05-09")), reason: "arrêt"))
        let away = SlipContents(draft.lines, draft.openings, draft.context).items
        #expect(away[0].about == .init(employer: AgreementBook.mill, office: "R06", matter: "usinage"))
        let key = try AgreementBook.key("coord")
        let second = try Slip(
            register: slip.register, origin: slip.origin,
            head: SlipHead(committee: "metal", person: "coord", key: key.publicKey, number: 2, time: slip.head.time),
            lines: draft.lines, signedBy: key)
        #expect(try book.read { try SlipContents(second, SlipOpenings(), in: $0).items[0].about.name } == "Léa Côté")
    }
}
