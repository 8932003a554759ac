/// The time-stamp authorities that an auditor relies on.
public struct TimeStampRequirement: Sendable {
    /// Files of their certificates, as PEM; at least one.
    public let certificates: [[UInt8]]
    /// TIME: when this is judged.
    public let now: String

    public init(certificates: [[UInt8]], now: String) {
        self.certificates = certificates
        self.now = now
    }

    /// Judges a bundle's token by FORMAT.md, section 16.4. `token`: the bytes of STATEMENT.tsr; `from`: TIME of the export.
    ///
    /// Refuses: E-TSP-001, E-TSP-003 … E-TSP-008; E-AUD-001 where `now` is no TIME.
    func judge(token: () throws -> [UInt8], over statement: [UInt8], from: String?) throws {
        let certificates = try TimeStampCertificates(pem: self.certificates)
        guard let bounds = TimeBounds(from: from, now: now) else {
            throw AuditError(.malformedMember, ["member": "now", "found": now])
        }
        let response = try TimeStampResponse(token())
        try response.requireImprint(of: statement)
        try response.requireSigned(under: certificates)
        guard bounds.contains(response.seconds) else {
            throw TimeStampError(.tokenTime, ["time": response.time].merging(bounds.shown) { $1 })
        }
    }
}
