import COpenSSL
import Foundation
import Testing

@testable import AuditTrail

@Suite(.enabled(if: OpenSSLCommand.path != nil, "the openssl command is not installed"))
struct TimeStampTests {
    let authority: TestAuthority
    private let text = Array("fundctl/statement/v1\nregister: fnf\n".utf8)
    private let random: [UInt8] = [0xFF, 1, 2, 3, 4, 5, 6, 7]
    private let time = "20260615120000Z"

    init() throws { authority = try TestAuthority() }

    private func judge(_ token: [UInt8], roots: [String] = ["root"]) throws {
        try TimeStampRequirement(certificates: roots.map { try authority.pem($0) }, now: "2026-06-15T12:05:00Z")
            .judge(token: { token }, over: text, from: "2026-06-15T11:55:00Z")
    }

    @Test func aRequestIsAnsweredByOpenSSLAndItsAnswerTaken() throws {
        let request = TimeStampRequest(over: text, random: random)
        let response = try TimeStampResponse(authority.reply(to: request.der))
        #expect(throws: Never.self) { try response.requireAnswer(to: request, over: text) }
        let other = TimeStampRequest(over: text, random: [0, 1, 2, 3, 4, 5, 6, 8])
        #expect(stampRefusal { try response.requireAnswer(to: other, over: text) } == .nonceOther)
        #expect(stampRefusal { try response.requireImprint(of: text + [0x0A]) } == .imprintOther)
        try TimeStampRequirement(certificates: [authority.pem("root")], now: response.time)
            .judge(token: { response.bytes }, over: text, from: response.time)
    }

    @Test func aRequestIsWhatRFC3161Says() throws {
        for random in [random, [UInt8](repeating: 0, count: 8), [UInt8](repeating: 0x80, count: 8)] {
            let request = TimeStampRequest(over: text, random: random)
            try put(request.der, authority.path("query"))
            let shown = try OpenSSLCommand.run("ts", "-query", "-in", authority.path("query"), "-text")
            let words = String(decoding: shown.output, as: UTF8.self)
            #expect(shown.status == 0 && words.contains("Certificate required: yes"))
            #expect(words.contains("Nonce: 0x\(Hexadecimal.encode(request.nonce).uppercased())"))
        }
    }

    @Test func aTokenHoldsUnderItsRootAtItsTime() throws {
        #expect(throws: Never.self) { try judge(authority.response(over: text, at: time)) }
        #expect(throws: Never.self) { try judge(authority.response(over: text, at: "20260615120000.987Z")) }
        try authority.certify("other", .root)
        #expect(throws: Never.self) { try judge(authority.response(over: text, at: time), roots: ["other", "root"]) }
        #expect(stampRefusal { try judge(authority.response(over: text, at: time), roots: ["other"]) } == .tokenInvalid)
        // The signer's own certificate is not a self-signed one.
        #expect(stampRefusal { try judge(authority.response(over: text, at: time), roots: ["tsa"]) } == .tokenInvalid)
    }

    @Test func theSignersCertificateMayBeGivenInsteadOfTravelling() throws {
        let token = try authority.response(over: text, at: time, carriesItsSigner: false)
        #expect(stampRefusal { try judge(token) } == .tokenInvalid)
        #expect(throws: Never.self) { try judge(token, roots: ["tsa", "root"]) }
    }

    @Test func aChainMayLeadThroughCertificatesOfTheToken() throws {
        try authority.certify("between", .intermediate)
        try authority.certify("far", .stamp, by: "between")
        let alone = try authority.response(over: text, at: time, by: ["far"])
        #expect(stampRefusal { try judge(alone) } == .tokenInvalid)
        #expect(throws: Never.self) { try judge(alone, roots: ["root", "between"]) }
        let together = try authority.response(over: text, at: time, by: ["far"], with: ["between"])
        #expect(throws: Never.self) { try judge(together) }
        try authority.certify("below", .stamp, by: "tsa")
        let under = try authority.response(over: text, at: time, by: ["below"], with: ["tsa"])
        #expect(stampRefusal { try judge(under) } == .tokenInvalid)
    }

    @Test(arguments: [TestAuthority.Use.none, .loose, .wide, .intermediate])
    func aCertificateThatIsNotForTimeStampsAloneIsRefused(use: TestAuthority.Use) throws {
        try authority.certify("signer", use)
        let token = try authority.response(over: text, at: time, by: ["signer"])
        #expect(stampRefusal { try judge(token) } == .tokenInvalid)
    }

    @Test func certificatesCountAsOfTheTimeOfTheTokenAlone() throws {
        try authority.certify("short", .stamp, from: "20260615000000Z", to: "20260616000000Z")
        #expect(throws: Never.self) { try judge(authority.response(over: text, at: time, by: ["short"])) }
        for (name, from, to) in [("past", "20260101000000Z", "20260615115959Z"), ("future", "20260615120001Z", "20300101000000Z")] {
            try authority.certify(name, .stamp, from: from, to: to)
            let token = try authority.response(over: text, at: time, by: [name])
            #expect(stampRefusal { try judge(token) } == .tokenInvalid, "\(name)")
        }
        try authority.certify("root2", .root, from: "20260101000000Z", to: "20260201000000Z")
        try authority.certify("under", .stamp, by: "root2")
        let token = try authority.response(over: text, at: time, by: ["under"])
        #expect(stampRefusal { try judge(token, roots: ["root2"]) } == .tokenInvalid)
    }

    @Test func aTokenNamesItsOneSigner() throws {
        try authority.certify("second", .stamp)
        #expect(
            stampRefusal { try judge(authority.response(over: text, at: time, namesItsSigner: false)) } == .tokenInvalid)
        #expect(
            stampRefusal { try judge(authority.response(over: text, at: time, by: ["tsa", "second"])) } == .tokenInvalid)
    }

    @Test func itsTimeLiesBetweenTheExportAndNow() throws {
        for (time, isIn) in [
            ("20260615114500Z", true), ("20260615114459Z", false), ("20260615121500Z", true), ("20260615121500.9Z", true),
            ("20260615121501Z", false),
        ] {
            let token = try authority.response(over: text, at: time)
            if isIn {
                #expect(throws: Never.self, "\(time)") { try judge(token) }
            } else {
                #expect(stampRefusal { try judge(token) } == .tokenTime, "\(time)")
            }
        }
        // Neither an offset, nor a leap second, nor a time without seconds.
        for time in ["20260615120000+0000", "20260615115960Z", "202606151200Z", "20260615120000.Z", "20260615120000.50Z"] {
            let token = try authority.response(over: text, at: time)
            let code = stampRefusal { try judge(token) }
            #expect(code == .responseMalformed, "\(time)")
        }
    }

    @Test func onlyTheThreeHashesOfSHA2AreTaken() throws {
        let sha512 = try hash(EVP_sha512(), 64), sha384 = try hash(EVP_sha384(), 48), sha224 = try hash(EVP_sha224(), 28)
        for (algorithm, hash) in [(3, sha512), (2, sha384)] as [(UInt8, [UInt8])] {
            let imprint = DER.imprint(text, algorithm: algorithm, hash: hash)
            #expect(throws: Never.self) { try judge(authority.response(over: text, at: time, imprint: imprint)) }
            let other = DER.imprint(text, algorithm: algorithm, hash: Array(hash.reversed()))
            #expect(
                stampRefusal { try judge(authority.response(over: text, at: time, imprint: other)) } == .imprintOther)
        }
        let short = DER.imprint(text, algorithm: 4, hash: sha224)
        #expect(stampRefusal { try judge(authority.response(over: text, at: time, imprint: short)) } == .imprintAlgorithm)
    }

    private func hash(_ function: OpaquePointer?, _ length: Int) throws -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: length)
        try #require(EVP_Digest(text, text.count, &hash, nil, function, nil) == 1)
        return hash
    }

    /// What libcrypto would read all the same: an indefinite length, a longer one than need be.
    private func notDER(_ good: [UInt8]) -> [[UInt8]] {
        [[0x30, 0x80] + good[4...] + [0, 0], [0x30, 0x83, 0] + good[2...], [0x30, 0x82, good[2], good[3] + 2, 0x30, 0x81, 3] + good[6...]]
    }

    @Test func whatIsNoResponseIsRefused() throws {
        let good = try authority.response(over: text, at: time)
        for bad in [[], [0x30], Array("<html>".utf8), Array(good.dropLast()), good + [0], good + good] + notDER(good) {
            #expect(stampRefusal { try judge(bad) } == .responseMalformed)
        }
        let rejected = DER.sequence(DER.sequence([0x02, 0x01, 0x02], DER.sequence(DER.element(0x0C, Array("busy".utf8)))))
        #expect(stampRefusal { _ = try TimeStampResponse(rejected) } == .responseRejected)
        let large = [UInt8](repeating: 0x30, count: 65_537)
        #expect(auditRefusal { _ = try TimeStampResponse(large) } == .bundleFileTooLarge)
    }

    @Test func aByteThatIsChangedNeverGivesAnotherTime() throws {
        let good = try authority.response(over: text, at: time)
        var held = 0
        for index in good.indices {
            var damaged = good
            damaged[index] ^= 1 << UInt8(index % 8)
            guard (try? judge(damaged)) != nil else { continue }
            held += 1
            #expect(try TimeStampResponse(damaged).time == "2026-06-15T12:00:00Z", "byte \(index)")
        }
        // What is not under the signature: versions, the list of hashes, the place of what travels beside.
        #expect(held < 16, "\(held)")
    }

    @Test func certificatesMustBeOnes() throws {
        let token = try authority.response(over: text, at: time)
        let root = try authority.pem("root")
        let damaged = Array(String(decoding: root, as: UTF8.self).replacing("MII", with: "MIJ").utf8)
        for bad in [[], Array("nothing".utf8), TestBook.ledgerKey().publicKey.pem, root + damaged] {
            let requirement = TimeStampRequirement(certificates: [root, bad], now: "2026-06-15T12:05:00Z")
            #expect(
                stampRefusal { try requirement.judge(token: { token }, over: text, from: nil) } == .certificatesUnreadable)
        }
        let commented = Array("# The root of our authority\n".utf8) + root
        #expect(throws: Never.self) {
            try TimeStampRequirement(certificates: [commented], now: "2026-06-15T12:05:00Z")
                .judge(token: { token }, over: text, from: nil)
        }
    }
}
