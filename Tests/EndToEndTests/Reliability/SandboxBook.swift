import Foundation
import Testing

extension Sandbox {
    /// A book with both funds and the year 2026-2027 open, kept by `marie` alone; its clock and random bytes are real, as
    /// several processes write at once.
    static func withBook() throws -> Sandbox {
        let sandbox = try Sandbox()
        sandbox.environment["FUNDCTL_TEST_NOW"] = nil
        sandbox.environment["FUNDCTL_TEST_SEED"] = nil
        sandbox.environment["FUNDCTL_KEYS"] = sandbox.folder.path + "/keys"
        sandbox.environment["FUNDCTL_AS"] = "marie"
        try sandbox.expect("fundctl init --template quebec --origin test.example --admin marie --no-input")
        for fund in ["FNF", "FDMT"] {
            try sandbox.expect("fundctl year open 2026-2027 --fund \(fund) --without-budget")
        }
        return sandbox
    }

    /// Runs a line that must end with this status, and gives what it printed.
    @discardableResult
    func expect(_ line: String, status: Int32 = 0) throws -> Outcome {
        let outcome = try run(line)
        try #require(outcome.status == status, "\(line)\n\(outcome.output)\n\(outcome.talk)")
        return outcome
    }

    /// The ids of a fund's entries, in order.
    func entryIDs(fund: String, limit: Int = 100_000) throws -> [String] {
        let list = try expect("fundctl entry list --fund \(fund) --limit \(limit) --format csv").output
        return list.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
            .sorted()
    }

    /// Starts a shell line in a process group of its own; the caller waits for it or kills it.
    func start(_ line: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["--wait", "/bin/sh", "-c", "exec " + line]
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}

/// A small generator whose seed makes a failure repeatable.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
