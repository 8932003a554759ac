import FundLedger
import Testing

@Suite struct AccountTests {
    /// Swift takes no literal of it.
    private static let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
    private static let lastOfThePlane = String(decoding: [0xEF, 0xBF, 0xBF] as [UInt8], as: UTF8.self)

    private func refusal(
        _ code: LedgerError.Code, _ location: SourceLocation = #_sourceLocation, of body: () throws -> Void
    ) -> LedgerError? {
        do {
            try body()
            Issue.record("expected \(code.rawValue), got none", sourceLocation: location)
        } catch let error as LedgerError {
            #expect(error.code == code, "\(error.parameters)", sourceLocation: location)
            return error
        } catch {
            Issue.record("expected \(code.rawValue), got \(error)", sourceLocation: location)
        }
        return nil
    }

    @Test(arguments: ["1", "5100", "A.b-9", "1234567890123456", "9-"])
    func aCodeIsShortAndPlain(_ code: String) throws {
        #expect(try Account(code: code, name: "Encaisse", class: .asset, line: .cash).code == code)
    }

    @Test(arguments: ["", "-1", ".1", "12345678901234567", "51 00", "é", "51_00", "51:00", "51\u{0}"])
    func anotherCodeIsRefused(_ code: String) {
        let error = refusal(.accountCodeMalformed) { _ = try Account(code: code, name: "x", class: .asset) }
        #expect(error?.parameters["found"] == code)
    }

    @Test func aNameHasOneToTwoHundredBytes() throws {
        let longest = String(repeating: "é", count: 100)
        #expect(try Account(code: "1", name: longest, nameEnglish: longest, class: .asset).name == longest)
        let empty = refusal(.accountNameLength) { _ = try Account(code: "1", name: "", class: .asset) }
        #expect(empty?.parameters == ["account": "1", "field": "name", "found": "0", "expected": "1…200"])
        let long = refusal(.accountNameLength) {
            _ = try Account(code: "1", name: "x", nameEnglish: longest + "x", class: .asset)
        }
        #expect(long?.parameters["field"] == "name_en")
    }

    @Test(arguments: [
        ("a\tb", "U+0009", "2"), ("\u{0}", "U+0000", "1"), ("ab\u{85}", "U+0085", "3"), ("é\u{202E}", "U+202E", "2"),
        ("\u{FEFF}a", "U+FEFF", "1"), ("a\(Self.noncharacter)", "U+FDD0", "2"),
        ("\(Self.lastOfThePlane)", "U+FFFF", "1"),
    ])
    func aNameHoldsNothingThatRecordsRefuse(_ name: String, _ found: String, _ position: String) {
        let error = refusal(.accountNameForbiddenCharacter) { _ = try Account(code: "1", name: name, class: .asset) }
        #expect(error?.parameters["found"] == found)
        #expect(error?.parameters["position"] == position)
    }

    @Test func theTextsOfAFileAreRead() throws {
        let account = try Account(
            code: "2100", name: "Subventions à payer", class: "liability", line: "fl-grants-payable")
        #expect(account.accountClass == .liability)
        #expect(account.line == .grantsPayable)
        #expect(try Account(code: "1", name: "x", class: "net-assets", line: "").line == nil)
        #expect(try Account(code: "9100", name: "x", class: "authorised", line: nil).accountClass.isBudgetary)
        let unknownClass = refusal(.accountClassUnknown) {
            _ = try Account(code: "1", name: "x", class: "assets", line: nil)
        }
        #expect(unknownClass?.parameters["nearest"] == "asset")
        let unknownLine = refusal(.statementLineUnknown) {
            _ = try Account(code: "1", name: "x", class: "asset", line: "fa-cahs")
        }
        #expect(unknownLine?.parameters["nearest"] == "fa-cash")
        #expect(unknownLine?.parameters["expected"]?.contains("fl-") == false)
    }

    @Test(arguments: AccountClass.allCases)
    func aLineFitsOneClassAndNoBudgetaryAccount(_ accountClass: AccountClass) throws {
        for line in StatementLine.allCases {
            let make = { try Account(code: "1", name: "x", class: accountClass, line: line) }
            if accountClass.isBudgetary {
                _ = refusal(.budgetaryAccountWithLine) { _ = try make() }
            } else if line.accountClass == accountClass {
                #expect(try make().line == line)
            } else {
                let error = refusal(.statementLineOfAnotherClass) { _ = try make() }
                #expect(error?.parameters["expected"] == line.accountClass.rawValue)
            }
        }
    }

    @Test func theCodesOfAccountErrorsAreUnique() {
        let codes = LedgerError.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
    }
}
