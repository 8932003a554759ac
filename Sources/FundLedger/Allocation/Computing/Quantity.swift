/// A number of a measure, from 0 on: at most 15 digits before the decimals and six after.
public struct Quantity: Sendable, Hashable {
    public let millionths: Int128

    static let examples = "1234, 1 234, 1234.5, 1234,5"

    init(millionths: Int128) { self.millionths = millionths }

    /// Digits, in groups of three where spaces stand between them, then at most six decimals after a point or a comma.
    /// Nil for anything else, and for what could be two numbers: one comma and exactly three digits after it (`1,234`).
    init?(_ typed: String) {
        let plain = String(typed.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map(String.init)
        guard (1...2).contains(parts.count) else { return nil }
        let groups = parts[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let isGrouped = groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
        let whole = groups.joined(), decimals = parts.count == 2 ? parts[1] : ""
        let isAmbiguous = plain.contains(",") && decimals.count == 3 && whole.count <= 3 && whole != "0"
        guard isGrouped, !isAmbiguous, (1...15).contains(whole.utf8.count), decimals.utf8.count <= 6,
            parts.count == 1 || !decimals.isEmpty, (whole + decimals).utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        guard let value = Int128(whole + decimals + String(repeating: "0", count: 6 - decimals.count)) else {
            return nil
        }
        millionths = value
    }

    /// Of at most 1000: far below what holds.
    public static func sum(_ quantities: [Quantity]) -> Quantity {
        Quantity(millionths: quantities.reduce(0) { $0 + $1.millionths })
    }

    /// The digits before the decimals, and the decimals without the zeros at their end.
    public var parts: (whole: Int64, decimals: String) {
        var decimals = String(String(Int(millionths % 1_000_000) + 1_000_000).dropFirst())
        while decimals.last == "0" { decimals.removeLast() }
        return (Int64(millionths / 1_000_000), decimals)
    }
}
