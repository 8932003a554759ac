import Foundation
import Testing

@Suite struct ConcurrentWriters {
    @Test func eightProcessesPostAtOnceAndNothingIsLostDoubledOrSkipped() throws {
        let sandbox = try Sandbox.withBook()
        let (writers, each) = (8, 200)
        let processes = try (1...writers).map { writer in
            try sandbox.start(
                """
                sh -c 'i=0; while [ $i -lt \(each) ]; do i=$((i+1)); \
                fundctl entry post --fund FNF --date 2026-05-12 --ref W\(writer)-$i --memo essai \
                --debit 5100:1.00 --credit 2100:1.00 --quiet --no-input >/dev/null || echo $? >> failed; done'
                """)
        }
        for process in processes { process.waitUntilExit() }
        #expect((try? sandbox.read("failed")) == nil, "some commands failed, with these exit codes")
        let ids = try sandbox.entryIDs(fund: "FNF")
        let expected = (1...writers * each).map { "FNF-2026-" + String(1_000_000 + $0).dropFirst() }
        #expect(ids == expected)
        try sandbox.expect("fundctl check")
    }
}
