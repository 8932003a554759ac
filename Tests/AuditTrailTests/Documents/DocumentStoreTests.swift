import AuditTrail
import Foundation
import Testing

@Suite("The files of documents")
struct DocumentStoreTests {
    /// A folder of its own for each test.
    final class Shelf {
        let folder = NSTemporaryDirectory() + "fundctl-documents-" + UUID().uuidString
        init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: folder) }

        var store: DocumentStore { DocumentStore(book: folder + "/b.book") }

        func file(_ name: String, _ content: [UInt8]) -> String {
            _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(content))
            return "\(folder)/\(name)"
        }
    }

    @Test func aCopyLiesUnderItsHashForItsOwnerAlone() throws {
        let shelf = try Shelf()
        let content = [UInt8](repeating: 0x61, count: 700_000)
        let kept = try shelf.store.keep(shelf.file("a.txt", content))
        #expect(kept.measure.sha256 == SHA256.hash(content))
        #expect(kept.measure.size == 700_000)
        #expect(kept.isNew)
        let hex = kept.measure.sha256.hex
        #expect(kept.path == "\(shelf.folder)/b.book.documents/\(hex.prefix(2))/\(hex)")
        let attributes = try FileManager.default.attributesOfItem(atPath: kept.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try shelf.store.state(of: kept.measure.sha256) == .present)
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.store.folder) == [String(hex.prefix(2))])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd"), "no /proc here"))
    func aFolderThatTakesNoFileIsToldAsSuch() throws {
        let shelf = try Shelf()
        try FileManager.default.createSymbolicLink(atPath: shelf.store.folder, withDestinationPath: "/proc/self/fd")
        let file = shelf.file("a.txt", [1, 2, 3])
        #expect(auditRefusal { _ = try shelf.store.keep(file) } == .documentStoreRefused)
    }

    @Test func theSameContentIsKeptOnceAndOutlivesARefusal() throws {
        let shelf = try Shelf()
        let first = try shelf.store.keep(shelf.file("a.txt", [1, 2, 3]))
        let second = try shelf.store.keep(shelf.file("b.txt", [1, 2, 3]))
        #expect(!second.isNew)
        shelf.store.discard(second)
        #expect(try shelf.store.state(of: first.measure.sha256) == .present)
        shelf.store.discard(first)
        #expect(try shelf.store.state(of: first.measure.sha256) == .absent)
    }

    @Test func anAlteredFileIsNoticedAndNeverReplaced() throws {
        let shelf = try Shelf()
        let file = shelf.file("a.txt", [1, 2, 3])
        let kept = try shelf.store.keep(file)
        try Data([9]).write(to: URL(fileURLWithPath: kept.path))
        #expect(try shelf.store.state(of: kept.measure.sha256) == .altered)
        #expect(code { try shelf.store.keep(file) } == .documentAltered)
    }

    @Test func whatIsNoRegularFileOrTooLargeIsRefused() throws {
        let shelf = try Shelf()
        #expect(code { try DocumentStore.measure(shelf.folder) } == .documentKind)
        #expect(code { try DocumentStore.measure(shelf.folder + "/absent") } == .documentUnreadable)
        let large = shelf.file("large", [])
        #expect(truncate(large, Int(DocumentStore.largestBytes) + 1) == 0)
        #expect(code { try DocumentStore.measure(large) } == .documentTooLarge)
    }

    @Test func aFolderThatCannotBeMadeIsRefusedBeforeAnythingIsRead() throws {
        let shelf = try Shelf()
        let file = shelf.file("a.txt", [1])
        _ = shelf.file("b.book.documents", [])
        #expect(code { try shelf.store.keep(file) } == .keyFileSystem)
    }

    private func code(_ body: () throws -> Any) -> AuditError.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? AuditError)?.code
        }
    }
}
