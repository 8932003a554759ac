import ReferenceData

/// An account of one fund's chart, as `account.opened/1` records it.
public struct Account: Hashable, Sendable {
    /// 1 to 16 of `A-Z a-z 0-9 . -`, beginning with a letter or digit; unique in the fund, for ever.
    public let code: String
    /// In French; 1 to 200 bytes.
    public let name: String
    /// In English, where it has one; 1 to 200 bytes.
    public let nameEnglish: String?
    public let accountClass: AccountClass
    /// Where it stands in the statements; none for a budgetary account.
    public let line: StatementLine?

    public static let nameLengths = 1...200

    /// Refuses, in this order: the code (`E-ACC-001`); the length of a name (`E-ACC-002`) or what it holds
    /// (`E-ACC-003`); a line on a budgetary account (`E-ACC-007`) or of another class (`E-ACC-006`).
    public init(
        code: String, name: String, nameEnglish: String? = nil, class accountClass: AccountClass,
        line: StatementLine? = nil
    ) throws {
        guard Self.isCode(code.utf8) else {
            throw LedgerError(
                .accountCodeMalformed, ["found": code, "expected": "1…16 A-Z a-z 0-9 . -"])
        }
        try Self.check(name, field: "name", of: code)
        if let nameEnglish { try Self.check(nameEnglish, field: "name_en", of: code) }
        if let line {
            let parameters = ["account": code, "line": line.rawValue, "found": accountClass.rawValue]
            if accountClass.isBudgetary { throw LedgerError(.budgetaryAccountWithLine, parameters) }
            guard line.accountClass == accountClass else {
                let expected = ["expected": line.accountClass.rawValue]
                throw LedgerError(
                    .statementLineOfAnotherClass, parameters.merging(expected) { _, new in new })
            }
        }
        self.code = code
        self.name = name
        self.nameEnglish = nameEnglish
        self.accountClass = accountClass
        self.line = line
    }

    /// The same from the texts of a file or a record; also refuses an unknown class (`E-ACC-004`) or line
    /// (`E-ACC-005`), before all else. An empty line is none.
    public init(
        code: String, name: String, nameEnglish: String? = nil, class classText: String, line lineText: String?
    ) throws {
        let accountClass = try AccountClass(parsing: classText)
        var line: StatementLine?
        if let lineText, !lineText.isEmpty { line = try StatementLine(parsing: lineText, for: accountClass) }
        try self.init(code: code, name: name, nameEnglish: nameEnglish, class: accountClass, line: line)
    }

    /// Whether the bytes have the form of an account's code; they are then ASCII.
    public static func isCode(_ bytes: some Collection<UInt8>) -> Bool {
        guard (1...16).contains(bytes.count), let first = bytes.first, isAlphanumeric(first) else { return false }
        return bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    /// The code of `codes` that was probably meant: like it, and of the same first sign, which is the class in a usual
    /// chart. Empty where there is none.
    static func nearest(to code: String, among codes: [String]) -> String {
        FoldedText.nearest(to: code, among: codes.filter { $0.utf8.first == code.utf8.first }) ?? ""
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") <= 9 || (byte | 0x20) &- UInt8(ascii: "a") <= 25
    }

    private static func check(_ name: String, field: String, of code: String) throws {
        guard nameLengths.contains(name.utf8.count) else {
            throw LedgerError(
                .accountNameLength,
                ["account": code, "field": field, "found": String(name.utf8.count), "expected": "1…200"])
        }
        for (index, scalar) in name.unicodeScalars.enumerated() where isForbidden(scalar.value) {
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
            throw LedgerError(
                .accountNameForbiddenCharacter,
                ["account": code, "field": field, "found": "U+\(padded)", "position": String(index + 1)])
        }
    }

    /// The code points that no record holds (FORMAT 2).
    private static func isForbidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
