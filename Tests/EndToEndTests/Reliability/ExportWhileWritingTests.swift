import Foundation
import Testing

@Suite struct ExportsWhileOthersWrite {
    @Test func anExportWrittenDuringWritesIsTheOneWrittenAgainInQuiet() throws {
        let sandbox = try Sandbox.withBook()
        let writer = try sandbox.start(
            """
            sh -c 'while [ ! -e stop ]; do fundctl entry post --fund FNF --date 2026-05-12 --ref W --memo essai \
            --debit 5100:1.00 --credit 2100:1.00 --quiet --no-input >/dev/null || exit 1; done'
            """)
        defer { writer.waitUntilExit() }
        do {
            defer { try? sandbox.write("", to: "stop") }
            for number in 1...3 {
                try sandbox.expect("fundctl audit export --register fnf -o busy-\(number) --quiet --no-input")
            }
        }
        writer.waitUntilExit()
        #expect(writer.terminationStatus == 0)
        try sandbox.expect("fundctl register show fnf --pem --quiet > fnf.pem")
        for number in 1...3 {
            try sandbox.expect("fundctl audit export --register fnf --number \(number) -o quiet-\(number) --quiet")
            try sandbox.expect("diff -r busy-\(number) quiet-\(number)")
            let previous = number == 1 ? "" : "--previous busy-\(number - 1)/STATEMENT"
            try sandbox.expect("fundctl audit verify quiet-\(number) --key fnf.pem \(previous)")
        }
        try sandbox.expect("fundctl audit export --register fnf -o last --quiet")
        try sandbox.expect("fundctl audit export --register fnf -o last-again --quiet")
        try sandbox.expect("diff -r last last-again")
    }

    @Test func exportsOfTheThreeRegistersVerifyTogether() throws {
        let sandbox = try Sandbox.withBook()
        try sandbox.expect(
            "fundctl entry interfund --from FNF --to FDMT --amount 100.00 --date 2026-06-01 --ref IF --memo essai --quiet")
        for register in ["fnf", "fdmt", "employers"] {
            try sandbox.expect("fundctl audit export --register \(register) -o \(register)-1 --quiet")
            try sandbox.expect("fundctl register show \(register) --pem --quiet > \(register).pem")
            try sandbox.expect("fundctl audit verify \(register)-1 --key \(register).pem")
        }
        try sandbox.expect("fundctl audit verify fnf-1 --key fnf.pem --with fdmt-1 --require pairing")
    }
}
