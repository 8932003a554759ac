/// The fields of STATEMENT in their order, each with its grammar and the verdict that it is compared by. FORMAT.md,
/// sections 10.1 and 11.
public enum StatementField: String, CaseIterable, Sendable {
    case register
    case registerID = "register-id"
    case origin
    case export
    case time
    case size
    case root
    case recordsBytes = "records-bytes"
    case recordsSHA256 = "records-sha256"
    case previousExport = "previous-export"
    case previousSize = "previous-size"
    case previousRoot = "previous-root"
    case previousRecordsBytes = "previous-records-bytes"
    case previousRecordsSHA256 = "previous-records-sha256"
    case previousStatement = "previous-statement"
    case batches
    case entries
    case postings
    case debitCents = "debit-cents"
    case persons
    case alone
    case annulled
    case recovered
    case rotated
    case erasures
    case files
    case filesBytes = "files-bytes"
    case manifestSHA256 = "manifest-sha256"
    case schema
    case software

    /// Which verdict says whether the field is that of the records.
    var verdict: VerdictName {
        switch self {
        case .register, .registerID, .origin: .origin
        case .size, .root, .recordsBytes, .recordsSHA256, .files, .filesBytes, .manifestSHA256, .schema: .integrity
        case .entries, .postings, .debitCents: .books
        default: .completeness
        }
    }

    /// Whether a text is in the field's grammar.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .register: RegisterName.all.contains(text)
        case .origin: Grammar.isOrigin(text)
        case .time: Grammar.isTime(text)
        case .schema: text == Statement.schema
        case .software: (1...64).contains(text.utf8.count)
        case .registerID, .root, .recordsSHA256, .manifestSHA256: Digest(hex: text) != nil
        case .previousRoot, .previousRecordsSHA256, .previousStatement: text == "-" || Digest(hex: text) != nil
        case .export, .size, .recordsBytes: StatementField.isCount(text, least: 1)
        case .previousExport, .previousSize, .previousRecordsBytes:
            text == "-" || StatementField.isCount(text, least: 1)
        case .entries, .postings, .debitCents: text == "-" || StatementField.isCount(text, least: 0)
        case .batches, .erasures, .files, .filesBytes: StatementField.isCount(text, least: 0)
        case .persons: StatementField.isPersons(text)
        case .alone, .annulled, .recovered, .rotated: StatementField.isList(text)
        }
    }

    private static func isCount(_ text: String, least: Int64) -> Bool {
        CanonicalInteger.parse(text).map { $0 >= least } ?? false
    }

    /// COUNT, and ` single-person` where fewer than two hold admin.
    private static func isPersons(_ text: String) -> Bool {
        let count = text.hasSuffix(Statement.singlePerson) ? String(text.dropLast(Statement.singlePerson.count)) : text
        return isCount(count, least: 0)
    }

    /// `-`, or sequences that ascend, joined by commas.
    private static func isList(_ text: String) -> Bool {
        if text == "-" { return true }
        var last: Int64 = 0
        for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let sequence = CanonicalInteger.parse(String(decoding: part, as: UTF8.self)), sequence > last else {
                return false
            }
            last = sequence
        }
        return true
    }
}
