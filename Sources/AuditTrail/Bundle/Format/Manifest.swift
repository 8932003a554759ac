// MANIFEST.sha256 (FORMAT.md, section 10.2): a line for each file, `HEX`, two spaces, path, LF, as `sha256sum` prints
// them. Paths ascend in byte order.

/// The files of a bundle and their hashes.
struct Manifest: Equatable {
    struct Line: Equatable {
        let path: String
        let sha256: Digest
    }

    /// Ascending by path.
    let lines: [Line]

    /// Of files in any order.
    init(files: [Line]) {
        lines = files.sorted { BundlePath.precedes($0.path, $1.path) }
    }

    /// From the bytes of a MANIFEST.sha256. Refuses with E-BUN-029 anything but the one text of a manifest.
    init(parsing bytes: [UInt8]) throws {
        try BundlePath.refuseAbove(BundlePath.largestManifest_bytes, bytes.count, BundlePath.manifest)
        var rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard rows.popLast()?.isEmpty == true, rows.count <= BundlePath.mostFiles else {
            throw AuditError(.manifestMalformed, ["line": String(rows.count)])
        }
        var lines: [Line] = []
        lines.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            guard let line = Manifest.line(row),
                lines.last.map({ BundlePath.precedes($0.path, line.path) }) ?? true
            else { throw AuditError(.manifestMalformed, ["line": String(index + 1)]) }
            lines.append(line)
        }
        self.lines = lines
    }

    /// The bytes of the file.
    var text: [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            bytes += line.sha256.hex.utf8
            bytes += [0x20, 0x20]
            bytes += line.path.utf8
            bytes.append(0x0A)
        }
        return bytes
    }

    private static func line(_ row: ArraySlice<UInt8>) -> Line? {
        guard row.count > 66, let digest = Digest(hex: String(decoding: row.prefix(64), as: UTF8.self)),
            row.dropFirst(64).starts(with: [0x20, 0x20])
        else { return nil }
        let path = row.dropFirst(66)
        guard BundlePath.isPath(path) else { return nil }
        let text = String(decoding: path, as: UTF8.self)
        return BundlePath.isUnlisted(text) ? nil : Line(path: text, sha256: digest)
    }
}
