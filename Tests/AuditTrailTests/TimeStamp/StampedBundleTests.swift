import Foundation
import Testing

@testable import AuditTrail

@Suite(.enabled(if: OpenSSLCommand.path != nil, "the openssl command is not installed"))
struct StampedBundleTests {
    let book: TestBook
    let id: Digest
    let one: String
    let authority: TestAuthority
    private let time = "20260502000000Z"

    init() throws {
        book = try TestBook()
        id = try #require(book.ids["fnf"])
        try book.post(100)
        one = try book.export("one")
        authority = try TestAuthority()
    }

    private func judge(
        roots: [String] = ["root"], witness: TestWitness? = nil, now: String = "2026-05-03T00:00:00Z"
    ) throws -> VerificationReport {
        try BundleVerifier.verify(
            VerificationOrder(
                path: one, key: TestBook.ledgerKey().publicKey.pem, registerID: id,
                witnesses: witness.map { WitnessRequirement(keys: [$0.key.publicKey.pem], now: now) },
                authorities: TimeStampRequirement(certificates: roots.map { try authority.pem($0) }, now: now)),
            layout: NoteDomain.layout)
    }

    private func code(_ report: VerificationReport) -> TimeStampError.Code? {
        (report.verdicts[.time]?.detail as? TimeStampError)?.code
    }

    private func stamp(at time: String? = nil, over text: [UInt8]? = nil) throws {
        let text = try text ?? bytes(one + "/STATEMENT")
        try put(authority.response(over: text, at: time ?? self.time), one + "/STATEMENT.tsr")
    }

    @Test func aTokenOverItsStatementHoldsAndIsRequired() throws {
        try stamp()
        let report = try judge()
        #expect(report.status(.time) == .holds && report.required.contains(.time) && report.isAccepted)
        #expect(try book.verify(one).status(.time) == .notChecked)
    }

    @Test func withoutATokenTimeFails() throws {
        let report = try judge()
        #expect(code(report) == .tokenMissing && !report.isAccepted)
        #expect(report.status(.integrity) == .holds)
    }

    @Test func aTokenOfAnotherStatementOrTimeFails() throws {
        try stamp(over: Array("another".utf8))
        #expect(try code(judge()) == .imprintOther)
        try stamp(at: "20260503001001Z")
        #expect(try code(judge()) == .tokenTime)
        #expect(try judge(now: "2026-05-03T00:00:01Z").isAccepted)
        try stamp(at: "20260430000000Z")
        #expect(try code(judge()) == .tokenTime)
    }

    @Test func garbageAndWhatIsTooLargeFail() throws {
        try put([1], one + "/STATEMENT.tsr")
        #expect(try code(judge()) == .responseMalformed)
        #expect(try judge().status(.integrity) == .holds)
        try put([UInt8](repeating: 1, count: 70_000), one + "/STATEMENT.tsr")
        #expect(try judge().status(.time) == .notChecked)
        #expect(try judge().status(.integrity) == .fails)
    }

    @Test func witnessesAndAuthoritiesMustBothHold() throws {
        let witness = try TestWitness()
        try stamp()
        #expect(try judge(witness: witness).status(.time) == .fails)
        try witness.cosignInto(one, pin: id)
        #expect(try judge(witness: witness).isAccepted)
        try FileManager.default.removeItem(atPath: one + "/STATEMENT.tsr")
        #expect(try code(judge(witness: witness)) == .tokenMissing)
    }

    @Test func itRestsOnIntegrity() throws {
        try stamp()
        try put(bytes(one + "/notes.csv") + [0x0A], one + "/notes.csv")
        #expect(try judge().status(.time) == .notChecked)
        try FileManager.default.removeItem(atPath: one + "/STATEMENT")
        #expect(try judge().status(.time) == .notChecked)
    }

    @Test func aBundleTakesOneTokenOverItsStatement() throws {
        let bundle = try StampedBundle(one)
        #expect(bundle.token == nil)
        let request = bundle.request(random: Array(1...8))
        let answer = try authority.reply(to: request.der)
        #expect(throws: Never.self) { _ = try bundle.accept(answer, to: request) }
        let other = try authority.response(over: Array("another".utf8), at: time)
        #expect(stampRefusal { _ = try bundle.accept(other) } == .imprintOther)
        let withoutNonce = try authority.response(over: bundle.text, at: time)
        #expect(stampRefusal { _ = try bundle.accept(withoutNonce, to: request) } == .nonceOther)
        #expect(throws: Never.self) { _ = try bundle.accept(withoutNonce) }
        try put(answer, one + "/STATEMENT.tsr")
        let stamped = try StampedBundle(one)
        #expect(stamped.token == answer)
        #expect(throws: Never.self) { _ = try stamped.accept(answer) }
        #expect(stampRefusal { _ = try stamped.accept(withoutNonce) } == .tokenTaken)
        #expect(stampRefusal { try stamped.requireNoToken() } == .tokenTaken)
    }

    @Test func aStatementBehindALinkIsNotRead() throws {
        try FileManager.default.moveItem(atPath: one + "/STATEMENT", toPath: book.folder + "/elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: one + "/STATEMENT", withDestinationPath: book.folder + "/elsewhere")
        #expect(auditRefusal { _ = try StampedBundle(one) } == .bundleFileKind)
    }
}
