import ReferenceData

/// A parameter's values as they are shown.
enum ParameterView {
    typealias Step = DatedParameter<ParameterValue>.Step

    /// Value, first day, source.
    static func cells(_ step: Step) -> [Cell] { cells(step, ParameterWords.text) }

    static func cells(_ step: Step, _ words: (ParameterValue) -> Message) -> [Cell] {
        [
            .message(words(step.value)), .text(step.from.iso),
            .message(CitationText.text(step.citation, step.mark)),
        ]
    }

    static func json(_ step: Step) -> JSONValue {
        [
            "from": .string(step.from.iso), "kind": .string(kind(step.value)), "value": .string(plain(step.value)),
            "citation": .string(step.citation), "mark": .string(step.mark.rawValue),
        ]
    }

    static let columns = ["parameter", "from", "kind", "value", "citation", "mark"]

    static func csv(_ name: String, _ step: Step) -> [String] {
        [name, step.from.iso, kind(step.value), plain(step.value), step.citation, step.mark.rawValue]
    }

    /// What the marks shown mean.
    static func legend(_ marks: [SourceMark]) -> [Message] {
        [SourceMark.dateNotFound, .notFound].filter(marks.contains).map(CitationText.legend)
    }

    static func kind(_ value: ParameterValue) -> String {
        switch value {
        case .money: "amount"
        case .rate: "rate"
        case .years: "years"
        case .days: "days"
        case .flag: "flag"
        case .word: "word"
        case .ladder: "ladder"
        }
    }

    /// Without locale: `2000000.00`, `1/100`, `3`, `yes`; rungs as `>=1000000.00:gouvernement/gouvernement`, the second
    /// for programmes with approved norms.
    static func plain(_ value: ParameterValue) -> String {
        switch value {
        case .money(let cents): MoneyFormat.plain(cents: cents.value)
        case .rate(let ratio): "\(ratio.numerator)/\(ratio.denominator)"
        case .years(let count), .days(let count): String(count)
        case .flag(let isTrue): isTrue ? "yes" : "no"
        case .word(let word): word
        case .ladder(let rungs):
            rungs.map { rung in
                let bound = (rung.includesAmount ? ">=" : ">") + MoneyFormat.plain(cents: rung.amount.value)
                return "\(bound):\(rung.authority.rawValue)/\(rung.withNorms.rawValue)"
            }.joined(separator: " ")
        }
    }
}
