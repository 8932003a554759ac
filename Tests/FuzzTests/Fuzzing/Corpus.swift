import Foundation

/// Files that damage begins with: those of `Corpus`, and some that the project has anyway.
enum Corpus {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// The files of one folder, in the order of their names.
    static func files(_ folder: String) throws -> [[UInt8]] {
        let place = tests.appending(path: "Corpus/\(folder)")
        return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
            .map { [UInt8](try Data(contentsOf: place.appending(path: $0))) }
    }

    /// A file of the project.
    static func file(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: repository.appending(path: path)))
    }

    static func lines(_ path: String) throws -> [[UInt8]] {
        try file(path).split(separator: 0x0A).map(Array.init)
    }
}
