import AuditTrail
import FundLedger
import Storage

/// What a command that writes hands over.
struct WriteRequest {
    /// The registers that it writes to.
    let registers: [String]
    /// What is asked for, without anything that differs when it is asked again (ids, times): its fingerprint tells
    /// whether an idempotency key comes with the same content.
    let content: CanonicalObject
    let options: WriteOptions
}

/// What became of it.
enum Written<Value> {
    case done(Value, [BatchReceipt])
    /// The idempotency key was used with the same content: where its records lie.
    case repeated([BatchReceipt])
}

extension Invocation {
    /// Runs a command's writing in one transaction, sealed by the acting key. `--dry-run` does the same and writes nothing.
    func write<T>(
        _ request: WriteRequest, to book: Book, body: (BookTransaction) throws -> T
    ) throws -> Written<T> {
        try write(request, to: book, as: actingKey(), body: body)
    }

    /// As above, with a key already opened.
    func write<T>(
        _ request: WriteRequest, to book: Book, as actor: ActingKey, body: (BookTransaction) throws -> T
    ) throws -> Written<T> {
        let line = try request.content.line()
        let order = WriteOrder(
            key: actor.key, registers: request.registers, now: edge.clock.now(),
            idempotencyKey: request.options.idempotencyKey ?? Hexadecimal.encode(edge.requestBytes()),
            contentHash: SHA256.hash(line), isDryRun: request.options.dryRun,
            memory: KeyFolderMemory(keys: keysFolder))
        switch try book.write(order, body) {
        case .done(let value, let receipts, _): return .done(value, receipts)
        case .repeated(let receipts): return .repeated(receipts)
        }
    }
}
