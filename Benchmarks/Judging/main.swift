// Time to judge one transfer against 200 rules, 5 000 envelopes and a growing number of earlier transfers, in the library:
// it must not grow with them. Prints a line for each number of earlier transfers.
//
// usage: judging-benchmark [EARLIER ...]      (default 0 5000 20000)

import AuditTrail
import Foundation
import FundLedger
import ReferenceData

let sizes = CommandLine.arguments.dropFirst().compactMap(Int.init)
var book = try JudgingBook(envelopes: 5_000, rules: 200)
defer { book.remove() }
print("a book of 5000 envelopes and 200 rules; each figure is the median of 1001 judgements of different transfers")
for earlier in sizes.isEmpty ? [0, 5_000, 20_000] : sizes.sorted() {
    try book.transfer(until: earlier)
    let (kept, first, limits) = try book.time(count: 1_001)
    print("\(earlier) earlier transfers: \(kept) µs a judgement, its rules at hand; \(first) µs the first of a command, which reads its rules; \(limits) limits counted")
}
