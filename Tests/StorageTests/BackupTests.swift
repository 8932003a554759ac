import Storage
import Testing

@Suite struct BackupTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test func aBackupEqualsItsStoreAlsoWhatIsOnlyInTheLog() throws {
        let store = try shelf.create()
        for id in 1...20 { try store.addLine(Int64(id), "line \(id)") }
        try store.backup(to: shelf.path("copy.book"))
        #expect(try shelf.mode("copy.book") == 0o600)
        #expect(shelf.names.filter { $0.hasPrefix("copy") } == ["copy.book"])
        let copy = try shelf.open("copy.book")
        #expect(try copy.dump() == store.dump())
        try copy.addLine(21)
        #expect(try store.countLines() == 20)
    }

    @Test func aBackupOfAStoreOpenedForReadingWorks() throws {
        try shelf.fill(lines: 5)
        try shelf.open(readOnly: true).backup(to: shelf.path("copy.book"))
        #expect(try shelf.open("copy.book").countLines() == 5)
    }

    @Test func aStoreWorksOnAfterItsBackup() throws {
        let store = try shelf.create()
        try store.addLine(1)
        try store.backup(to: shelf.path("copy.book"))
        try store.addLine(2)
        #expect(try store.countLines() == 2)
    }

    @Test func aBackupTakenDuringAWriteHoldsWhatWasCommitted() throws {
        let writer = try shelf.create()
        let other = try shelf.open()
        try writer.addLine(1)
        try writer.write { connection in
            try connection.addLine(2, "b")
            try other.backup(to: shelf.path("copy.book"))
            return ((), .commit)
        }
        #expect(try shelf.open("copy.book").countLines() == 1)
    }

    @Test func aDamagedStoreGivesNoBackup() throws {
        try shelf.fill(lines: 2000)
        try shelf.damage()
        let store = try shelf.open()
        #expect(code { try store.backup(to: shelf.path("copy.book")) } == .copyDamaged)
        #expect(shelf.names.filter { $0.hasPrefix("copy") }.isEmpty)
        #expect(try !store.integrityProblems(limit: 3).isEmpty)
    }
}
