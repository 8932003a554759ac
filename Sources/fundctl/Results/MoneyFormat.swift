/// Money and integers for people, by integer arithmetic alone: `1 234,56 $` in French, `$1,234.56` in English,
/// as `Decimal.formatted(.currency(code: "CAD"))` prints them for fr_CA and en_CA (a test compares).
enum MoneyFormat {
    /// An amount of cents: `-1 234,56 $`, `-$1,234.56`. The spaces are U+00A0.
    static func text(cents: Int64, in language: Language) -> String {
        let magnitude = cents.magnitude
        let fraction = magnitude % 100
        let padded = (fraction < 10 ? "0" : "") + String(fraction)
        let sign = cents < 0 ? "-" : ""
        switch language {
        case .fr: return sign + grouped(magnitude / 100, by: "\u{00A0}") + "," + padded + "\u{00A0}$"
        case .en: return sign + "$" + grouped(magnitude / 100, by: ",") + "." + padded
        }
    }

    /// Whole dollars, as on the axis of a chart: `-1 234 $`, `-$1,234`.
    static func dollars(_ dollars: Int64, in language: Language) -> String {
        let sign = dollars < 0 ? "-" : ""
        switch language {
        case .fr: return sign + grouped(dollars.magnitude, by: "\u{00A0}") + "\u{00A0}$"
        case .en: return sign + "$" + grouped(dollars.magnitude, by: ",")
        }
    }

    /// For machines, in JSON and CSV: `-1234.56`, no locale.
    static func plain(cents: Int64) -> String {
        let fraction = cents.magnitude % 100
        return (cents < 0 ? "-" : "") + String(cents.magnitude / 100) + (fraction < 10 ? ".0" : ".") + String(fraction)
    }

    /// An integer with the language's grouping: `1 600`, `1,600`.
    static func integer(_ value: Int64, in language: Language) -> String {
        (value < 0 ? "-" : "") + grouped(value.magnitude, by: language == .fr ? "\u{00A0}" : ",")
    }

    private static func grouped(_ value: UInt64, by separator: String) -> String {
        let digits = String(value)
        guard digits.utf8.count > 3 else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
