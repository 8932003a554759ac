import ReferenceData

/// A CPA 005 credit file read back, field by field: what tests and `payment file --check` look at.
public struct CPA005Reading: Sendable, Equatable {
    /// One payment as the file says it.
    public struct Payment: Sendable, Equatable {
        public let cents: Int64
        /// `0YYDDD`.
        public let date: String
        public let institution: String
        public let account: String
        public let payee: String
        public let crossReference: String
        public let transactionCode: String
    }

    public let originatorID: String
    public let fileNumber: Int64
    /// `0YYDDD`.
    public let created: String
    public let payments: [Payment]
    public let totalCents: Int64

    /// Reads a file and judges it: record lengths, types and numbers, blank segments only at the end of the last record, the
    /// form of every field, counts and sums. Refuses: E-BNK-017, E-BNK-018.
    public init(_ bytes: [UInt8]) throws {
        let records = try Self.records(bytes)
        let head = try Fields(records[0], 1, CPA005Layout.header)
        try head.require("type", "A")
        try head.require("record_count", "000000001")
        try head.require("currency", "CAD")
        var payments: [Payment] = []
        for (index, record) in records.enumerated().dropFirst().dropLast() {
            let control = try Fields(record, index + 1, CPA005Layout.control)
            try Self.judge(control, "C", index + 1, as: head)
            payments += try Self.segments(record, index + 1, isLast: index == records.count - 2)
        }
        let tail = try Fields(records[records.count - 1], records.count, CPA005Layout.trailer)
        try Self.judge(tail, "Z", records.count, as: head)
        var sum: Int64 = 0
        for payment in payments { sum += payment.cents }
        try tail.agree("credit_total", sum)
        try tail.agree("credit_count", Int64(payments.count))
        for name in ["debit_total", "debit_count", "error_e_total", "error_e_count", "error_f_total", "error_f_count"] {
            try tail.agree(name, 0)
        }
        self.payments = payments
        originatorID = head["originator_id"]
        fileNumber = try head.number("file_number")
        created = head["created"]
        totalCents = sum
    }

    /// The records without their ends. Refuses: E-BNK-017.
    private static func records(_ bytes: [UInt8]) throws -> [ArraySlice<UInt8>] {
        let step = CPA005Layout.recordLength + 2
        guard bytes.count >= 3 * step, bytes.count % step == 0 else {
            throw BankError(
                .fileMalformed,
                [
                    "record": "1", "field": "length", "position": "1", "found": String(bytes.count),
                    "expected": "n × \(step)",
                ])
        }
        return try stride(from: 0, to: bytes.count, by: step).map { start in
            let end = start + CPA005Layout.recordLength
            guard bytes[end] == 0x0D, bytes[end + 1] == 0x0A,
                bytes[start..<end].allSatisfy({ (0x20...0x7E).contains($0) })
            else {
                throw BankError(
                    .fileMalformed,
                    [
                        "record": String(start / step + 1), "field": "record_end",
                        "position": String(CPA005Layout.recordLength + 1), "found": "–", "expected": "CR LF",
                    ])
            }
            return bytes[start..<end]
        }
    }

    private static func judge(_ fields: Fields, _ type: String, _ number: Int, as head: Fields) throws {
        try fields.require("type", type)
        try fields.require("record_count", CPA005Layout.digits(Int64(number), 9))
        try fields.require("originator_id", head["originator_id"])
        try fields.require("file_number", head["file_number"])
    }

    private static func segments(_ record: ArraySlice<UInt8>, _ number: Int, isLast: Bool) throws -> [Payment] {
        var found: [Payment] = []
        var start = record.startIndex + CPA005Layout.controlLength
        for place in 0..<CPA005Layout.segmentsInRecord {
            let bytes = record[start..<start + CPA005Layout.segmentLength]
            defer { start += CPA005Layout.segmentLength }
            if bytes.allSatisfy({ $0 == 0x20 }) {
                let rest = record[bytes.startIndex...].allSatisfy { $0 == 0x20 }
                guard isLast, place > 0, rest else {
                    throw BankError(
                        .fileMalformed,
                        [
                            "record": String(number), "field": "segment",
                            "position": String(bytes.startIndex - record.startIndex + 1), "found": "–",
                            "expected": "segment \(place + 1)",
                        ])
                }
                break
            }
            let fields = try Fields(bytes, number, CPA005Layout.segment, at: bytes.startIndex - record.startIndex)
            found.append(
                Payment(
                    cents: try fields.number("amount"), date: fields["date"],
                    institution: fields["institution"], account: fields["account"], payee: fields["payee"],
                    crossReference: fields["cross_reference"], transactionCode: fields["transaction_code"]))
        }
        return found
    }

    /// The fields of a piece of a record.
    private struct Fields {
        private let record: Int
        private var values: [String: (text: String, position: Int)] = [:]

        /// Refuses: E-BNK-017 for a number that is none.
        init(_ bytes: ArraySlice<UInt8>, _ record: Int, _ fields: [CPA005Layout.Field], at offset: Int = 0) throws {
            self.record = record
            var start = bytes.startIndex
            for field in fields {
                let raw = bytes[start..<start + field.length]
                let position = start - bytes.startIndex + offset + 1
                start += field.length
                var text = String(decoding: raw, as: UTF8.self)
                if field.form == .number, !raw.allSatisfy({ (0x30...0x39).contains($0) }) {
                    throw BankError(
                        .fileMalformed,
                        [
                            "record": String(record), "field": field.name, "position": String(position), "found": "–",
                            "expected": "\(field.length) × 0-9",
                        ])
                }
                while text.last == " " { text.removeLast() }
                values[field.name] = (text, position)
            }
        }

        subscript(name: String) -> String { values[name]?.text ?? "" }

        func number(_ name: String) throws -> Int64 {
            guard let value = Int64(self[name]) else {
                throw malformed(name, "0-9")
            }
            return value
        }

        func require(_ name: String, _ expected: String) throws {
            guard self[name] == expected else { throw malformed(name, expected) }
        }

        /// Refuses: E-BNK-018.
        func agree(_ name: String, _ expected: Int64) throws {
            let found = try number(name)
            guard found == expected else {
                throw BankError(.fileTotals, ["field": name, "found": String(found), "expected": String(expected)])
            }
        }

        private func malformed(_ name: String, _ expected: String) -> BankError {
            BankError(
                .fileMalformed,
                [
                    "record": String(record), "field": name, "position": String(values[name]?.position ?? 0),
                    "found": self[name], "expected": expected,
                ])
        }
    }
}
