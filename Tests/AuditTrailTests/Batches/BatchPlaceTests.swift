import Testing

@testable import AuditTrail

@Suite struct BatchPlaceTests {
    @Test func everyRecordTellsTheBatchThatItLiesIn() throws {
        let book = try TestBook()
        try book.write(by: "bruno") {
            try $0.append(NotePosted("n", 1))
            try $0.append(NotePosted("n", 2))
        }
        try book.post(3)
        let places = try book.book.read { read in
            let session = try read.register("fnf")
            return try (0...9).map { try session.batch(of: $0) }
        }
        func place(_ batch: Int64, _ first: Int64, _ count: Int64, _ person: String) -> BatchPlace {
            BatchPlace(
                batch: batch, first: first, count: count, time: "2026-05-01T00:0\(batch):00Z", person: person,
                idempotencyKey: "command-\(batch)")
        }
        #expect(places[0] == nil)
        for sequence in 1...4 { #expect(places[sequence] == place(1, 1, 3, "anne")) }
        for sequence in 5...7 { #expect(places[sequence] == place(2, 5, 2, "bruno")) }
        for sequence in 8...9 { #expect(places[sequence] == place(3, 8, 1, "anne")) }
    }
}
