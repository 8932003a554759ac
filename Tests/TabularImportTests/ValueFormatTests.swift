import ReferenceData
import Testing

@testable import TabularImport

@Suite struct ValueFormatTests {
    private func amount(_ typed: String, _ change: (inout AmountFormat) -> Void = { _ in }) -> String {
        var format = AmountFormat()
        change(&format)
        var typed = typed
        return typed.withUTF8 {
            switch AmountParser.parse(UnsafeRawBufferPointer($0), format) {
            case .number(let cents): return String(cents)
            case .refused(let code): return code.rawValue
            default: return "?"
            }
        }
    }

    @Test(
        "Dollars are read to the cent, never rounded",
        arguments: [
            ("2266", "226600"), ("3028.63", "302863"), ("0.5", "50"), ("-12.30", "-1230"), ("1.2300", "123"),
            ("92233720368547758.07", "9223372036854775807"), ("-92233720368547758.08", "-9223372036854775808"),
            ("92233720368547758.08", "E-CSV-024"), ("1.234", "E-CSV-023"), ("0.001", "E-CSV-023"),
            (".5", "E-CSV-022"), ("5.", "E-CSV-022"), ("1,234", "E-CSV-022"), ("1 234", "E-CSV-022"),
            ("1.2.3", "E-CSV-022"), ("$5", "E-CSV-022"), ("(5)", "E-CSV-022"), ("-0.00", "E-CSV-022"),
            ("05", "E-CSV-022"), ("1e2", "E-CSV-022"), ("", "E-CSV-022"),
        ])
    func dollars(_ typed: String, _ expected: String) { #expect(amount(typed) == expected) }

    @Test(
        "Groups have three digits each, and are all there or not at all",
        arguments: [
            ("1 234 567,89", "123456789"), ("1\u{A0}234,00", "123400"), ("1\u{202F}234", "123400"),
            ("1234,5", "123450"), ("12 34", "E-CSV-022"), ("1 2345", "E-CSV-022"), ("1234 567", "E-CSV-022"),
            (" 123", "E-CSV-022"), ("123 ,5", "E-CSV-022"), ("1  234", "E-CSV-022"), ("1.234", "E-CSV-022"),
        ])
    func groups(_ typed: String, _ expected: String) {
        let found = amount(typed) {
            $0.decimal = .comma
            $0.grouping = .space
        }
        #expect(found == expected)
    }

    @Test func `parentheses are the minus of a map that says so`() {
        func parentheses(_ typed: String) -> String { amount(typed) { $0.negative = .parentheses } }
        #expect(parentheses("(12.50)") == "-1250")
        #expect(parentheses("12.50") == "1250")
        #expect(parentheses("-12.50") == "E-CSV-022")
        #expect(parentheses("(12.50") == "E-CSV-022")
        #expect(parentheses("()") == "E-CSV-022")
    }

    @Test(
        "Dates are read as the map says, or refused",
        arguments: [
            (DateFormat.iso, "2026-04-01", "2026-04-01"), (.dayFirst, "01/04/2026", "2026-04-01"),
            (.monthFirst, "04/01/2026", "2026-04-01"), (.compact, "20260401", "2026-04-01"),
            (.stamp, "2020-11-11T12:00:00Z", "2020-11-11"), (.iso, "2024-02-29", "2024-02-29"),
            (.iso, "2023-02-29", nil), (.iso, "2026-13-01", nil), (.iso, "2026-4-1", nil), (.iso, "2026-04-01 ", nil),
            (.dayFirst, "13/31/2026", nil), (.monthFirst, "31/12/2026", nil), (.compact, "2026-401", nil),
            (.stamp, "2020-11-11T24:00:00Z", nil), (.stamp, "2020-11-11", nil), (.iso, "0000-01-01", nil),
        ] as [(DateFormat, String, String?)])
    func dates(_ format: DateFormat, _ typed: String, _ expected: String?) {
        var typed = typed
        let found: String? = typed.withUTF8 {
            if case .date(let date) = DateParser.parse(UnsafeRawBufferPointer($0), format) { return date.iso }
            return nil
        }
        #expect(found == expected)
    }
}
