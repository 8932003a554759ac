import Foundation
import Testing

/// A schema of docs/schemas that editors read, looked into by names.
struct EditorSchema {
    private let root: [String: Any]

    init(_ name: String) throws {
        let file = RuleFixture.repository.appendingPathComponent("docs/schemas/\(name).schema.json")
        root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    private func at(_ path: [String]) throws -> [String: Any] {
        try path.reduce(root) { object, name in try #require(object[name] as? [String: Any], "\(path)") }
    }

    /// The names of the members that an object there may have.
    func keys(_ path: String...) throws -> Set<String> { Set(try at(path + ["properties"]).keys) }

    /// The words to choose from there.
    func words(_ path: String...) throws -> Set<String> { Set(try #require(at(path)["enum"] as? [String])) }

    /// What an object there must have.
    func required(_ path: String...) throws -> Set<String> { Set(try #require(at(path)["required"] as? [String])) }

    /// The definition that stands there.
    func reference(_ path: String...) throws -> String? { try at(path)["$ref"] as? String }

    /// Whether a member is refused whatever it is.
    func refuses(_ path: String...) throws -> Bool { try at(path.dropLast())[path.last ?? ""] as? Bool == false }
}
