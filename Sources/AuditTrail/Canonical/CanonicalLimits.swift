/// The limits of a record's line, the same for who writes and who reads.
public enum CanonicalLimits {
    /// The longest line, in bytes, without its LF: 1 MiB.
    public static let lineBytes = 1_048_576
    /// The deepest object or array; the outermost object is 1.
    public static let depth = 8
    /// The longest member name, in bytes.
    public static let nameBytes = 64
}
