/// A level at which acts are counted, targeted and followed: the whole of Québec, a region, an office (DOMAIN, *Levels,
/// calendar*; seed 558-563).
public enum Level: Hashable, Sendable {
    case national
    case region(Region)
    case office(LocalCentreCode)

    /// Reads `national`, `region-06` or `office-MTL-CENTRE`. Refuses another with `E-REF-048`.
    public init(parsing text: String) throws {
        if text == "national" {
            self = .national
        } else if text.hasPrefix(Self.regionPrefix), let region = Region(rawValue: String(text.dropFirst(7))) {
            self = .region(region)
        } else if text.hasPrefix(Self.officePrefix), let office = try? LocalCentreCode(parsing: String(text.dropFirst(7))) {
            self = .office(office)
        } else {
            throw ReferenceError(.levelMalformed, ["found": text, "expected": "national, region-06, office-R06"])
        }
    }

    /// As it is read.
    public var text: String {
        switch self {
        case .national: "national"
        case .region(let region): Self.regionPrefix + region.code
        case .office(let office): Self.officePrefix + office.text
        }
    }

    private static let regionPrefix = "region-"
    private static let officePrefix = "office-"
}

extension Level: Comparable {
    /// By the bytes of their texts.
    public static func < (left: Level, right: Level) -> Bool { left.text < right.text }
}
