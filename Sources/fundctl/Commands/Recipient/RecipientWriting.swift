import AuditTrail
import FundLedger
import ReferenceData

extension RecipientNaming {
    /// Writes a record that names a recipient. A request made before is answered with its first outcome.
    func write<R: RecipientRecord>(
        _ id: String, in fund: FundCode, command: String, _ options: WriteOptions, _ call: Invocation,
        _ record: (Recipients, RecipientName) throws -> R
    ) throws -> WriteDone<RecipientView> {
        try check(for: id)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: ["command": .string(command), "name": .string(name ?? ""), "recipient": .string(id)],
            options: options)
        return try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            let recipients = Recipients(session)
            _ = try record(recipients, recorded(in: session, call.edge))
            return try RecipientView(recipients.recipient(id), in: session)
        } again: { reading, receipts in
            guard let found = try reading.records(R.self, of: receipts).first else {
                throw RegistryError(.recipientUnknown, ["recipient": id, "fund": fund.rawValue, "nearest": ""])
            }
            try requireSame(found.record.name, in: found.session, receipts, options)
            return try RecipientView(Recipients(found.session).recipient(id), in: found.session)
        }
    }
}
