import Foundation
import Testing

@Suite("Golden sessions")
struct SessionTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Sessions")

    /// The sessions, or with SESSIONS=agreements,slips those of these names.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let wanted = ProcessInfo.processInfo.environment["SESSIONS"]?.split(separator: ",") ?? []
        return files.filter { file in
            file.hasSuffix(".session") && (wanted.isEmpty || wanted.contains { file.hasPrefix($0 + ".") })
        }.sorted()
    }()

    @Test("The program says what the session says", arguments: names)
    func session(_ name: String) throws {
        let file = SessionTests.folder.appendingPathComponent(name)
        let written = try String(contentsOf: file, encoding: .utf8)
        let session = try Session(name: name, text: written)
        let seen = try SessionRun(session).perform().text
        if ProcessInfo.processInfo.environment["UPDATE_SESSIONS"] == "1" {
            if seen != written { try seen.write(to: file, atomically: true, encoding: .utf8) }
            return
        }
        #expect(seen == written, "\(name):\n\(difference(written, seen))")
    }

    @Test func thereAreSessionsInBothLanguages() {
        #expect(SessionTests.names.contains { $0.hasSuffix(".fr.session") })
        #expect(SessionTests.names.contains { $0.hasSuffix(".en.session") })
    }

    private func difference(_ written: String, _ seen: String) -> String {
        let old = written.components(separatedBy: "\n")
        let new = seen.components(separatedBy: "\n")
        var marked: [(Int, Int, String)] = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, let line, _): marked.append((offset, 0, "- \(line)"))
            case .insert(let offset, let line, _): marked.append((offset, 1, "+ \(line)"))
            }
        }
        return marked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { "\($0.0 + 1) \($0.2)" }.joined(separator: "\n")
    }
}
