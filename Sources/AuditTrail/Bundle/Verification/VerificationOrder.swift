/// What an auditor gives for the verification of one bundle.
public struct VerificationOrder: Sendable {
    /// The bundle's folder.
    public let path: String
    /// The pinned ledger key, as the PEM that the auditor keeps; nil where none is pinned.
    public let key: [UInt8]?
    /// The pinned register id.
    public let registerID: Digest?
    /// A STATEMENT that the auditor kept, as it is.
    public let previous: [UInt8]?
    /// The least number of the export expected.
    public let leastExport: Int64?
    /// Folders of other registers' bundles.
    public let others: [String]
    /// Witnesses who must have cosigned; nil where none are given.
    public let witnesses: WitnessRequirement?
    /// Time-stamp authorities, one of which must have stamped STATEMENT; nil where none are given.
    public let authorities: TimeStampRequirement?
    /// What must hold; nil for the default of FORMAT.md, section 11.
    public let required: [VerdictName]?

    public init(
        path: String, key: [UInt8]? = nil, registerID: Digest? = nil, previous: [UInt8]? = nil,
        leastExport: Int64? = nil, others: [String] = [], witnesses: WitnessRequirement? = nil,
        authorities: TimeStampRequirement? = nil, required: [VerdictName]? = nil
    ) {
        self.path = path
        self.key = key
        self.registerID = registerID
        self.previous = previous
        self.leastExport = leastExport
        self.others = others
        self.witnesses = witnesses
        self.authorities = authorities
        self.required = required
    }
}
