import Foundation
import Testing

/// kill -9 at random moments: what was under way is there whole or not at all, and the book checks.
@Suite(.serialized) struct KilledWriters {
    private let rounds = 50

    @Test func anImportThatIsKilledIsWholeOrAbsent() throws {
        let sandbox = try Sandbox.withBook()
        let entries = 300
        var csv = "entry,date,reference,memo,account,amount_cents\n"
        for number in 1...entries {
            csv += "\(number),2026-06-01,R-\(number),essai,5100,\(number)\n\(number),2026-06-01,R-\(number),essai,2100,-\(number)\n"
        }
        try sandbox.write(csv, to: "entries.csv")
        try killAtRandom(
            sandbox, seed: 1, command: "fundctl entry import entries.csv --fund FNF --quiet --no-input"
        ) { sandbox in
            let count = try sandbox.entryIDs(fund: "FNF").count
            #expect(count == 0 || count == entries)
        }
    }

    @Test func aPairThatIsKilledHasBothHalvesOrNone() throws {
        let sandbox = try Sandbox.withBook()
        try killAtRandom(
            sandbox, seed: 2,
            command: """
                fundctl entry interfund --from FNF --to FDMT --amount 100.00 --date 2026-06-01 --ref IF --memo essai \
                --quiet --no-input
                """
        ) { sandbox in
            let halves = try (sandbox.entryIDs(fund: "FNF").count, sandbox.entryIDs(fund: "FDMT").count)
            #expect(halves == (0, 0) || halves == (1, 1))
        }
    }

    /// Runs the command once to see how long it takes, then again and again on copies of the first state, killed
    /// at a random moment of that span.
    private func killAtRandom(
        _ sandbox: Sandbox, seed: UInt64, command: String, verify: (Sandbox) throws -> Void
    ) throws {
        var random = SeededNumbers(seed: seed)
        try sandbox.expect("mkdir kept && cp -r keys fundctl.book* kept/")
        let begin = ContinuousClock.now
        try sandbox.expect(command)
        let span = begin.duration(to: .now)
        let microseconds = span.components.seconds * 1_000_000 + span.components.attoseconds / 1_000_000_000_000
        for _ in 1...rounds {
            try sandbox.expect("rm -rf keys fundctl.book* && cp -r kept/keys kept/fundctl.book* .")
            let process = try sandbox.start(command)
            usleep(UInt32(Int64.random(in: 0...microseconds + microseconds / 4, using: &random)))
            // The shell became the command (exec), so that its own process is killed.
            _ = try sandbox.run("pkill -9 -s \(sessionOf(process)) ; true")
            process.waitUntilExit()
            try verify(sandbox)
            try sandbox.expect("fundctl check")
        }
    }

    /// `setsid --wait` forks: the command leads a session whose number is its own process id, a child of ours.
    private func sessionOf(_ process: Process) -> String {
        let children = "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children"
        let text = (try? String(contentsOfFile: children, encoding: .utf8)) ?? ""
        return text.split(separator: " ").first.map(String.init) ?? "\(process.processIdentifier)"
    }
}
