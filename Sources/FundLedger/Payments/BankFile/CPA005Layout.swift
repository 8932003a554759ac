import ReferenceData

/// The fields of a CPA 005 (Payments Canada Standard 005) credit file of 1464-character logical records, as public
/// descriptions give them: docs/payment-files cites them.
///
/// A file is one record A, records C of up to six payments each, and one record Z. Every record is 1464 characters of
/// ASCII; CR and LF end it. Numbers are right-justified with zeros, texts left-justified with spaces; what is not used is
/// zeros or spaces by the same rule.
enum CPA005Layout {
    static let recordLength = 1464
    static let segmentLength = 240
    static let segmentsInRecord = 6
    /// A type, a record number, an originator and the number of a file: what records C and Z begin with.
    static let controlLength = 24
    /// Cents that ten digits hold.
    static let mostCents: Int64 = 9_999_999_999
    static let mostTotalCents: Int64 = 99_999_999_999_999
    static let mostPayments = 99_999_999
    /// Days before and after the day of the file on which money may be due.
    static let daysBefore = 30
    static let daysAfter = 173

    struct Field: Equatable {
        enum Form { case number, text }
        let name: String
        let length: Int
        let form: Form

        init(_ name: String, _ length: Int, _ form: Form) {
            self.name = name
            self.length = length
            self.form = form
        }
    }

    static let header: [Field] = [
        .init("type", 1, .text), .init("record_count", 9, .number), .init("originator_id", 10, .text),
        .init("file_number", 4, .number), .init("created", 6, .number), .init("data_centre", 5, .number),
        .init("reserved", 20, .text), .init("currency", 3, .text), .init("filler", 1406, .text),
    ]
    static let control: [Field] = [
        .init("type", 1, .text), .init("record_count", 9, .number), .init("originator_id", 10, .text),
        .init("file_number", 4, .number),
    ]
    static let segment: [Field] = [
        .init("transaction_code", 3, .number), .init("amount", 10, .number), .init("date", 6, .number),
        .init("institution", 9, .number), .init("account", 12, .text), .init("trace", 22, .number),
        .init("stored_code", 3, .number), .init("short_name", 15, .text), .init("payee", 30, .text),
        .init("long_name", 30, .text), .init("user_id", 10, .text), .init("cross_reference", 19, .text),
        .init("return_institution", 9, .number), .init("return_account", 12, .text), .init("sundry", 15, .text),
        .init("filler", 22, .text), .init("settlement", 2, .text), .init("invalid_element", 11, .number),
    ]
    static let trailer: [Field] = control + [
        .init("debit_total", 14, .number), .init("debit_count", 8, .number), .init("credit_total", 14, .number),
        .init("credit_count", 8, .number), .init("error_e_total", 14, .number), .init("error_e_count", 8, .number),
        .init("error_f_total", 14, .number), .init("error_f_count", 8, .number), .init("filler", 1352, .text),
    ]

    /// `0YYDDD`: the last two digits of the year and the day of the year.
    static func julian(_ date: CalendarDate) throws -> String {
        let first = try CalendarDate(year: date.year, month: 1, day: 1)
        let day = Int(date.dayNumber - first.dayNumber) + 1
        return "0" + digits(Int64(date.year % 100), 2) + digits(Int64(day), 3)
    }

    /// A number of so many digits, with zeros before it.
    static func digits(_ value: Int64, _ count: Int) -> String {
        let text = String(value)
        precondition(value >= 0 && text.utf8.count <= count, "the number fits its field")
        return String(repeating: "0", count: count - text.utf8.count) + text
    }
}
