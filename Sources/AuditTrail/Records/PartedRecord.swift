/// A record whose rules belong to more than one verdict: each part is judged and applied by itself, so that a breach of
/// one verdict leaves the others to be judged. FORMAT.md, section 11.
public protocol PartedRecord: Record {
    /// The verdicts that its rules belong to, in the order of judging.
    static var parts: [VerdictName] { get }
    /// Refuses what the part's rules do not allow. Changes nothing.
    func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws
    /// What passes of the record by the part's rules.
    func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws
}

extension PartedRecord {
    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try judge(part, in: session, at: sequence) }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try apply(part, in: session, at: sequence) }
    }
}

/// What a part throws of a record that it cannot be judged of, since the part of another verdict fails there: the verdict
/// of the part is not judged any more, and does not fail.
public struct PartUnjudged: Error {
    public let restsOn: VerdictName

    public init(restsOn: VerdictName) { self.restsOn = restsOn }
}

/// What a library above refuses at the end of a batch of one of its records.
public struct RefusedInBatch: Error {
    public let sequence: Int64
    public let error: any Error

    public init(_ sequence: Int64, _ error: any Error) {
        self.sequence = sequence
        self.error = error
    }
}

/// An error of a library above that belongs to another verdict than its books.
public protocol VerdictError: Error {
    /// The verdict that such a breach fails.
    var verdict: VerdictName { get }
}
