import AuditTrail

/// What a command wrote, or what the same request wrote the first time.
struct WriteDone<Value> {
    let value: Value
    let receipts: [BatchReceipt]
    let isRepeated: Bool
    let isDryRun: Bool
}

extension Invocation {
    /// Writes as `write(_:to:body:)`; a request made before is answered with its first outcome, read again from where its
    /// records lie.
    func write<T>(
        _ request: WriteRequest, to book: Book, as actor: ActingKey? = nil, body: (BookTransaction) throws -> T,
        again: (BookReading, [BatchReceipt]) throws -> T
    ) throws -> WriteDone<T> {
        let isDryRun = request.options.dryRun
        switch try write(request, to: book, as: actor ?? actingKey(), body: body) {
        case .done(let value, let receipts):
            return WriteDone(value: value, receipts: receipts, isRepeated: false, isDryRun: isDryRun)
        case .repeated(let receipts):
            let value = try book.read { try again($0, receipts) }
            return WriteDone(value: value, receipts: receipts, isRepeated: true, isDryRun: isDryRun)
        }
    }
}

extension CommandResult {
    /// Adds what every command that writes says beside its own: whether it was a dry run or a repetition, and its batches.
    /// A dry run names no next step: there is nothing to continue.
    mutating func tell<T>(_ done: WriteDone<T>) {
        json += [
            (name: "repeated", value: .bool(done.isRepeated)), (name: "dry_run", value: .bool(done.isDryRun)),
            (name: "batches", value: .array(done.receipts.map(\.json))),
        ]
        tell(isDryRun: done.isDryRun, isRepeated: done.isRepeated)
    }

    /// The remarks alone, for what writes beside the registers.
    mutating func tell(isDryRun: Bool, isRepeated: Bool) {
        if isRepeated {
            notes.append(
                Message(
                    fr: "cette demande avait déjà été faite; voici ce qu'elle avait donné.",
                    en: "this request was made before; this is what came of it."))
        } else if isDryRun {
            notes.append(Message(fr: "essai à blanc; rien n'a été écrit.", en: "dry run; nothing was written."))
            next = []
        }
    }
}

extension BatchReceipt {
    /// Where a command's records lie.
    var json: JSONValue {
        [
            "register": .string(register), "batch": .integer(batch), "first": .integer(first), "count": .integer(count),
        ]
    }
}
