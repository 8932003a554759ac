import AuditTrail
import Foundation
import Testing

@testable import fundctl

/// Commands of the book, in a folder of their own.
@Suite("Commands of the book")
struct BookCommandTests {
    final class Desk {
        let folder = NSTemporaryDirectory() + "fundctl-desk-" + UUID().uuidString

        init(founders: [String] = ["marie", "luc"]) throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let admins = founders.flatMap { ["--admin", $0] }
            let (status, world) = run(["init"] + admins)
            #expect(status == .done, "\(world.talk.text)")
        }
        deinit { try? FileManager.default.removeItem(atPath: folder) }

        @discardableResult func run(_ arguments: [String]) -> (status: fundctl.ExitStatus, world: TestWorld) {
            let world = TestWorld(environment: ["FUNDCTL_BOOK": folder + "/b.book", "FUNDCTL_KEYS": folder + "/keys"])
            return (Launch(arguments: arguments, edge: world.edge).run(), world)
        }

        func run(_ line: String) -> (status: fundctl.ExitStatus, world: TestWorld) {
            run(line.split(separator: " ").map(String.init))
        }

        func files() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() }

        func head(_ register: String) throws -> RegisterHead {
            try Book.open(path: folder + "/b.book", layout: FundctlBook.layout, readOnly: true, waitMilliseconds: 0)
                .read { try $0.register(register).register }
        }
    }

    @Test func aRefusedFoundingLeavesNothing() throws {
        let desk = try Desk()
        let before = try desk.files()
        // The recovery key's file stands already: noticed before anything is written.
        let key = try #require(before.first { $0.contains("recovery-") })
        let (status, world) = desk.run(["init", "--admin", "zoe", "--book", desk.folder + "/c.book", "--recovery", "\(desk.folder)/\(key)"])
        #expect(status == .refused && world.talk.text.hasPrefix("E-KEY-012"))
        #expect(try desk.files() == before)
    }

    @Test func aFoundingThatFailsHalfWayTakesItsKeysAway() throws {
        let desk = try Desk()
        // The folder of ledger keys of this other key folder is a file: the keys of the person are written, these are not.
        let other = desk.folder + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: other + "/ledgers", contents: Data())
        let (status, world) = desk.run(["init", "--admin", "zoe", "--keys", other, "--book", desk.folder + "/c.book"])
        #expect(status != .done && world.talk.text.hasPrefix("E-KEY-017"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["ledgers"])
        #expect(try !desk.files().contains { $0.hasPrefix("c.book") })
    }

    @Test func aDryRunWritesNothing() throws {
        let desk = try Desk()
        _ = FileManager.default.createFile(atPath: desk.folder + "/a.txt", contents: Data([1]))
        let heads = try RegisterName.all.map(desk.head)
        let files = try desk.files()
        for line in [
            "role revoke luc closer --register all --as marie", "register rotate-key fnf --as luc",
            "document add \(desk.folder)/a.txt --register fnf --as luc", "backup \(desk.folder)/d.book",
            "init --admin zoe --book \(desk.folder)/e.book",
        ] {
            let (status, world) = desk.run(line + " --dry-run")
            #expect(status == .done, "\(world.talk.text)")
        }
        #expect(try RegisterName.all.map(desk.head) == heads)
        // The heads that keys remember and SQLite's own files beside a book are not the commands' writing.
        let isOwn = { (name: String) in !name.hasSuffix("-wal") && !name.hasSuffix("-shm") }
        #expect(try desk.files().filter(isOwn) == files.filter(isOwn))
    }

    @Test func anInterruptedRotationIsFinishedByTheNext() throws {
        let desk = try Desk()
        let folder = KeyFolder(path: desk.folder + "/keys")
        let old = try desk.head(RegisterName.fnf)
        let before = try folder.ledgerKey(of: old).publicKey
        #expect(desk.run("register rotate-key fnf --as luc").status == .done)
        let head = try desk.head(RegisterName.fnf)
        #expect(try folder.ledgerKey(of: head).publicKey == head.ledgerKey && head.ledgerKey != before)
        // As the power cut would have left it: the new key under its first name, the old one in its place.
        let file = folder.ledgerPath(registerID: head.id.hex)
        let stem = String(file.dropLast(4))
        try FileManager.default.moveItem(atPath: file, toPath: stem + ".next.pem")
        try FileManager.default.moveItem(atPath: "\(stem).old-\(before.hex.prefix(16)).pem", toPath: file)
        #expect(try folder.ledgerKey(of: head).publicKey == head.ledgerKey)
        #expect(!FileManager.default.fileExists(atPath: stem + ".next.pem"))
        #expect(desk.run("register rotate-key fnf --as marie").status == .done)
    }

    @Test func aKeyThatIsNotInForceIsRefused() throws {
        let desk = try Desk()
        let folder = KeyFolder(path: desk.folder + "/keys")
        let file = folder.ledgerPath(registerID: try desk.head(RegisterName.fnf).id.hex)
        try FileManager.default.removeItem(atPath: file)
        try KeyFile.write(PrivateKey.generate(), passphrase: nil, to: file)
        let (status, world) = desk.run("register rotate-key fnf --as luc")
        #expect(status == .refused && world.talk.text.hasPrefix("E-KEY-035"))
    }

    @Test func aNumberAloneFindsTheOnlyProposalThatWaits() throws {
        let desk = try Desk()
        #expect(desk.run("role revoke luc closer --register fnf --as marie").status == .done)
        #expect(desk.run("approval refuse 5 --reason non --as luc").status == .done)
        #expect(desk.run("role revoke luc closer --register fdmt --as marie").status == .done)
        // fnf:5 is decided, fdmt:5 waits.
        #expect(desk.run("approval give 5 --as luc").status == .done)
        let (status, world) = desk.run("approval give fdmt:5 --as luc")
        #expect(status == .refused && world.talk.text.hasPrefix("E-AUD-013"))
        for malformed in ["fnf", "fnf:", ":5", "fnf:05", "fnf:5:6", "fonds:5", "0", "-1"] {
            #expect(desk.run(["approval", "give", "--as", "luc", "--", malformed]).status == .usage, "\(malformed)")
        }
    }

    /// A seal that does not read back would make the register worthless for ever.
    @Test func anIdempotencyKeyThatNoSealCanHoldIsRefused() throws {
        let desk = try Desk()
        let heads = try RegisterName.all.map(desk.head)
        for key in ["a b", "é", "a\"b", "a\\b", "", String(repeating: "k", count: 129), "a\u{7F}"] {
            let words = ["role", "revoke", "luc", "closer", "--register", "fnf", "--as", "marie", "--idempotency-key", key]
            let (status, world) = desk.run(words)
            #expect(status == .usage && world.talk.text.hasPrefix("E-CLI-007"), "\(key): \(world.talk.text)")
        }
        #expect(try RegisterName.all.map(desk.head) == heads)
    }

    @Test func theLibraryRefusesASealThatDoesNotReadBack() throws {
        let desk = try Desk()
        let book = try Book.open(path: desk.folder + "/b.book", layout: FundctlBook.layout, waitMilliseconds: 0)
        let key = try KeyFolder(path: desk.folder + "/keys").privateKey("marie") { nil }
        let heads = try RegisterName.all.map(desk.head)
        for (name, now) in [("a b", "2026-05-02T00:00:00Z"), ("k", "2026-99-99T00:00:00Z")] {
            let order = WriteOrder(
                key: key, registers: ["fnf"], now: now, idempotencyKey: name, contentHash: SHA256.hash([]))
            #expect(throws: AuditError.self) {
                try book.write(order) { transaction in
                    try transaction.register("fnf").append(Proposed(RoleRevoked(RoleGrant(person: "luc", role: .closer))))
                }
            }
        }
        #expect(try RegisterName.all.map(desk.head) == heads)
    }

    @Test func aWrongPersonsKeySealsNothing() throws {
        let desk = try Desk()
        let heads = try RegisterName.all.map(desk.head)
        #expect(desk.run("key create zoe").status == .done)
        for line in ["role revoke luc closer --register all --as zoe", "approval give fnf:5 --as zoe"] {
            let (status, _) = desk.run(line)
            #expect(status == .notAllowed)
        }
        #expect(try RegisterName.all.map(desk.head) == heads)
    }
}

@Suite("Media types")
struct MediaTypeTests {
    @Test func theNameSaysTheType() {
        #expect(MediaType.of("a/b.c/Facture.PDF") == "application/pdf")
        #expect(MediaType.of("a.d/facture") == "application/octet-stream")
        #expect(MediaType.of(".csv") == "text/csv")
    }

    @Test func aTypeHasTwoPlainParts() {
        #expect(MediaType.isType("text/x-facture"))
        for text in ["", "text", "/", "text/", "/pdf", "a/b/c", "text/a b", "text/é", "a/" + String(repeating: "x", count: 126)] {
            #expect(!MediaType.isType(text), "\(text)")
        }
    }
}
