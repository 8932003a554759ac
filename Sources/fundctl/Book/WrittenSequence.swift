import AuditTrail

extension BookReading {
    /// Where the first record of a kind lies among those that batches hold, with the session of its register; nil where
    /// there is none.
    func sequence<R: Record>(
        of kind: R.Type, in receipts: [BatchReceipt]
    ) throws -> (sequence: Int64, session: RegisterSession)? {
        for receipt in receipts {
            let session = try register(receipt.register)
            for sequence in receipt.first..<receipt.first + receipt.count where try session.record(at: sequence) is R {
                return (sequence, session)
            }
        }
        return nil
    }
}
