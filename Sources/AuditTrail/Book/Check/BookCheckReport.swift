/// Something that a check found wrong in a book.
public struct BookFault: Sendable {
    /// The register's name, nil where the fault is the file's.
    public let register: String?
    /// The record at fault, where one can be named.
    public let record: Int64?
    /// The verdict that an auditor would see fail, where the records themselves are at fault.
    public let verdict: VerdictName?
    /// A coded error of AuditTrail or of a library above.
    public let error: any Error
}

/// What a check of a book found.
public struct BookCheckReport: Sendable {
    /// One register as its records tell it.
    public struct Register: Sendable {
        public let name: String
        public let id: Digest
        /// Records.
        public let size: Int64
        public let root: Digest
    }

    public internal(set) var registers: [Register] = []
    /// In the order found: the file, the schema, the records register by register, the tables.
    public internal(set) var faults: [BookFault] = []
    /// Whether more faults were found than are listed.
    public internal(set) var isCut = false

    public var isSound: Bool { faults.isEmpty }
    /// Records read in all registers.
    public var records: Int64 { registers.reduce(0) { $0 + $1.size } }

    /// The most faults that are listed.
    public static let mostFaults = 1000

    mutating func add(
        _ error: any Error, register: String? = nil, record: Int64? = nil, verdict: VerdictName? = nil
    ) {
        guard faults.count < BookCheckReport.mostFaults else {
            isCut = true
            return
        }
        faults.append(BookFault(register: register, record: record, verdict: verdict, error: error))
    }

    mutating func add(
        _ code: AuditError.Code, _ parameters: [String: String], register: String? = nil, record: Int64? = nil
    ) {
        add(AuditError(code, parameters), register: register, record: record)
    }
}
