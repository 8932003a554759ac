/// How series are told apart without colour: by what fills them. In one ink, so that a black and white copy says the same.
enum ChartFilling {
    static let ink = "#1b2a41"
    /// Neighbours differ most: full, hatched, dotted, empty, crossed.
    static let most = 5

    /// What `fill` is given.
    static func fill(_ series: Int, _ id: String) -> String {
        switch series {
        case 0: ink
        case 3: "#ffffff"
        default: "url(#\(id)-f\(series))"
        }
    }

    /// The patterns that a chart of so many series uses; sizes in units of the drawing.
    static func patterns(_ series: Int, _ id: String, into markup: inout Markup) {
        guard series > 1 else { return }
        markup.element("defs") { defs in
            for index in [1, 2, 4] where index < series {
                let tile = Markup.Attributes(dictionaryLiteral:
                    ("id", "\(id)-f\(index)"), ("width", "60"), ("height", "60"), ("patternUnits", "userSpaceOnUse"),
                    ("patternTransform", index == 2 ? nil : "rotate(45)"))
                defs.element("pattern", tile) { pattern in
                    pattern.void("rect", ["width": "60", "height": "60", "fill": "#ffffff"])
                    draw(index, into: &pattern)
                }
            }
        }
    }

    private static func draw(_ index: Int, into pattern: inout Markup) {
        switch index {
        case 1: pattern.void("rect", ["width": "22", "height": "60", "fill": ink])
        case 2: pattern.void("circle", ["cx": "30", "cy": "30", "r": "11", "fill": ink])
        default:
            pattern.void("rect", ["width": "14", "height": "60", "fill": ink])
            pattern.void("rect", ["width": "60", "height": "14", "fill": ink])
        }
    }
}
