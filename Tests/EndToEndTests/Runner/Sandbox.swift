import Foundation

/// An empty folder in which the real program is run, with a settled clock, settled random bytes and an environment of
/// its own. Deleted at the end.
final class Sandbox {
    struct Outcome {
        let status: Int32
        let output: String
        let talk: String
    }

    let folder: URL
    var environment: [String: String]

    /// The time that every command reads, unless a test sets another.
    static let now = "2026-05-01T14:30:00Z"

    init(language: String = "en", seed: String = "sandbox") throws {
        let name = "fundctl-" + UUID().uuidString
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        environment = [
            "PATH": Sandbox.program.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin",
            "HOME": folder.path, "USER": "marie", "TZ": "UTC", "LANG": language == "fr" ? "fr_CA.UTF-8" : "en_CA.UTF-8",
            "REPOSITORY": Sandbox.repository.path, "FUNDCTL_TEST_NOW": Sandbox.now, "FUNDCTL_TEST_SEED": seed,
        ]
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Where the project's own rule sets and verifier are.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The built program lies beside the test program.
    static let program: URL = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return own.deletingLastPathComponent().appendingPathComponent("fundctl")
    }()

    /// Runs a shell line in the folder; `fundctl` is the built program.
    func run(_ line: String) throws -> Outcome {
        let names = ["out", "err"].map { NSTemporaryDirectory() + folder.lastPathComponent + "." + $0 }
        defer { names.forEach { try? FileManager.default.removeItem(atPath: $0) } }
        names.forEach { _ = FileManager.default.createFile(atPath: $0, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: names[0])
        process.standardError = FileHandle(forWritingAtPath: names[1])
        try process.run()
        process.waitUntilExit()
        let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        return Outcome(status: process.terminationStatus, output: texts[0], talk: texts[1])
    }

    func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
}
