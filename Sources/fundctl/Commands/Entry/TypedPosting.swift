import FundLedger
import ReferenceData

/// A side of an entry as it is typed: `ACCOUNT:AMOUNT` or `ACCOUNT:AMOUNT@ENVELOPE`.
enum TypedPosting {
    enum Side: String {
        case debit = "--debit"
        case credit = "--credit"

        var other: Side { self == .debit ? .credit : .debit }
    }

    /// Refuses: E-CLI-051 for another form, E-REF for an amount that cannot be read, E-CLI-052 for a negative one.
    static func parse(_ typed: String, _ side: Side) throws -> Posting {
        guard let colon = typed.utf8.firstIndex(of: UInt8(ascii: ":")), colon != typed.startIndex else {
            throw CommandLineError(.postingMalformed, ["value": typed, "option": side.rawValue])
        }
        let account = String(typed[..<colon])
        let rest = typed[typed.utf8.index(after: colon)...]
        let at = rest.utf8.lastIndex(of: UInt8(ascii: "@"))
        let envelope = at.map { String(rest[rest.utf8.index(after: $0)...]) }
        guard envelope != "" else {
            throw CommandLineError(.postingMalformed, ["value": typed, "option": side.rawValue])
        }
        let amount = try AmountText.parse(String(rest[..<(at ?? rest.endIndex)]))
        guard !amount.isNegative else {
            throw CommandLineError(
                .amountNegative, ["value": typed, "option": side.rawValue, "other": side.other.rawValue])
        }
        return Posting(
            account: account, amount: side == .debit ? amount : try amount.negated(), envelope: envelope)
    }
}
