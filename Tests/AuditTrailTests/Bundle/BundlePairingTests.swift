import AuditTrail
import Testing

@Suite struct BundlePairingTests {
    @Test func pairsMirrorEachOther() throws {
        let book = try TestBook(registers: ["fnf", "fdmt"])
        try book.postPair(100)
        let fnf = try book.export("fnf")
        let fdmt = try book.export("fdmt", "fdmt")
        #expect(try book.verify(fnf, others: [fdmt]).isAccepted)
        #expect(try book.verify(fdmt, register: "fdmt", others: [fnf]).isAccepted)
        #expect(try book.verify(fnf).code(.pairing) == .notCheckedNotGiven)
    }

    @Test func halvesBeyondTheOtherBundlesEndAreNotJudged() throws {
        let book = try TestBook(registers: ["fnf", "fdmt"])
        let early = try book.export("fdmt", "fdmt")
        try book.postPair(100)
        let fnf = try book.export("fnf")
        let report = try book.verify(fnf, others: [early])
        #expect(report.code(.pairing) == .notCheckedNoMatter)
        #expect(!report.isAccepted)
    }

    @Test func amountsThatDoNotMirrorAreSeen() throws {
        let book = try TestBook(registers: ["fnf", "fdmt"])
        try book.postPair(100)
        try book.postPair(100, mirrored: -90)
        let fnf = try book.export("fnf")
        let fdmt = try book.export("fdmt", "fdmt")
        let report = try book.verify(fnf, others: [fdmt])
        #expect(report.code(.pairing) == .pairNotMirrored)
        #expect(report.verdicts[.pairing]?.record == 7)
    }

    @Test func aBatchThatIsNotNamedInTurnIsSeen() throws {
        let book = try TestBook(registers: ["fnf", "fdmt"])
        let other = try TestBook(registers: ["fnf", "fdmt"])
        try book.post(7)
        try book.postPair(100)
        try other.post(1, register: "fdmt")
        let fnf = try book.export("fnf")
        let fdmt = try other.export("fdmt", "fdmt")
        let report = try book.verify(fnf, others: [fdmt])
        #expect(report.code(.pairing) == .siblingNotMutual)
        #expect(report.parameters(.pairing) == ["register": "fnf", "batch": "3", "sibling": "2"])
    }

    @Test func anotherBundleMustHoldByItself() throws {
        let book = try TestBook(registers: ["fnf", "fdmt"])
        try book.postPair(100)
        let fnf = try book.export("fnf")
        let fdmt = try book.export("fdmt", "fdmt")
        #expect(try book.verify(fnf, others: [fnf]).code(.pairing) == .notCheckedOtherBundle)
        #expect(try book.verify(fnf, others: [fdmt + "/nowhere"]).code(.pairing) == .notCheckedOtherBundle)
        try put([1], fdmt + "/extra")
        let report = try book.verify(fnf, others: [fdmt])
        #expect(report.parameters(.pairing) == ["path": fdmt, "verdict": "integrity"])
        #expect(!report.isAccepted)
    }
}
