import EmployerServices
import ReferenceData

/// Figures of indicators for people and for machines.
enum FigureFormat {
    /// `1 234`, `12,5 %`, `1 234,56 $`, `3,5 jours`.
    static func message(_ value: Int64, _ definition: IndicatorDefined) -> Message {
        if definition.unit == .cents, definition.decimals == 0 { return Message(fr: "\(cents: value)", en: "\(cents: value)") }
        let number = number(value, definition.shownDecimals)
        switch definition.unit {
        case .count, .ratio: return number
        case .percent: return Message(fr: "\(number) %", en: "\(number)%")
        case .days: return Message(fr: "\(number) jours", en: "\(number) days")
        case .cents: return Message(fr: "\(number) $", en: "$\(number)")
        }
    }

    /// A cell of it, or a dash where there is nothing.
    static func cell(_ value: Int64?, _ definition: IndicatorDefined) -> Cell {
        guard let value else { return .text("–") }
        switch definition.unit {
        case .count where definition.decimals == 0: return .integer(value)
        case .cents where definition.decimals == 0: return .amount(value)
        default: return .message(message(value, definition))
        }
    }

    /// For machines: `12.5`, dollars for cents.
    static func plain(_ value: Int64, _ definition: IndicatorDefined) -> String {
        let (sign, whole, decimals) = parts(value, definition.shownDecimals)
        return sign + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
    }

    static func json(_ value: Int64?, _ definition: IndicatorDefined) -> JSONValue {
        value.map { .string(plain($0, definition)) } ?? .null
    }

    /// Hundredths of a percent: `-2,5 %`.
    static func share(_ hundredths: Int64) -> Message {
        let number = number(hundredths, 2)
        return Message(fr: "\(number) %", en: "\(number)%")
    }

    /// The figure of a change of target, whose record has no unit: `1 234`, `12,5`.
    static func typed(_ change: TargetChange) -> Message { number(change.value, change.decimals) }

    /// Hundredths of a percent, for machines: `-2.50`.
    static func plainShare(_ hundredths: Int64) -> String {
        let (sign, whole, decimals) = parts(hundredths, 2)
        return sign + String(whole) + "." + decimals
    }

    private static func number(_ value: Int64, _ decimals: Int64) -> Message {
        let (sign, whole, after) = parts(value, decimals)
        let number = Int64(clamping: whole)
        guard !after.isEmpty else { return Message(fr: "\(sign)\(number: number)", en: "\(sign)\(number: number)") }
        return Message(fr: "\(sign)\(number: number),\(after)", en: "\(sign)\(number: number).\(after)")
    }

    private static func parts(_ value: Int64, _ decimals: Int64) -> (sign: String, whole: UInt64, decimals: String) {
        var power: UInt64 = 1
        for _ in 0..<decimals { power *= 10 }
        let after = decimals == 0 ? "" : String(value.magnitude % power)
        let zeros = String(repeating: "0", count: max(0, Int(decimals) - after.utf8.count))
        return (value < 0 ? "-" : "", value.magnitude / power, zeros + after)
    }
}
