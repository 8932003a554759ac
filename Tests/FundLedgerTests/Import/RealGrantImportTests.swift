import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

@Suite struct RealGrantImports {
    private struct Source {
        let rows: [[String: String]]

        init(_ bytes: [UInt8]) {
            let table = Self.read(String(decoding: bytes, as: UTF8.self))
            let titles = table.first ?? []
            rows = table.dropFirst().map { Dictionary(zip(titles, $0), uniquingKeysWith: { first, _ in first }) }
        }

        /// RFC 4180, written for this test alone.
        private static func read(_ text: String) -> [[String]] {
            var rows: [[String]] = [], row: [String] = [], field = "", isQuoted = false
            for scalar in text.unicodeScalars where scalar != "\r" {
                switch scalar {
                case "\"":
                    isQuoted.toggle()
                    if isQuoted, field.unicodeScalars.last != nil { field.unicodeScalars.append("\"") }
                case "," where !isQuoted:
                    row.append(field)
                    field = ""
                case "\n" where !isQuoted:
                    rows.append(row + [field])
                    (row, field) = ([], "")
                default: field.unicodeScalars.append(scalar)
                }
            }
            return rows
        }
    }

    /// As the map takes a text: line breaks are spaces, spaces around do not count.
    private func tidy(_ text: String?) -> String {
        (text ?? "").replacing("\n", with: " ").trimmingCharacters(in: .whitespaces)
    }

    /// `4115.7` is 411570.
    private func cents(_ text: String) -> Int64 {
        let parts = text.split(separator: "."), decimals = parts.count > 1 ? String(parts[1]) : ""
        return Int64("\(parts[0])\((decimals + "00").prefix(2))") ?? -1
    }

    private func imported() throws -> (book: TakenRegister, bytes: [UInt8], outcome: GrantImport.Outcome)? {
        guard let bytes = TakenRegister.real() else { return nil }
        let book = try TakenRegister(years: TakenRegister.realYears.map(\.key))
        return (book, bytes, try book.run(bytes, TakenRegister.readyMap()))
    }

    @Test func theRealRegisterIsTakenOverWhole() throws {
        guard let (book, bytes, outcome) = try imported() else { return }
        #expect(outcome.grants == 366)
        #expect(outcome.recipients == 243)
        #expect(outcome.cents == 80_869_047)
        let rows = try book.sample.read(.fnf) { try $0.grants() }
        #expect(rows.count == 366)
        #expect(Set(rows.map(\.recipient)).count == 243)
        let totals = try book.sample.read(.fnf) { try $0.grantTotals(by: .year) }
        #expect(totals.map(\.group) == TakenRegister.realYears.map(\.key))
        #expect(totals.map(\.figures.accepted) == TakenRegister.realYears.map { Int64($0.value) })
        #expect(totals.map(\.figures.payable) == totals.map(\.figures.accepted))
        for (year, cents) in TakenRegister.realYears {
            let balance = try book.sample.read(.fnf) { try $0.trialBalance(.year(FiscalYear(parsing: year))) }
            #expect(balance.rows.first { $0.account.code == "5100" }?.debit.value == Int64(cents), "\(year)")
        }

        // Again, by another name: nothing new; with one row more: one.
        let before = try book.sample.dump()
        let again = try book.run(bytes, TakenRegister.readyMap(), file: "again.csv")
        #expect(again.grants == 0 && again.known == 366)
        #expect(try book.sample.dump() == before)
        let last = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").last ?? ""
        let line = last.isEmpty ? "" : String(last.split(separator: "\n").last ?? "")
        let more = bytes + Array(line.replacing("360G-traffordmbc-", with: "360G-new-").utf8) + [0x0A]
        let longer = try book.run(more, TakenRegister.readyMap())
        #expect(longer.grants == 1 && longer.known == 366)
        #expect(longer.firstGrant?.text == "FNF-G-000367")
    }

    @Test func theExportIn360GivingAgreesWithTheFileRowByRow() throws {
        guard let (book, bytes, outcome) = try imported() else { return }
        let source = Source(bytes).rows
        let export = GrantPublication(.threeSixtyGiving, publisher: .init(name: "Fonds"))
        var rows: [[String: GrantPublication.Value]] = []
        let count = try book.sample.read(.fnf) { reader in
            try export.forEachRow(reader) { row in
                rows.append(Dictionary(zip(export.columns, row), uniquingKeysWith: { first, _ in first }))
            }
        }
        #expect(count == 366 && rows.count == 366 && source.count == 366)
        var names: [String: String] = [:], others = 0
        for (row, given) in zip(rows, source) {
            let id = given["Recipient Org:Identifier"] ?? "", name = tidy(given["Recipient Org:Name"])
            #expect(row["Identifier"] == .text(given["Identifier"] ?? ""))
            #expect(row["Title"] == .text(tidy(given["Title"])))
            #expect(row["Amount Awarded"] == .amount(cents(given["Amount Awarded"] ?? "")))
            #expect(row["Award Date"] == .date(try CalendarDate(iso: given["Award Date"] ?? "")))
            #expect(row["Recipient Org:Identifier"] == .text(String(try GrantImportTarget.recipient(id).dropFirst(2))))
            #expect(row["Recipient Org:Name"] == .text(names[id] ?? name))
            #expect(row["Grant Programme:Code"] == .text(given["Grant Programme:Code"] ?? ""))
            #expect(row["Grant Programme:Title"] == .text(given["Grant Programme:Title"] ?? ""))
            #expect(row["Amount Disbursed"] == .blank && row["Amount Applied For"] == .blank)
            if let known = names[id], known != name { others += 1 }
            names[id] = names[id] ?? name
        }
        #expect(Int64(others) == outcome.otherNameCount)
        #expect(source.filter { RecipientID.isValid("X-" + ($0["Recipient Org:Identifier"] ?? "")) }.count > 350)
    }

    @Test func oneYearOfTheExport() throws {
        guard let (book, _, _) = try imported() else { return }
        let year = try FiscalYear(parsing: "2019-2020")
        for format in GrantPublicationFormat.allCases {
            let export = GrantPublication(format, year: year, publisher: .init(name: "Fonds"))
            let place = export.columns.firstIndex(of: format == .federal ? "agreement_value" : "Amount Awarded") ?? 0
            var cents: Int64 = 0
            _ = try book.sample.read(.fnf) { reader in
                try export.forEachRow(reader) { if case .amount(let amount) = $0[place] { cents += amount } }
            }
            #expect(cents == 18_894_883)
        }
    }
}
