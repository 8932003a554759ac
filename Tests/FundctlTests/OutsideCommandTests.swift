import Foundation
import Testing

@testable import fundctl

@Suite("A command of the user's own")
struct OutsideCommandTests {
    private func run(_ line: String, _ input: String = "", limit_ms: Int64 = 60_000) throws -> String {
        let command = OutsideCommand(
            command: line, limit_bytes: 1000, limit_ms: limit_ms, milliseconds: SystemClock.milliseconds)
        return String(decoding: try command.run(input: Array(input.utf8)), as: UTF8.self)
    }

    private func refusal(_ line: String, limit_ms: Int64 = 60_000) -> OutsideCommandError.Code? {
        do {
            Issue.record("\(line) gave \(try run(line, "input", limit_ms: limit_ms))")
            return nil
        } catch {
            return (error as? OutsideCommandError)?.code
        }
    }

    @Test func itIsGivenBytesAndItsOutputIsTaken() throws {
        #expect(try run("cat; echo done", "one\ntwo\n") == "one\ntwo\ndone\n")
        #expect(try run("cat /dev/stdin", "through a path") == "through a path")
        #expect(try run("cat >/dev/null; head -c 1000 /dev/zero").utf8.count == 1000)
        #expect(try run("sleep 0.1; printf late") == "late")
    }

    @Test func itMayLeaveItsInputUnread() throws {
        #expect(try run("exec <&-; echo x", String(repeating: "y", count: 4096)) == "x\n")
    }

    @Test func whatGoesWrongIsTold() {
        // The system takes no argument as long as this.
        #expect(refusal(String(repeating: ":", count: 1 << 18)) == .notStarted)
        #expect(refusal("exit 3") == .failed)
        #expect(refusal("echo x; exit 1") == .failed)
        #expect(refusal("no-such-command-here 2>/dev/null") == .failed)
        #expect(refusal("kill -9 $$") == .killed)
        #expect(refusal("true") == .silent)
        #expect(refusal("head -c 1001 /dev/zero") == .tooMuch)
        #expect(refusal("yes") == .tooMuch)
    }

    @Test func whatNeverEndsIsStopped() {
        for line in ["sleep 1000", "exec >&-; sleep 1000", "sleep 1000 & wait", "trap '' TERM INT; cat; sleep 1000"] {
            #expect(refusal(line, limit_ms: 200) == .tooLong, "\(line)")
        }
    }

    @Test func whatItStartedIsStoppedWithIt() throws {
        let file = NSTemporaryDirectory() + "outside-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(refusal("sleep 1000 & echo $! >\(file); wait", limit_ms: 500) == .tooLong)
        let started = try #require(pid_t(try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        // A busy machine takes its time; an ended process may stay until someone asks after it.
        var isThere = true
        for _ in 0..<500 where isThere {
            let state = (try? String(contentsOfFile: "/proc/\(started)/stat", encoding: .utf8)) ?? ""
            isThere = kill(started, 0) == 0 && !state.contains(") Z ")
            if isThere { usleep(10_000) }
        }
        #expect(!isThere)
    }
}
