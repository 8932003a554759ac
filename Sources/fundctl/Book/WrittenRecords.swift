import AuditTrail

extension BookReading {
    /// The records of one kind that batches hold, in order, each with the session of its register: what a request made
    /// before had written.
    func records<R: Record>(_ kind: R.Type, of receipts: [BatchReceipt]) throws -> [(record: R, session: RegisterSession)] {
        try receipts.flatMap { receipt in
            let session = try register(receipt.register)
            return try (receipt.first..<receipt.first + receipt.count).compactMap { sequence in
                (try session.record(at: sequence) as? R).map { (record: $0, session: session) }
            }
        }
    }
}
