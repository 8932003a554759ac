/// What an import produces: the fields that a map must, or may, fill.
///
/// The library that owns the things imported declares its target; the engine knows nothing of entries,
/// employers or grants.
public struct ImportTarget: Sendable {
    public enum Kind: Sendable, Equatable {
        /// Free text in UTF-8.
        case text
        /// Printable ASCII without spaces: a code, a number of register.
        case identifier
        case date
        /// Money, in cents.
        case amount
        /// A signed 64-bit integer.
        case integer
        /// One of these words, given by its position.
        case choice([String])
    }

    public struct Field: Sendable, Equatable {
        /// `a-z`, digits, `_`, `-`, beginning with a letter, at most 64.
        public let name: String
        public let kind: Kind
        /// A blank value is refused (E-CSV-020), and so is a map without the field (E-MAP-003).
        public let isRequired: Bool
        /// The most UTF-8 bytes of a text or identifier.
        public let maximumBytes: Int

        public init(_ name: String, _ kind: Kind, required: Bool = true, maximumBytes: Int = CSVLimits.fieldBytes) {
            precondition(ImportTarget.isName(name))
            self.name = name
            self.kind = kind
            isRequired = required
            self.maximumBytes = maximumBytes
        }
    }

    /// Something that an item has several of, as an entry has postings.
    public struct Group: Sendable, Equatable {
        /// The key of the list in a map.
        public let name: String
        public let fields: [Field]

        public init(_ name: String, _ fields: [Field]) {
            precondition(ImportTarget.isName(name))
            self.name = name
            self.fields = fields
        }
    }

    /// The word that a map gives as `target`.
    public let name: String
    public let fields: [Field]
    public let group: Group?
    /// Whether consecutive rows may make one item (`group_by` in a map).
    public let joinsRows: Bool
    /// The most bytes of a unique source key.
    public let sourceBytes: Int

    /// Field names are unique, and so are those of the group.
    public init(
        _ name: String, fields: [Field], group: Group? = nil, joinsRows: Bool = false, sourceBytes: Int = 200
    ) {
        precondition(Self.isName(name))
        precondition(Set(fields.map(\.name)).count == fields.count)
        precondition(Set(group?.fields.map(\.name) ?? []).count == group?.fields.count ?? 0)
        self.name = name
        self.fields = fields
        self.group = group
        self.joinsRows = joinsRows
        self.sourceBytes = sourceBytes
    }

    /// The position by which an item gives the field.
    public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }

    static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 64 else { return false }
        return name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
        }
    }
}
