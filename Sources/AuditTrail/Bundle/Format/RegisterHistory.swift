/// What a register's records say, told line by line: all that STATEMENT counts and lists, in memory that grows with
/// persons and marks and not with the records.
///
/// It takes the records as they are and judges none, so that who writes a bundle, who verifies it and who checks a book
/// count alike.
struct RegisterHistory {
    /// An export that ended: its opening and the records up to its seal.
    struct Export {
        let opened: ExportOpened
        let extent: RecordsExtent
        /// The ledger key in force at its end.
        let ledgerKey: PublicKey
    }

    private(set) var tree = CompactRange()
    private(set) var bytes: Int64 = 0
    private var joined = SHA256Stream()
    /// SHA-256 of the first line.
    private(set) var id: Digest?
    private(set) var genesis: RegisterCreated?
    private(set) var ledgerKey: PublicKey?
    private(set) var people = RoleBook()
    private(set) var batches: Int64 = 0
    private(set) var erasures: Int64 = 0
    private var marks: [RecordMark: SequenceList] = [:]
    /// The newest export that ended, and the one before.
    private(set) var export: Export?
    private(set) var previousExport: Export?
    private var opening: ExportOpened?
    /// Whether the last record sealed an export.
    private(set) var endsWithExport = false

    var size: Int64 { tree.size }

    /// All records so far.
    var extent: RecordsExtent {
        RecordsExtent(size: tree.size, root: tree.root(), bytes: bytes, sha256: joined.finish())
    }

    /// The text of a list of STATEMENT.
    func list(_ mark: RecordMark) -> String { marks[mark]?.text ?? "-" }

    /// Takes the next line, with what it says (nil where it is no record) and the hash of its leaf.
    mutating func take(_ record: (any Record)?, line: UnsafeRawBufferPointer, leaf: Digest) {
        if tree.size == 0 { id = SHA256.hash(line) }
        tree.append(leaf)
        joined.update(line)
        joined.update(RegisterHistory.lineFeed)
        bytes += Int64(line.count) + 1
        endsWithExport = false
        guard let record else { return }
        if let twoPerson = record as? any TwoPersonRecord {
            if case .alone = twoPerson.consent { mark(.alone) }
            takeTwoPerson(twoPerson)
        } else {
            takeOther(record)
        }
    }

    private mutating func takeTwoPerson(_ record: any TwoPersonRecord) {
        switch record {
        case let admitted as PersonAdmitted:
            people.admit(admitted.person, key: admitted.key)
            for role in admitted.role == .founder ? Role.ofFounders : [admitted.role] {
                people.grants.insert(RoleGrant(person: admitted.person, role: role, scope: admitted.scope))
            }
        case let granted as RoleGranted: people.grants.insert(granted.grant)
        case let revoked as RoleRevoked: people.grants.remove(revoked.grant)
        case is RecordAnnulled: mark(.annulled)
        default: break
        }
    }

    private mutating func takeOther(_ record: any Record) {
        switch record {
        case is BatchSealed:
            batches += 1
            if let opening { end(opening) }
            opening = nil
        case let opened as ExportOpened: opening = opened
        case let created as RegisterCreated where tree.size == 1:
            genesis = created
            ledgerKey = created.ledgerKey
        case let recovered as PersonRecovered:
            people.admit(recovered.person, key: recovered.key)
            people.grants.insert(RoleGrant(person: recovered.person, role: .admin))
            mark(.recovered)
        case let rotated as LedgerKeyRotated:
            ledgerKey = rotated.newKey
            mark(.rotated)
        case is SubjectErased: erasures += 1
        default: break
        }
    }

    private mutating func end(_ opened: ExportOpened) {
        guard let ledgerKey else { return }
        previousExport = export
        export = Export(opened: opened, extent: extent, ledgerKey: ledgerKey)
        endsWithExport = true
    }

    private mutating func mark(_ mark: RecordMark) { marks[mark, default: SequenceList()].append(tree.size) }

    private static let lineFeed: [UInt8] = [0x0A]
}

/// Sequences joined by commas. What STATEMENT cannot hold is not kept.
private struct SequenceList {
    private var bytes: [UInt8] = []

    mutating func append(_ sequence: Int64) {
        guard bytes.count <= BundlePath.largestStatement_bytes else { return }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
        bytes += String(sequence).utf8
    }

    var text: String { bytes.isEmpty ? "-" : String(decoding: bytes, as: UTF8.self) }
}
