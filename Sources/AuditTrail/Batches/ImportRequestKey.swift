/// The idempotency key of an import that was given none.
public enum ImportRequestKey {
    /// The same file by the same map into the same register is the same request. `file`: SHA-256 of its bytes; `map`: the
    /// compiled text of the map.
    public static func key(register: Digest, file: Digest, map: [UInt8]) -> String {
        var text = SHA256Stream()
        for part in ["fundctl/import/v1\n", register.hex + "\n", file.hex + "\n"] {
            Array(part.utf8).withUnsafeBytes { text.update($0) }
        }
        map.withUnsafeBytes { text.update($0) }
        return "import-" + text.finish().hex
    }
}
