import FundLedger

/// Numbers of measures: `1 234,5` in French, `1,234.5` in English, `1234.5` for machines.
enum QuantityFormat {
    static func message(_ quantity: Quantity) -> Message { message(quantity.parts) }

    static func message(_ parts: (whole: Int64, decimals: String)) -> Message {
        guard !parts.decimals.isEmpty else { return Message(fr: "\(number: parts.whole)", en: "\(number: parts.whole)") }
        return Message(fr: "\(number: parts.whole),\(parts.decimals)", en: "\(number: parts.whole).\(parts.decimals)")
    }

    static func plain(_ quantity: Quantity) -> String {
        let (whole, decimals) = quantity.parts
        return decimals.isEmpty ? String(whole) : "\(whole).\(decimals)"
    }
}
