import AuditTrail

/// The slip's own ids of what its accepted lines made, by the register's ids.
struct SlipOwnIDs {
    private(set) var own: [String: String] = [:]
    private var last = ["AGR": 0, "PAR": 0]

    /// Whether a record, its id written back as the slip's own, has the leaf of the line.
    mutating func isLine(_ object: CanonicalObject, of line: Int, leaf: Digest) throws -> Bool {
        let kind = try object.string("kind")
        guard SlipLine.kinds.contains(kind) else { return false }
        guard let member = SlipLine.member(of: kind) else { return try Self.leaf(of: object) == leaf }
        let id = try object.string(member)
        guard SlipLine.isOpening(kind) else {
            return try Self.leaf(of: object, naming: own[id] ?? id, as: member) == leaf
        }
        // Rejected lines before it may have taken numbers.
        let prefix = SlipID.prefix(of: kind)
        let next = (last[prefix] ?? 0) + 1
        guard next <= line else { return false }
        for number in next...line {
            let name = SlipID.text(prefix, number)
            guard try Self.leaf(of: object, naming: name, as: member) == leaf else { continue }
            own[id] = name
            last[prefix] = number
            return true
        }
        return false
    }

    private static func leaf(of object: CanonicalObject, naming id: String? = nil, as member: String = "") throws -> Digest {
        var object = object
        if let id { object[member] = .string(id) }
        return try object.line().withUnsafeBytes { SHA256.leaf($0) }
    }
}
