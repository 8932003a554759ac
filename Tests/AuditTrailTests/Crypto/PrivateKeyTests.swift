import Foundation
import Testing

@testable import AuditTrail

@Suite struct PrivateKeyTests {
    static let passphrase = Array("une phrase, é".utf8)

    @Test func `Generated keys differ and sign`() throws {
        let first = try PrivateKey.generate()
        let second = try PrivateKey.generate()
        #expect(first.publicKey != second.publicKey)
        let message = Array("message".utf8)
        #expect(first.publicKey.isValid(signature: try first.sign(message), over: message))
        #expect(!second.publicKey.isValid(signature: try first.sign(message), over: message))
        #expect(try first.sign(message) == first.sign(message))
    }

    @Test func `A seed of another length than 32 bytes is refused`() {
        for length in [0, 31, 33] {
            #expect(throws: AuditError(.privateKeyMalformed)) {
                try PrivateKey(seed: [UInt8](repeating: 1, count: length))
            }
        }
    }

    @Test func `A plain key goes to PKCS#8 and back, with or without a needless passphrase`() throws {
        // RFC 8410, 10.3
        let text = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----

            """
        let key = try PrivateKey(pem: Array(text.utf8), passphrase: nil)
        #expect(key.publicKey.hex == "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1")
        #expect(try key.pem(passphrase: nil) == Array(text.utf8))
        #expect(try !PrivateKey.isEncrypted(pem: Array(text.utf8)))
        #expect(try PrivateKey(pem: Array(text.utf8), passphrase: Self.passphrase).publicKey == key.publicKey)
    }

    @Test func `An encrypted key opens only with its passphrase`() throws {
        let key = try SampleKey.number(5)
        let pem = try key.pem(passphrase: Self.passphrase)
        #expect(try PrivateKey.isEncrypted(pem: pem))
        #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
        #expect(try PrivateKey(pem: pem, passphrase: Self.passphrase).publicKey == key.publicKey)
        #expect(throws: AuditError(.passphraseMissing)) { try PrivateKey(pem: pem, passphrase: nil) }
        for wrong in [[], Array("autre".utf8), Self.passphrase + [0x20]] {
            #expect(throws: AuditError(.passphraseWrong)) { try PrivateKey(pem: pem, passphrase: wrong) }
        }
    }

    @Test(arguments: [
        [], [UInt8](repeating: 0x61, count: 1025), Array("a\nb".utf8), Array("a\r".utf8), Array("a\0b".utf8),
    ])
    func `A passphrase that the openssl command could not be given is refused`(passphrase: [UInt8]) throws {
        let key = try SampleKey.number(5)
        #expect(throws: AuditError(.passphraseUnusable)) { try key.pem(passphrase: passphrase) }
    }

    @Test func `A text that is not one private key block is refused`() throws {
        let key = try SampleKey.number(5)
        let pem = try key.pem(passphrase: nil)
        let der = try #require(PEMBlock(pem)).der
        let others = [
            [], Array("garbage\n".utf8), pem + pem, Array(pem.dropLast()), [0x0A] + pem, key.publicKey.pem,
            PEMBlock(label: "EC PRIVATE KEY", der: der).text, PEMBlock(label: "PRIVATE KEY", der: [0x30, 0]).text,
            PEMBlock(label: "PRIVATE KEY", der: der + [0]).text,
            PEMBlock(label: "PRIVATE KEY", der: Array(der.dropLast())).text,
            PEMBlock(label: "ENCRYPTED PRIVATE KEY", der: der).text,
        ]
        for other in others {
            #expect(throws: AuditError(.privateKeyMalformed)) { try PrivateKey(pem: other, passphrase: nil) }
        }
    }

    @Test func `A private key of another algorithm is refused`() throws {
        var der = try #require(PEMBlock(SampleKey.number(5).pem(passphrase: nil))).der
        der[11] = 0x6E
        #expect(throws: AuditError(.privateKeyAlgorithm)) {
            try PrivateKey(pem: PEMBlock(label: "PRIVATE KEY", der: der).text, passphrase: nil)
        }
    }

    @Test func `A failure of libcrypto has its code`() {
        #expect(throws: AuditError(.cryptoLibraryFailed, ["operation": "write", "detail": ""])) {
            try CryptoLibrary.der("write") { _ in -1 }
        }
    }
}
