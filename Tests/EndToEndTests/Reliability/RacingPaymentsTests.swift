import Foundation
import Testing

/// The last cents are paid once, whoever asks and however often.
@Suite struct RacingPayments {
    private static let setUp = [
        "fundctl init --admin marie --admin luc --recovery recovery.pem --template quebec --quiet > founding.txt",
        "fundctl year open 2026-2027 --fund FNF --without-budget --quiet --as marie",
        "fundctl program add AIDE --fund FNF --name Aide --account 5130 --norms approved --citation D-8.3 --quiet --as marie",
        "fundctl recipient add 1140000013 --fund FNF --name Atelier --quiet --as marie",
        "fundctl recipient bank 1140000013 --fund FNF --institution 006 --transit 12345 --account 1 --as marie --format json > bank.json",
        "fundctl approval give $(sed -n 's/.*\"id\": *\"\\([^\"]*\\)\".*/\\1/p' bank.json) --as luc --quiet",
        "fundctl grant apply --fund FNF --program AIDE --recipient 1140000013 --amount 1000 --title Cours --date 2026-05-01 --quiet --as marie",
        "fundctl grant assess FNF-G-000001 --recommend approve --date 2026-05-01 --quiet --as marie",
        "fundctl grant approve FNF-G-000001 --plan 2026-2027:1000 --authority direction --instrument D1 --date 2026-05-02 --quiet --as luc",
        "fundctl grant sign FNF-G-000001 --objectives o --activities a --results r --contribution Atelier:0 --terms t "
            + "--begins 2026-05-01 --ends 2026-12-31 --instalment 2026-06-15:1000:advance --date 2026-05-03 --quiet --as marie",
        "fundctl grant advance FNF-G-000001 --amount 0.01 --date 2026-05-04 --quiet --as marie",
    ]

    private func book() throws -> Sandbox {
        let sandbox = try Sandbox()
        for line in Self.setUp { try sandbox.expect(line.contains(" > ") ? line : line + " > out.txt") }
        return sandbox
    }

    /// The exit statuses of commands that begin together.
    private func race(_ sandbox: Sandbox, _ commands: [String]) throws -> [Int32] {
        let processes = try commands.map { try sandbox.start($0) }
        return processes.map { process in
            process.waitUntilExit()
            return process.terminationStatus
        }.sorted()
    }

    /// Two officers cannot promise the same dollar.
    @Test func oneOfTwoProcessesReservesTheLastDollarAndTheOtherIsRefused() throws {
        let sandbox = try Sandbox()
        for line in Self.setUp[..<1] { try sandbox.expect(line) }
        for line in [
            "year open 2026-2027", "ceiling set --year 2026-2027 --amount 1000 --basis estimates --citation L",
            "envelope open FORM --year 2026-2027 --amount 1000 --date 2026-04-01",
            "program add AIDE --name Aide --account 5130 --norms approved --citation D-8.3", "recipient add 1140000013 --name Atelier",
        ] { try sandbox.expect("fundctl \(line) --fund FNF --quiet --as marie > out.txt") }
        for number in 1...2 {
            try sandbox.expect(
                "fundctl grant apply --fund FNF --program AIDE --recipient 1140000013 --amount 1000 --title C --date 2026-05-01 --quiet --as marie > out.txt")
            try sandbox.expect("fundctl grant assess FNF-G-00000\(number) --recommend approve --date 2026-05-01 --quiet --as marie > out.txt")
        }
        func approve(_ number: Int) -> String {
            "fundctl grant approve FNF-G-00000\(number) --plan 2026-2027:1000@FORM --authority direction --instrument D --date 2026-05-02 "
                + "--as luc --no-input --format json > \(number).json"
        }
        #expect(try race(sandbox, [approve(1), approve(2)]) == [0, 3])
        #expect(try ["1.json", "2.json"].map { try sandbox.read($0) }.joined().contains("E-ENV-011"))
        try sandbox.expect("fundctl check > check.txt")
    }

    @Test func oneOfTwoProcessesPaysTheLastCentAndTheOtherIsRefused() throws {
        let sandbox = try book()
        let run = "fundctl payment run --fund FNF --date 2026-05-05 --format json --no-input"
        #expect(try race(sandbox, ["\(run) --as marie > a.json", "\(run) --as luc > b.json"]) == [0, 3])
        let text = try ["a.json", "b.json"].map { try sandbox.read($0) }.joined()
        #expect(text.contains("E-PAY-010"))
        let id = try #require(text.firstMatch(of: /"id": *"(fnf:\d+)"/)).1
        let proposer = try sandbox.read("a.json").contains("\"waiting\"") ? "marie" : "luc"
        let other = proposer == "marie" ? "luc" : "marie"
        let give = "fundctl approval give \(id) --as \(other) --no-input --format json"
        #expect(try race(sandbox, ["\(give) > c.json", "\(give) --idempotency-key other > d.json"]) == [0, 3])
        let given = try ["c.json", "d.json"].map { try sandbox.read($0) }.joined()
        #expect(given.contains("E-AUD-013"))
        try sandbox.expect("fundctl payment list --fund FNF --format csv > list.csv")
        #expect(try sandbox.read("list.csv").split(separator: "\n").count == 2)
        try sandbox.expect("fundctl check > check.txt")
    }
}
