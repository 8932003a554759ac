import Foundation
import Testing

@testable import AuditTrail

/// A key refuses to act on a book whose history left the one that it knows.
@Suite struct OtherHistories {
    private func order(
        _ book: TestBook, _ memory: KeyFolderMemory, _ request: String, by person: String = "anne"
    ) -> WriteOrder {
        WriteOrder(
            key: TestBook.key(person), registers: ["fnf"], now: "2026-06-01T00:00:00Z", idempotencyKey: request,
            contentHash: SHA256.hash([]), memory: memory)
    }

    private func post(
        _ path: String, _ memory: KeyFolderMemory, _ request: String, _ book: TestBook, by person: String = "anne"
    ) throws {
        let opened = try Book.open(path: path, layout: NoteDomain.layout, waitMilliseconds: 1000)
        _ = try opened.write(order(book, memory, request, by: person)) { try $0.register("fnf").append(NotePosted(request, 1)) }
    }

    private func code(_ body: () throws -> Void) -> AuditError.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? AuditError)?.code }
    }

    @Test func anOldCopyIsRefusedAndSoIsOneThatWentItsOwnWay() throws {
        let book = try TestBook()
        let memory = KeyFolderMemory(keys: book.folder + "/keys")
        let path = book.folder + "/book", copy = book.folder + "/copy"
        try post(path, memory, "one", book)
        try book.book.store.backup(to: copy)
        try post(path, memory, "two", book)
        #expect(code { try post(copy, memory, "three", book) } == .historyShorter)
        #expect(code { try post(copy, memory, "three", book, by: "bruno") } == .historyShorter, "whichever key acts")

        let fork = KeyFolderMemory(keys: book.folder + "/other-keys")
        try post(copy, fork, "four", book)
        try post(copy, fork, "five", book)
        #expect(code { try post(copy, memory, "six", book) } == .historyOther)
        try post(path, memory, "seven", book)
    }

    @Test func aMemoryThatSomeoneChangedIsSaid() throws {
        let book = try TestBook()
        let memory = KeyFolderMemory(keys: book.folder + "/keys")
        try post(book.folder + "/book", memory, "one", book)
        let file = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: book.folder + "/keys/heads").first { $0.count > 100 && !$0.hasSuffix(".lock") })
        try put(Array("rubbish\n".utf8), book.folder + "/keys/heads/" + file)
        #expect(code { try post(book.folder + "/book", memory, "two", book) } == .headMemoryBroken)
    }

    @Test func aKeyFolderThatCannotBeWrittenIsSaid() throws {
        let book = try TestBook()
        let memory = KeyFolderMemory(keys: book.folder + "/keys")
        let key = TestBook.key("anne").publicKey, register = try #require(book.ids["fnf"])
        try FileManager.default.createDirectory(
            atPath: book.folder + "/keys/heads/\(key.hex)/\(register.hex).lock", withIntermediateDirectories: true)
        #expect(code { try memory.remember(RememberedHead(size: 1, root: register), key: key, register: register) } == .headMemoryUnwritable)
    }
}
