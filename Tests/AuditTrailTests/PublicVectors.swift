import Foundation

@testable import AuditTrail

/// The public test vectors that lie beside the repository on some machines.
enum PublicVectors {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = repository.deletingLastPathComponent().appending(path: "shared/vectors")
    static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    static func decode<T: Decodable>(_ type: T.Type, _ path: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
    }

    /// Every JSON file below a folder, with its path in it, in order.
    static func decodeAll<T: Decodable>(_ type: T.Type, below path: String) throws -> [(name: String, value: T)] {
        let top = folder.appending(path: path)
        let names = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".json") }.sorted().map {
            ($0, try decode(type, path + "/" + $0))
        }
    }
}

/// The worked example in a source file's heading: its first comment lines indented by four spaces after the
/// words "Worked example".
func workedExample(_ path: String) throws -> [String] {
    let source = try String(contentsOf: PublicVectors.repository.appending(path: path), encoding: .utf8)
    let lines = source.components(separatedBy: "\n").drop { !$0.contains("Worked example") }
        .drop { !$0.hasPrefix("//     ") }
    let example = lines.prefix { $0 == "//" || $0.hasPrefix("//     ") }.map { String($0.dropFirst(7)) }
    return Array(example.reversed().drop { $0.isEmpty }.reversed())
}

/// Keys that every run has alike.
enum SampleKey {
    static func number(_ number: UInt8) throws -> PrivateKey {
        try PrivateKey(seed: [UInt8](repeating: number, count: 32))
    }
}
