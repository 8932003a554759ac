import Foundation
import Yams

/// A YAML file as others than the maps read it: texts, lists and mappings, each with its place.
public struct YAMLTree: Sendable {
    public enum Content: Sendable {
        /// As it is written, `007` stays `007`; in NFC.
        case text(String)
        /// Nothing, `~` or `null`.
        case nothing
        case list([YAMLTree])
        /// In the order written; no key stands twice.
        case mapping([(key: YAMLTree, value: YAMLTree)])
    }

    public let content: Content
    /// From 1.
    public let line: Int
    public let column: Int

    /// Refuses with a `YAMLFault`.
    public init(_ yaml: [UInt8], limits: YAMLLimits) throws {
        self.init(try YAMLReading.root(yaml, limits))
    }

    private init(_ node: Node) {
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        switch node {
        case .mapping(let mapping): content = .mapping(mapping.map { (key: YAMLTree($0), value: YAMLTree($1)) })
        case .sequence(let sequence): content = .list(sequence.map { YAMLTree($0) })
        case .scalar(let scalar) where Self.isNothing(scalar): content = .nothing
        case .scalar(let scalar): content = .text(scalar.string.precomposedStringWithCanonicalMapping)
        case .alias: content = .nothing
        }
    }

    private static func isNothing(_ scalar: Node.Scalar) -> Bool {
        [.plain, .any].contains(scalar.style) && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// `U+0009`: the first code point of a text that no record may hold, if it has one.
    public static func forbiddenCodePoint(in text: String) -> String? {
        UTF8Check.firstForbidden(in: text).map(UTF8Check.name)
    }

    /// The word that was probably meant, if one is near.
    public static func nearest(to typed: String, among words: [String]) -> String? {
        NearestWord.find(typed, among: words)
    }
}
