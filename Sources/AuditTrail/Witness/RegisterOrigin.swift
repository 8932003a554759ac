/// The first line of a register's checkpoint: `ORIGIN/REGISTER-ID`.
public struct RegisterOrigin: Sendable, Equatable {
    public let origin: String
    /// The register's id.
    public let id: Digest

    /// Refuses: E-WIT-009 for a line that names no register.
    public init(_ text: String) throws {
        let bytes = Array(text.utf8)
        let refusal = WitnessError(.checkpointNoRegister, ["found": String(text.prefix(200))])
        guard bytes.count > 65, bytes[bytes.count - 65] == UInt8(ascii: "/"),
            let id = Digest(hex: String(decoding: bytes.suffix(64), as: UTF8.self))
        else { throw refusal }
        let origin = String(decoding: bytes.dropLast(65), as: UTF8.self)
        guard Grammar.isOrigin(origin) else { throw refusal }
        self.origin = origin
        self.id = id
    }

    public var text: String { "\(origin)/\(id.hex)" }
}
