import ReferenceData

/// The forms of names and codes (docs/rules.en.md, sections 2 to 4). All of them are ASCII: Swift's order of such texts is
/// their byte order.
enum RuleForm {
    static let builtInAttributes = ["envelope", "parent", "year"]
    /// What an attribute may not be called: what every envelope has, and what examples say otherwise.
    static let reservedAttributes = builtInAttributes + ["authorised", "available", "initial"]

    static let mostRules = 500
    static let mostAttributes = 64
    static let mostAuthorities = 16
    static let mostBytes = 1_000_000
    static let headingTexts = 1...500
    static let articles = 1...200
    static let substances = 1...1000
    static let mostPercent: Int64 = 1_000_000_000

    /// 1–64 of `a-z 0-9 -`, the first a letter.
    static func isSetName(_ text: String) -> Bool { isName(text, most: 64) }

    /// 1–32 of `a-z 0-9 -`, the first a letter: attributes, authorities, labels.
    static func isShortName(_ text: String) -> Bool { isName(text, most: 32) }

    /// 1–64 of `A-Z a-z 0-9 . _ -`: values of attributes, envelopes.
    static func isCode(_ text: String) -> Bool { isCode(text, most: 64) }

    /// 1–32 of the same.
    static func isRuleID(_ text: String) -> Bool { isCode(text, most: 32) }

    private static func isName(_ text: String, most: Int) -> Bool {
        guard (1...most).contains(text.utf8.count), let first = text.utf8.first, isLower(first) else { return false }
        return text.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isCode(_ text: String, most: Int) -> Bool {
        (1...most).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                isLower($0 | 0x20) || isDigit($0) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
            }
    }

    private static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Whether each comes after the one before it: ascending, and none twice.
    static func isAscending(_ texts: [String]) -> Bool { zip(texts, texts.dropFirst()).allSatisfy { $0 < $1 } }
}
