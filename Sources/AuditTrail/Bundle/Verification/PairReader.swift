/// Tells which records are halves of pairs between registers, in one pass over the records. Given by the libraries above.
///
/// It takes the records as they are and judges none.
public protocol PairReader: AnyObject {
    /// Takes the next record; the half that it is, nil where it is none.
    func take(_ record: any Record) -> PairHalf?
}

/// One half of a pair, as its register tells it. FORMAT.md, section 9, Pairs.
public struct PairHalf: Sendable, Equatable {
    /// Its own name in its register: an ENTRY.
    public let name: String
    /// The register that has the other half.
    public let register: Digest
    /// The other half's name there.
    public let otherName: String
    /// What both halves have alike: the date.
    public let common: String
    /// What is opposite and not zero, in cents; nil where it is beyond 64 bits, which nothing mirrors.
    public let amountCents: Int64?
    /// The name of the half that this one reverses.
    public let reverses: String?

    public init(
        name: String, register: Digest, otherName: String, common: String, amountCents: Int64?, reverses: String?
    ) {
        self.name = name
        self.register = register
        self.otherName = otherName
        self.common = common
        self.amountCents = amountCents
        self.reverses = reverses
    }
}
