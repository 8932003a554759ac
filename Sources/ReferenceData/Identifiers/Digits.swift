/// ASCII digits only: Swift's own number readers also take `+5`.
enum Digits {
    static func areAll(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } }
}
