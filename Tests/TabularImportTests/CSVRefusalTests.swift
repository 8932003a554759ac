import Foundation
import Testing

@testable import TabularImport

@Suite struct CSVRefusalTests {
    typealias Code = ImportError.Code

    /// The only problem of a text, which has the columns a and b.
    private func problem(_ body: String, _ format: CSVFormat = CSVFormat()) throws -> RowProblem {
        try problem(Array(body.utf8), format)
    }

    private func problem(_ body: [UInt8], _ format: CSVFormat = CSVFormat()) throws -> RowProblem {
        let delimiter = format.delimiter == .tab ? "\t" : format.delimiter.rawValue
        let result = try rows(Array("a\(delimiter)b\n".utf8) + body, format)
        #expect(result.problems.count == 1)
        return try #require(result.problems.first)
    }

    private func error(_ bytes: [UInt8], _ format: CSVFormat = CSVFormat()) -> ImportError? {
        importError { _ = try rows(bytes, format) }
    }

    @Test func `E-CSV-001: a file that cannot be opened`() {
        let error = importError { _ = try FileByteSource(path: "/nonexistent/file.csv") }
        #expect(error?.code == .unreadable)
        #expect(error?.parameters["errno"] == String(ENOENT))
    }

    @Test func `E-CSV-001: a folder is no file`() {
        let error = importError {
            _ = try CSVReader(source: try FileByteSource(path: "/"), fileName: "/", format: CSVFormat())
        }
        #expect(error?.code == .unreadable)
        #expect(error?.parameters["errno"] == String(EISDIR))
    }

    @Test("E-CSV-002: no header", arguments: ["", "\n\n", "\u{FEFF}", ",,\n1,2,3\n"])
    func missingHeader(_ text: String) { #expect(error(Array(text.utf8))?.code == .missingHeader) }

    @Test func `E-CSV-003: a byte-order mark that contradicts the map`() {
        let utf16 = error([0xFF, 0xFE, 0x61, 0x00])
        #expect(utf16?.code == .wrongEncoding)
        #expect(utf16?.parameters["found"] == "utf-16")
        #expect(error([0xFE, 0xFF, 0x00, 0x61], CSVFormat(encoding: .windows1252))?.parameters["found"] == "utf-16")
        let utf8 = error(Array("\u{FEFF}a\n".utf8), CSVFormat(encoding: .windows1252))
        #expect(utf8?.code == .wrongEncoding)
        #expect(utf8?.parameters["advice"] == "encoding: utf-8")
    }

    @Test func `E-CSV-004: windows-1252 is refused with advice, then read by its encoding`() throws {
        let bytes: [UInt8] = [0x31, 0x2C, 0x63, 0x6C, 0xE9, 0x0A]
        let refused = try problem(bytes)
        #expect(refused.code == Code.invalidUTF8.rawValue)
        #expect(refused.line == 2)
        #expect(refused.field == "b")
        #expect(refused.parameters == ["found": "0xE9", "advice": "encoding: windows-1252"])
        #expect(try rows(Array("a,b\n".utf8) + bytes, CSVFormat(encoding: .windows1252)).rows[1] == ["1", "clé"])
    }

    @Test(
        "E-CSV-004: bytes that are not UTF-8",
        arguments: [
            [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0xFF],
            [0xE2, 0x82],
        ] as [[UInt8]])
    func invalid(_ bytes: [UInt8]) throws {
        #expect(try problem([0x31, 0x2C] + bytes + [0x0A]).code == Code.invalidUTF8.rawValue)
        #expect(try problem([0x31, 0x2C] + bytes).code == Code.invalidUTF8.rawValue)
    }

    @Test func `E-CSV-004: no advice where windows-1252 makes no sense either`() throws {
        #expect(try problem([0x31, 0x2C, 0xE9, 0x81, 0x0A]).parameters["advice"] == nil)
    }

    @Test func `E-CSV-005: a NUL byte`() throws {
        #expect(try problem([0x31, 0x2C, 0x00, 0x0A]).code == Code.nulByte.rawValue)
    }

    @Test(
        "E-CSV-006: characters that no record holds",
        arguments: [0x09, 0x7F, 0x85, 0xFEFF, 0x202A, 0x202E, 0x2066, 0x2069, 0xFDD0, 0xFFFE, 0x1_FFFF] as [UInt32])
    func forbidden(_ codePoint: UInt32) throws {
        let text = String(try #require(Unicode.Scalar(codePoint)))
        for body in ["1,x\(text)\n", "1,\"x\(text)\"\n"] {
            let problem = try problem(body)
            #expect(problem.code == Code.forbiddenCharacter.rawValue)
            #expect(problem.parameters["code_point"] == UTF8Check.name(codePoint))
            #expect(problem.field == "b")
        }
    }

    @Test func `E-CSV-006: a carriage return alone, a quoted tab, an undefined byte of an encoding`() throws {
        #expect(try problem("1,x\ry\n").parameters["code_point"] == "U+000D")
        #expect(try problem("1\t\"x\ty\"\n", CSVFormat(delimiter: .tab)).parameters["code_point"] == "U+0009")
        #expect(
            try problem([0x31, 0x2C, 0x81], CSVFormat(encoding: .windows1252)).parameters["code_point"] == "U+0081")
        let latin = try problem([0x31, 0x2C, 0x93], CSVFormat(encoding: .iso88591))
        #expect(latin.parameters["advice"] == "encoding: windows-1252")
        #expect(error(Array("a\tb\n1\t2\n".utf8))?.parameters["advice"] == "delimiter: tab")
    }

    @Test func `E-CSV-007: a line break inside a field, unless the map makes it a space`() throws {
        let problem = try problem("1,\"x\ny\"\n")
        #expect(problem.code == Code.lineBreakInField.rawValue)
        #expect(problem.parameters["advice"] == "line_breaks: space")
    }

    @Test("E-CSV-008: a stray quote", arguments: ["1,x\"y\n", "1,\"x\"y\n", "1, \"x\"\n", "1,\"x\" \n"])
    func strayQuote(_ body: String) throws {
        let result = try rows(Array(("a,b\n" + body + "3,4\n").utf8))
        #expect(result.problems.map(\.code) == [Code.strayQuote.rawValue])
        #expect(result.problems[0].field == "b")
        #expect(result.rows.last == ["3", "4"])
    }

    @Test func `E-CSV-009: a quote that never closes ends the reading`() throws {
        let result = try rows(Array("a,b\n1,2\n3,\"x\n4,5\n".utf8))
        #expect(result.rows == [["a", "b"], ["1", "2"]])
        #expect(result.problems.map(\.code) == [Code.unterminatedQuote.rawValue])
        #expect(result.problems[0].line == 3)
    }

    @Test("E-CSV-010: too few or too many fields; reading goes on", arguments: [("1", "1"), ("1,2,3", "3")])
    func fieldCount(_ body: String, _ found: String) throws {
        let result = try rows(Array("a,b\n\(body)\n3,4\n".utf8))
        #expect(result.problems.map(\.code) == [Code.wrongFieldCount.rawValue])
        #expect(result.problems[0].parameters == ["expected": "2", "found": found])
        #expect(result.problems[0].line == 2)
        #expect(result.rows.last == ["3", "4"])
    }

    @Test func `E-CSV-011: a field beyond 65 536 bytes`() throws {
        #expect(try rows(Array("a,b\n1,\(String(repeating: "x", count: 65_536))\n".utf8)).problems.isEmpty)
        let problem = try problem("1,\(String(repeating: "x", count: 65_537))\n")
        #expect(problem.code == Code.fieldTooLong.rawValue)
        #expect(problem.parameters == ["expected": "65536", "found": "65537"])
    }

    @Test func `E-CSV-012: a row beyond 1 MiB ends the reading`() throws {
        let endless = Array("a,b\n1,\"".utf8) + Array(repeating: UInt8(0x78), count: 3_000_000)
        let result = try rows(endless, pieceLimit: 10_000)
        #expect(result.problems.map(\.code) == [Code.rowTooLong.rawValue])
        #expect(result.problems[0].line == 2)
    }

    @Test func `E-CSV-013: more than 1 024 columns`() throws {
        let most = (1...1_024).map { "c\($0)" }.joined(separator: ",")
        #expect(try rows(Array(most.utf8)).rows[0].count == 1_024)
        #expect(error(Array((most + ",d").utf8))?.code == .tooManyColumns)
        #expect(try rows(Array("a\n\(most),d,e\n".utf8)).problems[0].parameters["found"] == "1026")
    }

    @Test func `E-CSV-014: two columns of one name`() {
        #expect(error(Array("a,b,a\n".utf8))?.parameters["field"] == "a")
        #expect(error(Array("a,b,a\n".utf8))?.code == .repeatedColumn)
    }

    @Test func `E-CSV-015: a missing column is named with the nearest one and the likely delimiter`() {
        let map = "fields: {date: {column: Date}}\npostings: [{account: {constant: '1'}, amount: {column: Amount}}]"
        let nearest = importError { _ = try readAll("Date,Amounts\n", map) }
        #expect(nearest?.code == .missingColumn)
        #expect(nearest?.parameters["field"] == "Amount")
        #expect(nearest?.parameters["nearest"] == "Amounts")
        let delimiter = importError { _ = try readAll("Date;Amount\n", map) }
        #expect(delimiter?.parameters["advice"] == "delimiter: \";\"")
    }

    @Test func `E-CSV-016: a column that the default map does not know`() {
        let error = importError { _ = try readAll("entry,date,reference,memo,account,amount_cents,enveloppe\n") }
        #expect(error?.code == .unknownColumn)
        #expect(error?.parameters["nearest"] == "envelope")
    }
}
