import Foundation
import Testing

@testable import Storage

@Suite struct ErrorTests {
    /// How to run into each code; those that need another user or limits of the process are in ProcessTests.
    static let reproducers: [StorageError.Code: @Sendable (Shelf) throws -> Void] = [
        .busy: { shelf in
            let (first, second) = (try shelf.create(), try shelf.open())
            try first.write { _ in (try second.addLine(1), .commit) }
        },
        .full: { shelf in
            try shelf.create().write { connection in
                try connection.execute(script: "PRAGMA max_page_count = 1")
                for id in 1...1000 { try connection.addLine(Int64(id), String(repeating: "x", count: 1000)) }
                return ((), .commit)
            }
        },
        .readOnly: { shelf in
            try shelf.fill(lines: 1)
            try shelf.open(readOnly: true).addLine(2)
        },
        .corrupt: { shelf in
            try shelf.fill(lines: 2000)
            try shelf.damage()
            _ = try shelf.open().read { try $0.query("SELECT text FROM line") { $0.string(0) } }
        },
        .constraint: { shelf in
            let store = try shelf.create()
            try store.addLine(1)
            try store.addLine(1)
        },
        .tooBig: { shelf in
            _ = try shelf.create().read { try $0.first("SELECT zeroblob(2000000000)") { $0.bytes(0) } }
        },
        .engine: { shelf in try shelf.create().read { try $0.run("SELECT * FROM nowhere") } },
        .alreadyExists: { shelf in
            try shelf.fill(lines: 1)
            try shelf.open().backup(to: shelf.path())
        },
        .notFound: { shelf in _ = try shelf.open() },
        .notAFile: { shelf in _ = try shelf.open("") },
        .notABook: { shelf in
            try Data("letter".utf8).write(to: URL(fileURLWithPath: shelf.path()))
            _ = try shelf.open()
        },
        .newerVersion: { shelf in
            try shelf.fill(lines: 1)
            _ = try shelf.open(schema: Shelf.nextSchema)
            _ = try shelf.open()
        },
        .olderVersion: { shelf in
            try shelf.fill(lines: 1)
            _ = try shelf.open(readOnly: true, schema: Shelf.nextSchema)
        },
        .networkFileSystem: { shelf in
            try FileSystemKind.requireLocal(type: 0x6969, rootType: 0xEF53, path: shelf.path())
        },
        .noFolder: { shelf in _ = try shelf.create("missing/a.book") },
        .copyDamaged: { shelf in
            try shelf.fill(lines: 2000)
            try shelf.damage()
            try shelf.open().backup(to: shelf.path("copy.book"))
        },
        .migrationRefused: { shelf in
            try shelf.fill(lines: 1)
            let orphan = Migration(version: 2, sql: "INSERT INTO mark VALUES (99, 'orphan')")
            _ = try shelf.open(schema: Shelf.schema + [orphan])
        },
    ]

    /// Reproduced in ProcessTests.
    static let inOwnProcess: Set<StorageError.Code> = [.inputOutput, .unreadable]

    @Test(arguments: StorageError.Code.allCases)
    func everyCodeCanBeRunInto(_ expected: StorageError.Code) throws {
        guard let reproducer = Self.reproducers[expected] else {
            #expect(Self.inOwnProcess.contains(expected))
            return
        }
        let shelf = try Shelf()
        #expect(code { try reproducer(shelf) } == expected)
    }

    @Test func codesAreNumberedWithoutGaps() {
        let expected = (1...StorageError.Code.allCases.count).map { "E-STO-" + String("00\($0)".suffix(3)) }
        #expect(StorageError.Code.allCases.map(\.rawValue) == expected)
    }

    @Test func aTriggerThatForbidsSurfacesAsAConstraintWithItsText() throws {
        let shelf = try Shelf()
        let store = try shelf.create()
        try store.addLine(1)
        let found = error { try store.write { (try $0.run("DELETE FROM line"), .commit) } }
        #expect(found?.code == .constraint)
        #expect(found?.parameters["message"] == "lines stay")
        #expect(found?.parameters["kind"] == "trigger")
        #expect(try store.countLines() == 1)
    }

    @Test(arguments: [
        ("INSERT INTO line (id, text) VALUES (1, 'a')", "primary_key"),
        ("INSERT INTO line (id, text) VALUES (2, NULL)", "not_null"),
        ("INSERT INTO line (id, text, data) VALUES (2, 'a', 5)", "type"),
        ("INSERT INTO mark VALUES (9, 'x')", "foreign_key"),
        ("INSERT INTO mark VALUES (1, 'n')", "unique"),
    ])
    func constraintsTellTheirKind(_ sql: String, _ kind: String) throws {
        let store = try SQLiteStore.temporary(migrations: Shelf.schema)
        try store.write { connection in
            try connection.addLine(1, "a")
            try connection.run("INSERT INTO mark VALUES (1, 'n')")
            return ((), .commit)
        }
        let found = error { try store.write { (try $0.execute(script: sql), .commit) } }
        #expect(found?.parameters["kind"] == kind)
    }

    @Test func aConstraintLeavesTheTransactionUsable() throws {
        let store = try SQLiteStore.temporary(migrations: Shelf.schema)
        let count = try store.write { connection in
            try connection.addLine(1, "a")
            #expect(throws: StorageError.self) { try connection.addLine(1, "a") }
            try connection.addLine(2, "b")
            return (try connection.countLines(), .commit)
        }
        #expect(count == 2)
    }

    @Test func systemErrorsHaveTheirCodes() {
        let target = FilePath("/x/y")
        let expected: [CInt: StorageError.Code] = [
            EEXIST: .alreadyExists, ENOENT: .noFolder, EROFS: .readOnly, EACCES: .readOnly, ENOSPC: .full,
            EIO: .inputOutput,
        ]
        for (number, code) in expected { #expect(NewFile.error(number, target).code == code) }
    }
}
