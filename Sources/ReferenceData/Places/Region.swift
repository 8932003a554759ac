/// The 17 administrative regions (DOMAIN, *Levels, calendar*). The raw value is the two-digit code.
public enum Region: String, CaseIterable, Hashable, Sendable, Comparable {
    case basSaintLaurent = "01"
    case saguenayLacSaintJean = "02"
    case capitaleNationale = "03"
    case mauricie = "04"
    case estrie = "05"
    case montreal = "06"
    case outaouais = "07"
    case abitibiTemiscamingue = "08"
    case coteNord = "09"
    case nordDuQuebec = "10"
    case gaspesieIlesDeLaMadeleine = "11"
    case chaudiereAppalaches = "12"
    case laval = "13"
    case lanaudiere = "14"
    case laurentides = "15"
    case monteregie = "16"
    case centreDuQuebec = "17"

    /// Reads a code (`06`, `6`) or a name, with or without accents and case, with any hyphen or dash.
    ///
    /// Refuses another with `E-REF-046`.
    public init(parsing text: String) throws {
        let folded = FoldedText.fold(text)
        if (1...2).contains(folded.count), Digits.areAll(folded) {
            let digits = String(decoding: folded, as: UTF8.self)
            if let region = Region(rawValue: folded.count == 1 ? "0" + digits : digits) {
                self = region
                return
            }
        } else if let region = Region.allCases.first(where: { FoldedText.fold($0.name) == folded }) {
            self = region
            return
        }
        var parameters = ["found": text, "expected": "01…17"]
        if let nearest = FoldedText.nearest(to: text, among: Region.allCases.map(\.name)),
            let region = Region.allCases.first(where: { $0.name == nearest })
        {
            parameters["nearest"] = "\(region.code) \(region.name)"
        }
        throw ReferenceError(.regionUnknown, parameters)
    }

    /// `01` to `17`.
    public var code: String { rawValue }

    /// The official French name, the same in both languages: an en dash joins two names, a hyphen the words of one.
    public var name: String {
        switch self {
        case .basSaintLaurent: "Bas-Saint-Laurent"
        case .saguenayLacSaintJean: "Saguenay\u{2013}Lac-Saint-Jean"
        case .capitaleNationale: "Capitale-Nationale"
        case .mauricie: "Mauricie"
        case .estrie: "Estrie"
        case .montreal: "Montréal"
        case .outaouais: "Outaouais"
        case .abitibiTemiscamingue: "Abitibi-Témiscamingue"
        case .coteNord: "Côte-Nord"
        case .nordDuQuebec: "Nord-du-Québec"
        case .gaspesieIlesDeLaMadeleine: "Gaspésie\u{2013}Îles-de-la-Madeleine"
        case .chaudiereAppalaches: "Chaudière-Appalaches"
        case .laval: "Laval"
        case .lanaudiere: "Lanaudière"
        case .laurentides: "Laurentides"
        case .monteregie: "Montérégie"
        case .centreDuQuebec: "Centre-du-Québec"
        }
    }

    public static func < (left: Region, right: Region) -> Bool { left.rawValue < right.rawValue }
}
