import Glibc

/// Whether a file system is fit for a write-ahead log: shared memory and locks must work between all
/// processes that can reach the file (https://www.sqlite.org/wal.html, section 1).
enum FileSystemKind: Equatable {
    /// A file system of this machine.
    case local
    /// Other machines may reach it.
    case network(name: String)
    /// A program or a host answers for it: a share, or the whole disk of a sandbox.
    case indirect(name: String)

    /// The kind of the type number that `statfs` gives (`f_type`, linux/magic.h and `man 2 statfs`).
    static func classify(_ type: UInt32) -> FileSystemKind {
        if let name = networks[type] { return .network(name: name) }
        if let name = indirects[type] { return .indirect(name: name) }
        return .local
    }

    /// The name of the file system if a store must not lie on it, else nil.
    ///
    /// Where the root of the machine itself is of the same indirect type, it is the machine's only disk.
    static func refusal(type: UInt32, rootType: UInt32?) -> String? {
        switch classify(type) {
        case .local: nil
        case .network(let name): name
        case .indirect(let name): type == rootType ? nil : name
        }
    }

    /// Refuses a path on a network file system with E-STO-016. `location` is the file, or the folder that
    /// will hold it.
    static func requireLocal(_ location: String, path: String) throws {
        guard let type = type(of: location) else { return }
        try requireLocal(type: type, rootType: Self.type(of: "/"), path: path)
    }

    /// The same for a type that is known.
    static func requireLocal(type: UInt32, rootType: UInt32?, path: String) throws {
        if let name = refusal(type: type, rootType: rootType) {
            throw StorageError(.networkFileSystem, ["path": path, "file_system": name])
        }
    }

    /// The `f_type` of the file system that holds a path, nil when the system does not tell.
    static func type(of path: String) -> UInt32? {
        // Swift's Glibc module leaves sys/statfs.h out. On 64-bit Linux (x86-64, AArch64) f_type is the
        // first word of a structure of 120 bytes.
        typealias Call = @convention(c) (UnsafePointer<CChar>, UnsafeMutableRawPointer) -> CInt
        guard let symbol = dlsym(nil, "statfs") else { return nil }
        let statfs = unsafeBitCast(symbol, to: Call.self)
        return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { buffer in
            guard let start = buffer.baseAddress, statfs(path, start) == 0 else { return nil }
            return UInt32(truncatingIfNeeded: start.load(as: Int.self))
        }
    }

    private static let networks: [UInt32: String] = [
        0x0000_6969: "nfs", 0x0000_517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2",
        0x0000_564C: "ncp", 0x5346_414F: "afs", 0x6B41_4653: "afs", 0x7375_7245: "coda",
        0x00C3_6400: "ceph", 0x0BD0_0BD0: "lustre", 0x0116_1970: "gfs2", 0x7461_636F: "ocfs2",
        0x4750_4653: "gpfs", 0xAAD7_AAEA: "panfs", 0x1983_0326: "beegfs",
    ]

    private static let indirects: [UInt32: String] = [
        0x0102_1997: "9p", 0x6573_5546: "fuse", 0x786F_4256: "vboxsf", 0xBACB_ACBC: "vmhgfs",
    ]
}
