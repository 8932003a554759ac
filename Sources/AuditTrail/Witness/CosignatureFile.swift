/// `cosignatures/NAME.note`: the file of one witness in a bundle, NAME being the name on its line.
public enum CosignatureFile {
    /// Refuses: E-WIT-018 for a name that no file of a bundle can have.
    public static func check(name: String) throws {
        guard BundlePath.isComponent(Array(name.utf8)), name.utf8.count <= 95 else {
            throw WitnessError(.cosignatureName, ["name": String(name.prefix(200))])
        }
    }

    /// The file's path in a bundle.
    public static func path(_ name: String) -> String { "\(BundlePath.cosignatures)/\(name).note" }

    /// Whether a note, as bytes, may be replaced by a newer one of this witness: it holds a line of its key.
    public static func isBy(_ key: PublicKey, _ bytes: [UInt8]) -> Bool {
        guard let note = try? SignedNote.parse(bytes) else { return false }
        return note.signatures.contains { Cosignature.isNamed(key, by: $0) }
    }

    /// The largest file.
    public static let largestBytes = BundlePath.largestNote_bytes
}
