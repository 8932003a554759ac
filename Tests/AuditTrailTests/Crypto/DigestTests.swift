import Testing

@testable import AuditTrail

@Suite struct DigestTests {
    static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `A digest keeps its hexadecimal text and its bytes`() throws {
        let digest = try #require(Digest(hex: Self.abc))
        #expect(digest.hex == Self.abc)
        #expect(digest.description == Self.abc)
        #expect(digest.bytes.first == 0xBA && digest.bytes.last == 0xAD)
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(Array(Self.abc.utf8).withUnsafeBytes { Digest(hex: $0) } == digest)
        #expect(MemoryLayout<Digest>.size == 32)
    }

    @Test(arguments: [
        "", String(abc.dropLast()), abc + "0", abc.uppercased(), String(abc.dropLast()) + "g",
        String(abc.dropLast()) + " ", "é" + String(abc.dropLast(2)),
    ])
    func `Another text than 64 lower-case digits is no digest`(text: String) {
        #expect(Digest(hex: text) == nil)
        #expect(Array(text.utf8).withUnsafeBytes { Digest(hex: $0) } == nil)
    }

    @Test func `Another number of bytes than 32 is no digest`() {
        #expect(Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
        #expect(Digest(bytes: [UInt8](repeating: 0, count: 33)) == nil)
    }

    @Test func `Digests are ordered as their texts are`() {
        let digests = (0..<200).map { SHA256.hash([UInt8($0)]) }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", abc),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `The vectors of FIPS 180 hold`(text: String, hex: String) {
        #expect(SHA256.hash(Array(text.utf8)).hex == hex)
    }

    @Test func `A million letters hash alike in pieces of any size`() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(SHA256.hash(letters).hex == expected)
        for piece in [977, 65_536, 1_000_000] {
            var stream = SHA256Stream()
            stream.update([])
            for start in stride(from: 0, to: letters.count, by: piece) {
                stream.update(Array(letters[start..<min(start + piece, letters.count)]))
            }
            #expect(stream.finish().hex == expected)
            #expect(stream.finish().hex == expected)
        }
    }

    @Test func `Leaves and nodes have their own first bytes`() {
        let left = SHA256.leaf([1, 2, 3])
        let right = SHA256.leaf([UInt8]())
        #expect(left == SHA256.hash([0, 1, 2, 3]))
        #expect(SHA256.node(left, right) == SHA256.hash([1] + left.bytes + right.bytes))
    }
}
