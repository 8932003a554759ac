import Storage

/// Erases subjects: the records say so, and then nothing of them is left in the book's files. DESIGN 3 and 9.
public struct SubjectErasure {
    /// What lay in the erasable table: salts, which are to be found nowhere afterwards, and values, which others may have too.
    /// Personal information.
    private var salts: [[UInt8]] = []
    private var values: [[UInt8]] = []

    public init() {}

    /// Appends `subject.erased/1` for each subject, all open. The salts and values leave their table at once.
    ///
    /// Refuses: E-SUB-003; what the record refuses.
    public mutating func erase(_ subjects: [SubjectRow], reason: String, in transaction: BookTransaction) throws {
        for row in subjects {
            let session = try transaction.register(row.register)
            for opening in try session.openings(of: row.subject).values {
                salts.append(opening.salt)
                values.append(Array(opening.value.utf8))
            }
            try session.append(SubjectErased(subject: row.subject, reason: reason))
        }
    }

    /// After the commit: the write-ahead log is emptied and the file searched, byte for byte; where something is left in a
    /// page's unused part, the file is rewritten. The book is closed then. Without any (the erasure was committed by an
    /// earlier command), the file is rewritten in any case.
    ///
    /// Refuses: E-STO-001 while another process still reads what was, or writes (erasure is pending); E-SUB-009.
    public func finish(_ book: Book) throws {
        guard try book.store.closeForgetting(values, unique: salts) else {
            throw SubjectError(.residue, ["path": book.store.path])
        }
    }
}
