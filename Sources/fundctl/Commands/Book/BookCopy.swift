import AuditTrail
import Glibc
import Storage

/// A copy of a book with its documents: what `backup` and `restore` share.
struct BookCopy {
    let source: Book
    let target: String

    /// Copies the file and reads the copy's registers. Refuses an existing file (E-STO-009) and a copy that fails its check
    /// (E-STO-018).
    func make(waitMilliseconds: Int) throws -> [RegisterHead] {
        try source.store.backup(to: target)
        return try heads(waitMilliseconds: waitMilliseconds)
    }

    /// Copies the documents that the records name; each is compared with its hash on the way.
    func documents() throws -> DocumentCopy {
        let from = DocumentStore(book: source.store.path), to = DocumentStore(book: target)
        let hashes = try source.read { reading in
            try reading.registers().flatMap { try $0.documents().map(\.document.sha256) }
        }
        var result = DocumentCopy()
        for hash in Set(hashes).sorted(by: { $0.hex < $1.hex }) {
            guard try from.state(of: hash) == .present else {
                result.lost.append(hash.hex)
                continue
            }
            _ = try to.keep(from.path(of: hash))
            result.copied += 1
        }
        return result
    }

    /// The registers of a file that stands at the target already and is a copy of this very book; nil where none stands.
    /// Refuses any other file (E-STO-009).
    func standing(waitMilliseconds: Int) throws -> [RegisterHead]? {
        guard exists else { return nil }
        let ids = try source.read { reading in try reading.registers().map(\.register.id) }
        guard let heads = try? heads(waitMilliseconds: waitMilliseconds), heads.map(\.id) == ids else {
            throw StorageError(.alreadyExists, ["path": target])
        }
        return heads
    }

    /// What a dry run can know.
    func requireNew() throws {
        if exists { throw StorageError(.alreadyExists, ["path": target]) }
        let folder = target.lastIndex(of: "/").map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        guard OutputFile.isFolder(folder) else { throw StorageError(.noFolder, ["path": folder]) }
    }

    static func table(_ heads: [RegisterHead]) -> TextTable {
        TextTable(
            [
                .left(RegisterWords.register), .right(RegisterWords.records), .left(RegisterWords.lastSeal),
                .left(RegisterWords.root),
            ],
            rows: heads.map { [.text($0.name), .integer($0.size), .text($0.time), .text($0.root.hex)] })
    }

    private var exists: Bool {
        var status = stat()
        return lstat(target, &status) == 0
    }

    private func heads(waitMilliseconds: Int) throws -> [RegisterHead] {
        try Book.open(path: target, layout: source.layout, readOnly: true, waitMilliseconds: waitMilliseconds)
            .read { reading in try reading.registers().map(\.register) }
    }
}

/// What became of a book's documents in a copy.
struct DocumentCopy {
    var copied = 0
    /// SHA-256 of those whose file is missing or altered beside the source.
    var lost: [String] = []

    var json: JSONValue { ["copied": .integer(copied), "lost": .array(lost.map(JSONValue.string))] }

    var text: [TextBlock] {
        var lines: [Message] = []
        if copied > 0 {
            lines.append(
                Message(fr: "\(copied, "pièce copiée", "pièces copiées").", en: "\(copied, "document", "documents") copied."))
        }
        lines += lost.map { hash in
            Message(
                fr: "PERDUE : le fichier de la pièce \(hash) manque ou a changé; il n'est pas dans la copie.",
                en: "LOST: the file of the document \(hash) is missing or changed; it is not in the copy.")
        }
        return lines.isEmpty ? [] : [.lines(lines)]
    }
}
