import AuditTrail
import Foundation
import Testing

/// What lies in the folder is changed by someone without a key.
@Suite struct BundleDamageTests {
    let book: TestBook
    let bundle: String

    init() throws {
        book = try TestBook()
        try book.post(100)
        bundle = try book.export("one")
    }

    /// Every byte of STATEMENT, its signature, the manifest and every manifested file.
    @Test func noByteCanBeChangedUnseen() throws {
        for (path, intact) in try files(bundle) {
            for index in intact.indices {
                var damaged = intact
                damaged[index] ^= 1 << UInt8(index % 8)
                try put(damaged, bundle + "/" + path)
                let report = try book.verify(bundle)
                #expect(!report.isAccepted, "\(path), byte \(index)")
                #expect(report.verdicts.values.contains { $0.status == .fails }, "\(path), byte \(index)")
            }
            try put(intact, bundle + "/" + path)
        }
        #expect(try book.verify(bundle).isAccepted)
    }

    @Test func noFileCanBeMissingOrCutShortOrLonger() throws {
        for (path, intact) in try files(bundle) {
            try FileManager.default.removeItem(atPath: bundle + "/" + path)
            #expect(try book.verify(bundle).status(.integrity) == .fails, "without \(path)")
            for damaged in [[], Array(intact.dropLast()), intact + [0x0A], Array(intact.dropFirst())] {
                try put(damaged, bundle + "/" + path)
                #expect(try !book.verify(bundle).isAccepted, "\(path) of \(damaged.count) bytes")
            }
            try put(intact, bundle + "/" + path)
        }
    }

    @Test(arguments: [
        "extra", ".hidden", "records/000002.jsonl", "records/1.jsonl", "keys/carol.pem", "keys/Anne.pem",
        "notes.csv.bak",
        "cosignatures/note", "documents/abc", "a b", "é", "accounts.csv", "STATEMENT.asc",
    ])
    func noFileMayBeAdded(path: String) throws {
        let folder = (bundle + "/" + path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try put([0x41, 0x0A], bundle + "/" + path)
        #expect(try book.verify(bundle).status(.integrity) == .fails)
    }

    @Test func whatMayBeAddedIsTaken() throws {
        for folder in ["cosignatures", "documents"] {
            try FileManager.default.createDirectory(atPath: bundle + "/" + folder, withIntermediateDirectories: false)
        }
        try put([1], bundle + "/cosignatures/witness.example.note")
        try put([1], bundle + "/STATEMENT.tsr")
        #expect(try book.verify(bundle).isAccepted)
        try put([UInt8](repeating: 1, count: 70_000), bundle + "/STATEMENT.tsr")
        #expect(try book.verify(bundle).code(.integrity) == .bundleFileTooLarge)
    }

    @Test func linksAndFoldersAreRefused() throws {
        let manager = FileManager.default
        let inside = bundle + "/notes.csv"
        let outside = book.folder + "/outside"
        try manager.moveItem(atPath: inside, toPath: outside)
        try manager.createSymbolicLink(atPath: inside, withDestinationPath: outside)
        #expect(try book.verify(bundle).parameters(.integrity) == ["file": "notes.csv", "found": "symlink"])
        try manager.removeItem(atPath: inside)
        try manager.linkItem(atPath: outside, toPath: inside)
        #expect(try book.verify(bundle).parameters(.integrity) == ["file": "notes.csv", "found": "hardlink"])
        try manager.removeItem(atPath: inside)
        try manager.createDirectory(atPath: inside, withIntermediateDirectories: false)
        #expect(try book.verify(bundle).parameters(.integrity) == ["file": "notes.csv", "found": "folder"])
        try manager.removeItem(atPath: inside)
        #expect(mkfifo(inside, 0o600) == 0)
        #expect(try book.verify(bundle).parameters(.integrity) == ["file": "notes.csv", "found": "special"])
        try manager.removeItem(atPath: inside)
        try manager.moveItem(atPath: outside, toPath: inside)
        #expect(try book.verify(bundle).isAccepted)
        try manager.moveItem(atPath: bundle + "/records", toPath: book.folder + "/records")
        try manager.createSymbolicLink(atPath: bundle + "/records", withDestinationPath: book.folder + "/records")
        #expect(try book.verify(bundle).parameters(.integrity) == ["file": "records", "found": "symlink"])
    }

    @Test func aFileWithHolesIsRefused() throws {
        let path = bundle + "/notes.csv"
        let file = open(path, O_WRONLY)
        defer { close(file) }
        #expect(ftruncate(file, 1 << 40) == 0)
        #expect(try book.verify(bundle).status(.integrity) == .fails)
    }

    @Test func aLineThatNeverEndsIsNotRead() throws {
        try put([UInt8](repeating: 0x61, count: 4 << 20), bundle + "/records/000001.jsonl")
        let report = try book.verify(bundle)
        #expect(report.status(.integrity) == .fails)
        #expect(report.code(.completeness) == .notCheckedRestsOn)
    }

    @Test func aPathThatIsNoFolderIsNoBundle() throws {
        #expect(throws: AuditError.self) { try book.verify(bundle + "/STATEMENT") }
        #expect(throws: AuditError.self) { try book.verify(bundle + "/nowhere") }
    }

    @Test func anEmptyFolderHoldsNothing() throws {
        try FileManager.default.createDirectory(atPath: book.folder + "/empty", withIntermediateDirectories: false)
        let report = try book.verify(book.folder + "/empty")
        #expect(!report.isAccepted)
        #expect(!report.verdicts.values.contains { $0.status == .holds })
        #expect(report.required.contains(.appendOnly))
    }
}
