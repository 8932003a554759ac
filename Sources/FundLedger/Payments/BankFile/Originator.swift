import ReferenceData

/// Who sends a file to the bank: what the bank gave the fund, not what the book says.
///
///     version: 1
///     originator_id: FNF0000001
///     short_name: FNF
///     long_name: Fonds national de formation
///     data_centre: "00610"
///     transaction_code: "450"
///     return: {institution: "006", transit: "12345", account: "0123456"}
///     file_number: 12
public struct Originator: Sendable, Equatable {
    /// 10 of `A-Z 0-9`, as the bank gave it.
    public let id: String
    /// At most 15 and 30 characters, folded.
    public let shortName: [UInt8]
    public let longName: [UInt8]
    /// Five digits: where the file is processed.
    public let dataCentre: String
    /// Where what cannot be paid comes back to.
    public let returns: BankDetails
    /// Three digits of Payments Canada's list: 450, miscellaneous payments, where it is not given.
    public let transactionCode: String
    /// 1 to 9999: the number of the next file.
    public let fileNumber: Int

    /// `fileNumber`: instead of the one that the file has. Refuses: E-RUL codes for the form of the YAML, E-BNK-001 …
    /// E-BNK-003, E-BNK-010, E-BNK-011, E-BNK-016.
    public init(yaml: [UInt8], file: String, fileNumber: Int? = nil) throws {
        let top = try RuleNode(yaml: yaml, file: file).section([
            "version", "originator_id", "short_name", "long_name", "data_centre", "transaction_code", "return",
            "file_number",
        ])
        _ = try top.required("version").code("1") { $0 == "1" }
        id = try Self.form(top.required("originator_id").text(), "originator_id", "10 × A-Z 0-9") {
            $0.utf8.count == 10
                && $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        }
        shortName = try BankText.fold(top.required("short_name").text(), most: 15, field: "short_name", whose: file)
        longName = try BankText.fold(top.required("long_name").text(), most: 30, field: "long_name", whose: file)
        dataCentre = try Self.digits(top.required("data_centre").text(), 5, "data_centre")
        transactionCode = try Self.digits(top["transaction_code"]?.text() ?? "450", 3, "transaction_code")
        let returns = try top.required("return").section(["institution", "transit", "account"])
        self.returns = try BankDetails(
            institution: returns.required("institution").text(), transit: returns.required("transit").text(),
            account: returns.required("account").text(), whose: "return")
        let number = try fileNumber.map(String.init) ?? top.required("file_number").text()
        guard let value = Int(number), (1...9999).contains(value) else {
            throw BankError(.originatorForm, ["field": "file_number", "found": number, "expected": "1–9999"])
        }
        self.fileNumber = value
    }

    private static func digits(_ text: String, _ count: Int, _ field: String) throws -> String {
        try form(text, field, "\(count) × 0-9") {
            $0.utf8.count == count && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    private static func form(
        _ text: String, _ field: String, _ expected: String, _ isForm: (String) -> Bool
    ) throws -> String {
        guard isForm(text) else {
            throw BankError(.originatorForm, ["field": field, "found": text, "expected": expected])
        }
        return text
    }
}
