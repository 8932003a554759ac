/// A code of the Système de classification des industries de l'Amérique du Nord (NAICS, Canadian sectors), two to six
/// digits: sector, subsector, group, class, Canadian class.
public struct SCIAN: Hashable, Comparable, Sendable {
    /// Two to six digits.
    public let text: String

    /// The first two digits of the twenty sectors; 31–33, 44–45 and 48–49 are each one sector.
    public static let sectorPrefixes: [String] = [
        "11", "21", "22", "23", "31", "32", "33", "41", "44", "45", "48", "49", "51", "52", "53", "54", "55", "56",
        "61", "62", "71", "72", "81", "91",
    ]

    /// Refuses anything but two to six digits with `E-REF-044`, an unknown sector with `E-REF-045`.
    public init(parsing text: String) throws {
        guard (2...6).contains(text.utf8.count), Digits.areAll(text.utf8) else {
            throw ReferenceError(.scianMalformed, ["found": text, "expected": "23, 236, 236110"])
        }
        let prefix = String(text.prefix(2))
        guard Self.sectorPrefixes.contains(prefix) else {
            throw ReferenceError(
                .scianSectorUnknown,
                [
                    "found": text, "expected": Self.sectorPrefixes.joined(separator: ", "),
                    "nearest": Self.nearestSector(to: prefix),
                ])
        }
        self.text = text
    }

    /// `23`, or `31-33`, `44-45`, `48-49` where a sector has several beginnings.
    public var sector: String {
        let prefix = String(text.prefix(2))
        return switch prefix {
        case "31", "32", "33": "31-33"
        case "44", "45": "44-45"
        case "48", "49": "48-49"
        default: prefix
        }
    }

    /// 2 (sector) to 6 (Canadian class).
    public var level: Int { text.utf8.count }

    /// Whether the other code is this one or lies under it.
    public func includes(_ other: SCIAN) -> Bool {
        other.text.hasPrefix(text) || (level == 2 && other.sector == sector)
    }

    public static func < (left: SCIAN, right: SCIAN) -> Bool { left.text < right.text }

    private static func nearestSector(to prefix: String) -> String {
        func value(_ digits: String) -> Int { digits.utf8.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        let wanted = value(prefix)
        return sectorPrefixes.min { abs(value($0) - wanted) < abs(value($1) - wanted) } ?? "11"
    }
}
