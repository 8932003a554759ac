/// The names of a bundle's files. FORMAT.md, sections 10, 10.2 and 13.
enum BundlePath {
    static let statement = "STATEMENT"
    static let signature = "STATEMENT.sig"
    static let timestamp = "STATEMENT.tsr"
    static let manifest = "MANIFEST.sha256"
    static let checkpoint = "checkpoint"
    static let readmeEnglish = "README.en.txt"
    static let readmeFrench = "README.fr.txt"
    static let ledgerKey = "keys/ledger.pem"

    static let records = "records"
    static let rules = "rules"
    static let keys = "keys"
    static let cosignatures = "cosignatures"
    static let documents = "documents"
    /// The only folders that a bundle has.
    static let folders = [records, rules, keys, cosignatures, documents]

    /// Lines of every segment but the last.
    static let linesPerSegment: Int64 = 65_536
    static let mostFiles = 100_000
    static let mostCosignatures = 100
    static let largestStatement_bytes = 1 << 20
    static let largestManifest_bytes = 16 << 20
    /// Of a checkpoint, a cosignature, a time-stamp.
    static let largestNote_bytes = 1 << 16

    /// The segment of a number from 1: `records/000001.jsonl`.
    static func segment(_ number: Int64) -> String {
        let digits = String(number)
        return "records/" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits + ".jsonl"
    }

    /// How many segments hold so many records.
    static func segments(of size: Int64) -> Int64 { size / linesPerSegment + (size % linesPerSegment == 0 ? 0 : 1) }

    static func key(of person: String) -> String { "keys/\(person).pem" }

    static func document(_ sha256: Digest) -> String { "documents/\(sha256.hex)" }

    /// Whether MANIFEST leaves the file out.
    static func isUnlisted(_ path: String) -> Bool {
        [statement, signature, timestamp, manifest].contains(path) || path.hasPrefix(cosignatures + "/")
            || path.hasPrefix(documents + "/")
    }

    /// One component of a path: 1–100 of `A-Z a-z 0-9 . _ -`, the first a letter or digit.
    static func isComponent(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first, isLetterOrDigit(first), bytes.count <= 100 else { return false }
        return bytes.allSatisfy { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }

    /// One component, or two joined by `/`.
    static func isPath(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { isComponent($0) }
    }

    /// Refuses a file that is larger than its kind may be: E-BUN-026.
    static func refuseAbove(_ limit: Int, _ size: Int, _ file: String) throws {
        guard size > limit else { return }
        throw AuditError(
            .bundleFileTooLarge, ["file": file, "size_bytes": String(size), "limit_bytes": String(limit)])
    }

    /// Whether `left` comes before `right` in byte order.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
