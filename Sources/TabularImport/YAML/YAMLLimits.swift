/// How large a YAML file may be.
public struct YAMLLimits: Sendable {
    public let bytes: Int
    /// Every alias followed.
    public let nodes: Int
    public let levels: Int
    /// Of all scalars together, every alias followed: without aliases a file has hardly more than its own bytes.
    var textBytes: Int { 2 * bytes }

    public init(bytes: Int, nodes: Int, levels: Int) {
        self.bytes = bytes
        self.nodes = nodes
        self.levels = levels
    }
}

/// Why a file is not taken as YAML.
public enum YAMLFault: Error, Sendable, Equatable {
    /// Beyond a limit.
    case tooLarge(most: Int, found: Int)
    /// What the parser says (`utf-8` where the bytes are no text); the place where it knows one, counted from 1.
    case malformed(found: String, line: Int?, column: Int?)
}
