import Foundation

/// What a member of a record holds: a string, an array or an object. Records know no numbers, booleans or nulls.
///
/// Equality is by bytes: `é` composed and decomposed are two values, although Swift's `String` calls them equal.
public enum CanonicalValue: Sendable, Equatable {
    case string(String)
    case array([CanonicalValue])
    case object(CanonicalObject)

    /// An integer, as the string that records hold.
    public static func integer(_ value: Int64) -> CanonicalValue { .string(CanonicalInteger.text(value)) }

    /// What a person typed, in NFC.
    public static func text(_ typed: String) -> CanonicalValue { .string(typed.precomposedStringWithCanonicalMapping) }

    public static func == (left: CanonicalValue, right: CanonicalValue) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: CanonicalValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
        self = .object(CanonicalObject(elements.map { (key: $0.0, value: $0.1) }))
    }
}
