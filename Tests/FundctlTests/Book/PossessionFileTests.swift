import AuditTrail
import Testing

@testable import fundctl

@Suite("The file of key prove")
struct PossessionFileTests {
    private let key: PrivateKey
    private let registers = [SHA256.hash([1]), SHA256.hash([2])]

    init() throws { key = try PrivateKey(seed: Array(repeating: 5, count: 32)) }

    private func file(scope: String = "06") throws -> PossessionFile {
        try PossessionFile(person: "zoe", key: key, role: .agent, scope: scope, registers: registers)
    }

    @Test func itComesBackAsItWasWritten() throws {
        let written = try file()
        let read = try PossessionFile(written.bytes(), path: "p")
        #expect(read.person == "zoe" && read.role == .agent && read.scope == "06" && read.key == key.publicKey)
        #expect(try read.bytes() == written.bytes())
        #expect(read.proof(for: SHA256.hash([3])) == nil)
    }

    @Test func itsSignaturesAreThePossessionProofsOfEachRegister() throws {
        let read = try PossessionFile(file(scope: "").bytes(), path: "p")
        for register in registers {
            let text = Proofs.possession(register: register, person: "zoe", role: .agent, scope: "")
            #expect(key.publicKey.isValid(signature: try #require(read.proof(for: register)), over: text))
        }
    }

    @Test func anyOtherFileIsRefused() throws {
        let good = String(decoding: try file().bytes(), as: UTF8.self)
        let bad = [
            "", "{}", "-----BEGIN PUBLIC KEY-----\n", good + good, "[" + good + "]",
            good.replacing("possession/v1", with: "possession/v2"), good.replacing("\"zoe\"", with: "\"Zoe\""),
            good.replacing("\"agent\"", with: "\"chief\""), good.replacing("\"role\"", with: "\"rank\""),
        ]
        for text in bad {
            #expect(throws: CommandLineError.self, "\(text)") { try PossessionFile(Array(text.utf8), path: "p") }
        }
    }
}
