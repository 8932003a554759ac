import Foundation
import Testing

@testable import AuditTrail

/// Time-stamp responses, which libcrypto reads: `Corpus/stamps` holds one over a STATEMENT, and the root above it.
@Suite struct StampFuzz {
    @Test func aDamagedTokenNeverHoldsForAnotherTimeOrText() throws {
        let files = try Corpus.files("stamps")
        let (root, statement, token) = (files[0], files[1], files[2])
        let time = try TimeStampResponse(token).time
        let requirement = TimeStampRequirement(certificates: [root], now: time)
        let fuzzer = Fuzzer(
            "stamps", seeds: [token], tokens: ["20260101000000Z", "20260101000000.5Z", "99991231235959Z"],
            bytes: [
                [0x30, 0x80], [0x00, 0x00], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x02, 0x01, 0x02], [0x05, 0x00], [0x31, 0x00],
                [0x04, 0x82, 0x7F, 0xFF], [0x1F, 0xFF, 0xFF, 0xFF, 0x7F], [0xA0, 0x03], [0x24, 0x80],
            ])
        try fuzzer.run(turns: 1000, leastAccepted: 0) { input in
            try requirement.judge(token: { input }, over: statement, from: time)
            try Broken.unless(try TimeStampResponse(input).time == time, "holds at another time")
            var isOfOther = false
            do { try requirement.judge(token: { input }, over: statement + [0x0A], from: time) } catch { isOfOther = true }
            try Broken.unless(isOfOther, "holds over another text")
        }
    }
}
