import Foundation
import Testing

@testable import AuditTrail

@Suite struct PublicKeyTests {
    /// RFC 8032, 7.1, tests 1 to 3: seed, public key, message, signature.
    static let vectors = [
        [
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f"
                + "0595bbe24655141438e7a100b",
        ],
        [
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2ea"
                + "eb4302aeeb00d291612bb0c00",
        ],
        [
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e"
                + "9716ed28dc027beceea1ec40a",
        ],
    ]

    @Test(arguments: vectors)
    func `The vectors of RFC 8032 sign and verify`(vector: [String]) throws {
        let parts = vector.compactMap { Hexadecimal.decode($0) }
        let key = try PrivateKey(seed: parts[0])
        #expect(key.publicKey.hex == vector[1])
        #expect(try key.sign(parts[2]) == parts[3])
        #expect(try PublicKey(raw: parts[1]).isValid(signature: parts[3], over: parts[2]))
    }

    @Test func `A changed signature, message or key is not valid`() throws {
        let parts = Self.vectors[2].compactMap { Hexadecimal.decode($0) }
        let key = try PublicKey(raw: parts[1])
        for position in parts[3].indices {
            var signature = parts[3]
            signature[position] ^= 1
            #expect(!key.isValid(signature: signature, over: parts[2]))
        }
        #expect(!key.isValid(signature: parts[3], over: parts[2] + [0]))
        #expect(!key.isValid(signature: parts[3], over: []))
        #expect(!key.isValid(signature: Array(parts[3].dropLast()), over: parts[2]))
        #expect(!key.isValid(signature: parts[3] + [0], over: parts[2]))
        #expect(!key.isValid(signature: [], over: parts[2]))
        #expect(try !PublicKey(hex: Self.vectors[1][1]).isValid(signature: parts[3], over: parts[2]))
    }

    @Test func `A signature whose S is raised by the group's order is not valid`() throws {
        let order: [UInt8] = [
            0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ]
        for vector in Self.vectors {
            let parts = vector.compactMap { Hexadecimal.decode($0) }
            var signature = parts[3]
            var carry = 0
            for position in 0..<32 {
                let sum = Int(signature[32 + position]) + Int(order[position]) + carry
                signature[32 + position] = UInt8(sum & 0xFF)
                carry = sum >> 8
            }
            #expect(try !PublicKey(raw: parts[1]).isValid(signature: signature, over: parts[2]))
        }
    }

    @Test func `Another length than 32 bytes is refused`() {
        #expect(throws: AuditError(.publicKeyLength, ["length": "31"])) {
            try PublicKey(raw: [UInt8](repeating: 9, count: 31))
        }
        #expect(throws: AuditError(.publicKeyLength, ["length": "33"])) {
            try PublicKey(raw: [UInt8](repeating: 9, count: 33))
        }
    }

    @Test(arguments: [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        // x = 0 with the sign bit set
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ])
    func `A point of small order is refused under either sign`(hex: String) {
        #expect(throws: AuditError(.publicKeySmallOrder, ["key": hex])) { try PublicKey(hex: hex) }
    }

    @Test func `A y of p or more is refused under either sign`() {
        for low in UInt8(0xED)...0xFF {
            for high: UInt8 in [0x7F, 0xFF] {
                let raw = [low] + [UInt8](repeating: 0xFF, count: 30) + [high]
                #expect(throws: AuditError(.publicKeyNotCanonical, ["key": Hexadecimal.encode(raw)])) {
                    try PublicKey(raw: raw)
                }
            }
        }
    }

    @Test func `A y without a point is refused under either sign`() {
        for high: UInt8 in [0x00, 0x80] {
            let raw = [2] + [UInt8](repeating: 0, count: 30) + [high]
            #expect(throws: AuditError(.publicKeyNotCanonical, ["key": Hexadecimal.encode(raw)])) {
                try PublicKey(raw: raw)
            }
        }
    }

    @Test func `Every key that is made passes, under either sign`() throws {
        for number in UInt8(0)..<64 {
            var raw = try SampleKey.number(number).publicKey.raw
            #expect(try PublicKey(raw: raw).raw == raw)
            raw[31] ^= 0x80
            #expect(try PublicKey(raw: raw).raw == raw)
        }
    }

    @Test func `A text that is not 64 lower-case digits is refused`() throws {
        let hex = try SampleKey.number(1).publicKey.hex
        for text in ["", String(hex.dropLast()), hex.uppercased(), hex + "00", "0x" + hex] {
            #expect(throws: AuditError(.publicKeyHex, ["text": text])) { try PublicKey(hex: text) }
        }
    }

    @Test func `A PEM block goes to text and back`() throws {
        let key = try PublicKey(hex: Self.vectors[0][1])
        let text = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----

            """
        #expect(String(decoding: key.pem, as: UTF8.self) == text)
        #expect(try PublicKey(pem: Array(text.utf8)) == key)
    }

    @Test func `A text that is not one public key block is refused`() throws {
        let key = try SampleKey.number(1)
        let text = String(decoding: key.publicKey.pem, as: UTF8.self)
        let others = [
            "", "\n", "garbage", text + text, text + "\n", "\n" + text, String(text.dropLast()),
            text.replacingOccurrences(of: "\n", with: "\r\n"), text.replacingOccurrences(of: "PUBLIC", with: "public"),
            text.replacingOccurrences(of: "END PUBLIC", with: "END PRIVATE"),
            text.replacingOccurrences(of: "=\n", with: "\n"), text.replacingOccurrences(of: "MCow", with: "MC\now"),
            text.replacingOccurrences(of: "MCow", with: "MC*w"),
            String(decoding: try key.pem(passphrase: nil), as: UTF8.self),
        ]
        for other in others {
            #expect(throws: AuditError(.publicKeyPEM)) { try PublicKey(pem: Array(other.utf8)) }
        }
    }

    @Test func `A PEM block of another algorithm or length is refused`() throws {
        let der = try #require(PEMBlock(SampleKey.number(1).publicKey.pem)).der
        var x25519 = der
        x25519[8] = 0x6E
        for other in [x25519, der + [0], Array(der.dropLast()), [0x30, 0x00]] {
            #expect(throws: AuditError(.publicKeyAlgorithm)) {
                try PublicKey(pem: PEMBlock(label: "PUBLIC KEY", der: other).text)
            }
        }
    }

    @Test func `A PEM block of a small-order point is refused`() throws {
        let der = try #require(PEMBlock(SampleKey.number(1).publicKey.pem)).der
        let identity: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)
        #expect(throws: AuditError(.publicKeySmallOrder, ["key": Hexadecimal.encode(identity)])) {
            try PublicKey(pem: PEMBlock(label: "PUBLIC KEY", der: Array(der.prefix(12)) + identity).text)
        }
    }
}
