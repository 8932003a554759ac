import Glibc

/// The path of a store's file, with what lies beside it.
struct FilePath {
    /// As it was given, for messages.
    let given: String
    /// For SQLite: never begins with `file:`, which it could take for an address, and never is empty, which
    /// would mean a private file.
    let path: String

    init(_ given: String) {
        self.given = given
        path = given.hasPrefix("/") ? given : "./" + given
    }

    /// The write-ahead log of the file.
    var log: String { path + "-wal" }

    /// The files that SQLite may keep beside the file.
    var companions: [String] { [log, path + "-shm", path + "-journal"] }

    /// The folder that holds the file.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The address that opens a file which nobody changes, without locks or log.
    var immutableAddress: String {
        let escaped = path.utf8.map { byte -> String in
            let plain = byte > 0x20 && byte < 0x7F && byte != 0x25 && byte != 0x3F && byte != 0x23
            let hex = String(byte, radix: 16, uppercase: true)
            return plain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" + hex : hex)
        }
        return "file:" + escaped.joined() + "?immutable=1"
    }

    /// Whether a log with content lies beside the file.
    var hasPendingLog: Bool { (Self.status(log)?.st_size ?? 0) > 0 }

    /// Whether this process may read the file.
    var isReadable: Bool { faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 }

    /// Refuses what is not a regular file: E-STO-010, E-STO-011, E-STO-012.
    func requireRegularFile() throws {
        guard let status = Self.status(path) else {
            switch errno {
            case EACCES: throw StorageError(.unreadable, ["path": given, "reason": "permission"])
            default: throw StorageError(.notFound, ["path": given])
            }
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StorageError(.notAFile, ["path": given]) }
    }

    /// Refuses a path whose file would not be new, or whose folder is not there: E-STO-009, E-STO-017.
    ///
    /// A log left by a former file of the name counts: SQLite would play it into the new one.
    func requireNew() throws {
        for path in [path, log, path + "-journal"] {
            var status = stat()
            if lstat(path, &status) == 0 { throw StorageError(.alreadyExists, ["path": path]) }
        }
        guard let status = Self.status(folder), status.st_mode & S_IFMT == S_IFDIR else {
            throw StorageError(.noFolder, ["path": folder])
        }
    }

    /// Deletes the file and what lies beside it, as far as it is there.
    func remove() {
        for path in [path] + companions { unlink(path) }
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
