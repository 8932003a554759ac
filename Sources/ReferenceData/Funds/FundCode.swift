/// The two funds (DOMAIN, *Funds*): the Fonds national de formation de la main-d'œuvre and the Fonds de développement du
/// marché du travail. The raw value is the register's name.
public enum FundCode: String, CaseIterable, Hashable, Sendable {
    case fnf
    case fdmt

    /// Reads `FNF` or `FDMT` in any case; refuses another with `E-REF-030`.
    public init(parsing text: String) throws {
        switch text {
        case "FNF", "fnf", "Fnf": self = .fnf
        case "FDMT", "fdmt", "Fdmt": self = .fdmt
        default:
            guard let fund = FundCode(rawValue: text.lowercased()) else {
                throw ReferenceError(.fundUnknown, ["found": text, "expected": "FNF, FDMT"])
            }
            self = fund
        }
    }

    /// `FNF` or `FDMT`: how people write it, and how ids begin.
    public var idPrefix: String {
        switch self {
        case .fnf: "FNF"
        case .fdmt: "FDMT"
        }
    }

    public var other: FundCode { self == .fnf ? .fdmt : .fnf }
}
