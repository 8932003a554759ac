import Foundation
import Testing

@testable import Storage

/// What needs a process of its own: another user, a limit, a sudden end, a stop of the program.
@Suite struct ProcessTests {
    @Test func aWriteThatTheSystemRefusesIsAnInputOutputError() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .success) { [folder = shelf.folder as String] in
            let shelf = Shelf(at: folder)
            let store = try shelf.create()
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit()
            #expect(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            limit.rlim_cur = 65536
            #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let found = code {
                try store.write { connection in
                    for id in 1...1000 { try connection.addLine(Int64(id), String(repeating: "x", count: 1000)) }
                    return ((), .commit)
                }
            }
            #expect(found == .inputOutput)
            #expect(try store.countLines() == 0)
        }
    }

    @Test func withoutPermissionAFileIsUnreadable() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .success) { [folder = shelf.folder as String] in
            let shelf = Shelf(at: folder)
            try shelf.fill(lines: 1)
            chmod(shelf.folder, 0o755)
            try becomeNobody(owning: shelf, files: 0o000, folder: 0o755)
            for readOnly in [false, true] {
                let found = error { _ = try shelf.open(readOnly: readOnly) }
                #expect(found == StorageError(.unreadable, ["path": shelf.path(), "reason": "permission"]))
            }
        }
    }

    @Test func inAFolderThatCannotBeWrittenAStoreIsReadOnly() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .success) { [folder = shelf.folder as String] in
            let shelf = Shelf(at: folder)
            try shelf.fill(lines: 3)
            try becomeNobody(owning: shelf, files: 0o600, folder: 0o555)
            #expect(code { _ = try shelf.open() } == .readOnly)
            #expect(code { _ = try shelf.create("b.book") } == .readOnly)
            let store = try shelf.open(readOnly: true)
            #expect(try store.countLines() == 3)
            #expect(try store.integrityProblems(limit: 1) == [])
            #expect(shelf.names == ["a.book"])
        }
    }

    @Test func aFileThatCannotBeWrittenIsReadOnly() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .success) { [folder = shelf.folder as String] in
            let shelf = Shelf(at: folder)
            try shelf.fill(lines: 3)
            try becomeNobody(owning: shelf, files: 0o400, folder: 0o755)
            #expect(code { _ = try shelf.open() } == .readOnly)
            #expect(try shelf.open(readOnly: true).countLines() == 3)
        }
    }

    @Test func aPendingLogInAFolderThatCannotBeWrittenIsNotOverlooked() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .success) { [folder = shelf.folder as String] in
            let shelf = Shelf(at: folder)
            let store = try shelf.create()
            try store.addLine(1)
            // The state after a crash, carried to another place: the log without its index.
            let other = shelf.path("b")
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
            for end in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: shelf.path("a.book" + end), toPath: other + "/a.book" + end)
                chmod(other + "/a.book" + end, 0o644)
            }
            chmod(other, 0o555)
            try becomeNobody(owning: shelf, files: 0o644, folder: 0o755)
            let found = error { _ = try shelf.open("b/a.book", readOnly: true) }
            #expect(found?.code == .unreadable)
            #expect(found?.parameters["reason"] == "pending_log")
        }
    }

    @Test func aSuddenEndWhileMakingAStoreLeavesNoStore() async throws {
        let shelf = try Shelf()
        let path = shelf.path()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try NewFile.make(at: FilePath(path)) { unnamed in
                let database = try SQLiteDatabase(unnamed, .writing, waitMilliseconds: 0, settings: "")
                try SQLiteSchema(migrations: Shelf.schema).install(in: database, applicationID: Shelf.application)
                kill(getpid(), SIGKILL)
            }
        }
        #expect(!shelf.names.contains("a.book"))
        #expect(code { _ = try shelf.open() } == .notFound)
        #expect(try shelf.create().countLines() == 0)
    }

    @Test func aSuddenEndDuringAWriteKeepsWhatWasCommittedAndNothingElse() async throws {
        let shelf = try Shelf()
        _ = try shelf.create()
        let path = shelf.path()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let store = try SQLiteStore.open(
                path: path, applicationID: Shelf.application, migrations: Shelf.schema, readOnly: false,
                waitMilliseconds: 0)
            try store.addLine(1)
            try store.write { connection in
                for id in 2...5000 { try connection.addLine(Int64(id), "x") }
                kill(getpid(), SIGKILL)
                return ((), .commit)
            }
        }
        #expect(try shelf.open(readOnly: true).countLines() == 1)
        #expect(try shelf.open().countLines() == 1)
    }

    @Test func usingAStoreInsideItsClosureStopsTheProgram() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .failure) { [folder = shelf.folder as String] in
            let store = try SQLiteStore.temporary(migrations: Shelf.schema, folder: folder)
            try store.read { _ in _ = try store.countLines() }
        }
    }

    @Test func aConnectionUsedAfterItsClosureStopsTheProgram() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .failure) { [folder = shelf.folder as String] in
            let store = try SQLiteStore.temporary(migrations: Shelf.schema, folder: folder)
            let escaped = try store.read { $0 }
            _ = try escaped.countLines()
        }
    }

    @Test func readingAColumnThatIsNotThereStopsTheProgram() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .failure) { [folder = shelf.folder as String] in
            let store = try SQLiteStore.temporary(migrations: Shelf.schema, folder: folder)
            _ = try store.read { try $0.first("SELECT 1") { $0.int(1) } }
        }
    }

    @Test func bindingAParameterThatIsNotThereStopsTheProgram() async throws {
        let shelf = try Shelf()
        await #expect(processExitsWith: .failure) { [folder = shelf.folder as String] in
            let store = try SQLiteStore.temporary(migrations: Shelf.schema, folder: folder)
            try store.read { try $0.run("SELECT ?1", .integer(1), .integer(2)) }
        }
    }
}

/// Gives a folder and its files to a user without rights and becomes that user, when run as root; whoever
/// else runs it owns them already.
private func becomeNobody(owning shelf: Shelf, files: mode_t, folder: mode_t) throws {
    let nobody: uid_t = 65534
    for name in shelf.names where name.hasSuffix(".book") {
        chmod(shelf.path(name), files)
        if getuid() == 0 { chown(shelf.path(name), nobody, nobody) }
    }
    chmod(shelf.folder, folder)
    if getuid() == 0 {
        chown(shelf.folder, nobody, nobody)
        #expect(setgid(nobody) == 0)
        #expect(setuid(nobody) == 0)
    }
}
