import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// Files for the bank: what they hold, byte by byte, and what they refuse.
@Suite struct BankFiles {
    static let settings = """
        version: 1
        originator_id: FNF0000001
        short_name: FNF
        long_name: Fonds national de formation
        data_centre: "00610"
        return: {institution: "006", transit: "12345", account: "0123456"}
        file_number: 12
        """

    static func originator(_ yaml: String = settings, number: Int? = nil) throws -> Originator {
        try Originator(yaml: Array(yaml.utf8), file: "originator.yaml", fileNumber: number)
    }

    static func payment(
        _ number: Int = 1, _ cents: Int64 = 123_456, name: String = "Atelier Bélair inc."
    ) throws -> BankPayment {
        BankPayment(
            payment: "FNF-P-00000\(number)", recipient: "1144556677", name: name,
            details: try BankDetails(institution: "815", transit: "30000", account: "0012345", whose: "1144556677"),
            amount: Cents(cents))
    }

    static func file(_ payments: [BankPayment], created: String = "2026-05-04", due: String = "2026-05-06") throws -> CPA005File {
        try CPA005File(
            originator: originator(), created: CalendarDate(iso: created), due: CalendarDate(iso: due), payments: payments)
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    private func code(_ body: () throws -> Void) -> BankError.Code? {
        do { try body() } catch let error as BankError { return error.code } catch { return nil }
        return nil
    }

    @Test func theFieldsOfARecordFillIt() {
        func length(_ fields: [CPA005Layout.Field]) -> Int { fields.reduce(0) { $0 + $1.length } }
        #expect(length(CPA005Layout.header) == 1464)
        #expect(length(CPA005Layout.trailer) == 1464)
        #expect(length(CPA005Layout.segment) == 240)
        #expect(length(CPA005Layout.control) + 6 * 240 == 1464)
    }

    @Test func aFileOfOnePaymentIsThis() throws {
        let lines = lines(try Self.file([try Self.payment()]).bytes())
        #expect(lines.count == 4 && lines[3].isEmpty)
        #expect(lines.dropLast().allSatisfy { $0.utf8.count == 1464 })
        let blank = { (count: Int) in String(repeating: " ", count: count) }
        #expect(lines[0] == "A000000001FNF000000100120261240061" + "0" + blank(20) + "CAD" + blank(1406))
        let segment =
            "450" + "0000123456" + "026126" + "081530000" + "0012345     " + String(repeating: "0", count: 25)
            + "FNF            " + "ATELIER BELAIR INC.           " + "FONDS NATIONAL DE FORMATION   " + "FNF0000001"
            + "FNF-P-000001       " + "000612345" + "0123456     " + blank(15 + 22 + 2) + "00000000000"
        #expect(lines[1] == "C000000002FNF00000010012" + segment + blank(1200))
        #expect(
            lines[2] == "Z000000003FNF00000010012" + "0000000000000000000000" + "00000000123456" + "00000001"
                + String(repeating: "0", count: 44) + blank(1352))
    }

    @Test(arguments: [1, 5, 6, 7, 12, 13])
    func sixPaymentsMakeARecordAndTheTrailerCountsThem(count: Int) throws {
        let payments = try (1...count).map { try Self.payment($0 % 10, Int64($0) * 1001) }
        let bytes = try Self.file(payments).bytes()
        #expect(bytes.count == (2 + (count + 5) / 6) * 1466)
        let read = try CPA005Reading(bytes)
        #expect(read.payments.map(\.cents) == payments.map(\.amount.value))
        #expect(read.payments.map(\.crossReference) == payments.map(\.payment))
        #expect(read.totalCents == Int64(count * (count + 1) / 2) * 1001)
        #expect(read.fileNumber == 12 && read.originatorID == "FNF0000001" && read.created == "026124")
    }

    @Test func namesAreFoldedToWhatABankShows() throws {
        func fold(_ text: String) throws -> String {
            String(decoding: try BankText.fold(text, most: 30, field: "payee", whose: "x"), as: UTF8.self)
        }
        #expect(try fold("  L’Œuvre  d'Éloïse – Çà & là/2 ") == "L'OEUVRE D'ELOISE - CA & LA/2")
        #expect(try fold("e\u{301}te") == "ETE")
        #expect(code { _ = try fold("日本") } == .characterRefused)
        #expect(code { _ = try fold("A*B") } == .characterRefused)
        #expect(code { _ = try fold("  ") } == .characterRefused)
        #expect(code { _ = try fold(String(repeating: "A", count: 31)) } == .fieldTooLong)
        #expect(code { _ = try Self.file([try Self.payment(name: "Association des très longs noms de Charlevoix")]).bytes() } == .fieldTooLong)
    }

    @Test func whatTheFormatCannotHoldIsRefused() throws {
        #expect(code { _ = try Self.file([]) } == .paymentCount)
        #expect(code { _ = try Self.file([try Self.payment(1, 0)]) } == .paymentAmount)
        #expect(code { _ = try Self.file([try Self.payment(1, 10_000_000_000)]) } == .paymentAmount)
        #expect(code { _ = try Self.file([try Self.payment(1, 9_999_999_999)]).bytes() } == nil)
        #expect(code { _ = try Self.file([try Self.payment()], due: "2026-04-03") } == .paymentDate)
        #expect(code { _ = try Self.file([try Self.payment()], due: "2026-04-04") } == nil)
        #expect(code { _ = try Self.file([try Self.payment()], due: "2026-10-24") } == nil)
        #expect(code { _ = try Self.file([try Self.payment()], due: "2026-10-25") } == .paymentDate)
        let most = try (1...10_001).map { _ in try Self.payment(1, 9_999_999_999) }
        #expect(code { _ = try Self.file(most) } == .totalTooLarge)
    }

    @Test func bankDetailsAreDigitsOfTheirLengths() {
        func details(_ institution: String, _ transit: String, _ account: String) -> BankError.Code? {
            code { _ = try BankDetails(institution: institution, transit: transit, account: account, whose: "r") }
        }
        #expect(details("006", "12345", "1") == nil)
        #expect(details("6", "12345", "1") == .institutionForm)
        #expect(details("006", "1234", "1") == .transitForm)
        #expect(details("006", "12345", "") == .accountForm)
        #expect(details("006", "12345", "1234567890123") == .accountForm)
        #expect(details("006", "12345", "12-34") == .accountForm)
        #expect(details("٠٠٦", "12345", "1") == .institutionForm)
    }

    @Test func theOriginatorIsWhatTheBankGave() throws {
        #expect(try Self.originator(number: 9999).fileNumber == 9999)
        #expect(code { _ = try Self.originator(number: 10_000) } == .originatorForm)
        for (old, new) in [("FNF0000001", "fnf"), ("\"00610\"", "\"610\""), ("file_number: 12", "file_number: 0")] {
            let yaml = Self.settings.replacingOccurrences(of: old, with: new)
            #expect(code { _ = try Self.originator(yaml) } == .originatorForm)
        }
        let unknown = Self.settings + "\nbanque: BN"
        #expect(throws: RuleError.self) { _ = try Self.originator(unknown) }
    }

    @Test func theYearTurns() throws {
        #expect(try CPA005Layout.julian(CalendarDate(iso: "2027-01-01")) == "027001")
        #expect(try CPA005Layout.julian(CalendarDate(iso: "2028-12-31")) == "028366")
    }

    @Test func aFileThatWasChangedIsNotRead() throws {
        let good = try Self.file(try (1...7).map { try Self.payment($0) }).bytes()
        #expect(throws: Never.self) { _ = try CPA005Reading(good) }
        func changed(_ place: Int, _ byte: Character) -> BankError.Code? {
            var bytes = good
            bytes[place] = byte.asciiValue ?? 0
            return code { _ = try CPA005Reading(bytes) }
        }
        #expect(changed(0, "B") == .fileMalformed)
        #expect(changed(9, "2") == .fileMalformed)
        #expect(changed(1466 + 27 + 9, "9") == .fileTotals)
        #expect(changed(1466 + 30, "x") == .fileMalformed)
        #expect(changed(1466 + 20, "7") == .fileMalformed)
        #expect(changed(3 * 1466 + 60, "8") == .fileTotals)
        #expect(changed(1464, " ") == .fileMalformed)
        #expect(code { _ = try CPA005Reading(Array(good.dropLast(1466))) } == .fileMalformed)
        #expect(code { _ = try CPA005Reading(Array(good.dropLast())) } == .fileMalformed)
    }

    @Test func thePlainFileIsACSVFile() throws {
        let text = String(
            decoding: PaymentTable.bytes([try Self.payment(name: "Bélair, \"inc.\"")]), as: UTF8.self)
        #expect(
            text == """
                payment,recipient,name,institution,transit,account,amount_cents
                FNF-P-000001,1144556677,"Bélair, ""inc.""\",815,30000,0012345,123456

                """)
    }
}
