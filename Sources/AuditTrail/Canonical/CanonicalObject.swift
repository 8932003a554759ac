/// The members of a record or of an object within one, in ascending byte order of their names.
///
/// Names are always valid and unique: the scanner refuses others, and a program that gives others stops
/// (`precondition`). Equality is by bytes.
public struct CanonicalObject: Sendable, Equatable {
    /// Names with their values, in ascending byte order of the names.
    public private(set) var members: [(name: String, value: CanonicalValue)]

    public init() { members = [] }

    /// From pairs in any order (a `KeyValuePairs`, a `Dictionary`): sorts them by bytes. Precondition: names are valid
    /// and unique.
    public init(_ pairs: some Sequence<(key: String, value: CanonicalValue)>) {
        members = pairs.map { (name: $0.key, value: $0.value) }.sorted { CanonicalName.precedes($0.name, $1.name) }
        for (index, member) in members.enumerated() {
            precondition(CanonicalName.isValid(member.name), "not a member name: \(member.name)")
            precondition(index == 0 || members[index - 1].name != member.name, "repeated name: \(member.name)")
        }
    }

    /// From members that are known to be valid, unique and in order.
    init(ordered members: [(name: String, value: CanonicalValue)]) { self.members = members }

    /// The value of a member, nil where there is none. Setting puts the member at its place; setting nil removes it.
    public subscript(_ name: String) -> CanonicalValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let place = members.firstIndex { !CanonicalName.precedes($0.name, name) } ?? members.endIndex
            let isThere = place < members.endIndex && members[place].name == name
            switch (newValue, isThere) {
            case (let value?, true): members[place].value = value
            case (let value?, false):
                precondition(CanonicalName.isValid(name), "not a member name: \(name)")
                members.insert((name: name, value: value), at: place)
            case (nil, true): members.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// The object's own line, without LF, its texts as they stand. Refuses what `CanonicalWriter` refuses: E-REC-002,
    /// E-REC-004.
    public func line() throws -> [UInt8] {
        var writer = CanonicalWriter()
        try writer.write(self)
        return try writer.finishedLine()
    }

    public static func == (left: CanonicalObject, right: CanonicalObject) -> Bool {
        left.members.elementsEqual(right.members) { $0.name == $1.name && $0.value == $1.value }
    }
}

extension CanonicalObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
        self.init(elements.map { (key: $0.0, value: $0.1) })
    }
}
