/// The witnesses that an auditor relies on.
public struct WitnessRequirement: Sendable {
    /// Their keys, as the PEM that the auditor keeps; at least one.
    public let keys: [[UInt8]]
    /// How many of them must have cosigned; nil for all.
    public let needed: Int?
    /// TIME: when this is judged.
    public let now: String

    public init(keys: [[UInt8]], needed: Int? = nil, now: String) {
        self.keys = keys
        self.needed = needed
        self.now = now
    }

    /// Ready to count over a checkpoint's text. `from`: TIME of the export, nil where nothing tells it; `own`: the keys that
    /// the register's records name. Refuses: E-KEY codes for what is no key, E-WIT-015 for one of the register's own,
    /// E-AUD-001 where `now` is no TIME.
    func count(over text: [UInt8], from: String?, own: Set<PublicKey>) throws -> WitnessCount {
        let keys = try self.keys.map { try PublicKey(pem: $0) }
        if let insider = keys.first(where: own.contains) {
            throw WitnessError(.witnessIsInsider, ["key": insider.hex])
        }
        guard let bounds = TimeBounds(from: from, now: now) else {
            throw AuditError(.malformedMember, ["member": "now", "found": now])
        }
        return WitnessCount(keys, text: text, bounds: bounds)
    }
}
