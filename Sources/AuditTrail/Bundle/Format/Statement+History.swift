/// What only the writing of the files shows, for STATEMENT.
struct BundleTotals {
    /// Lines of the manifest.
    let files: Int64
    /// Bytes of the files that it names.
    let filesBytes: Int64
    let manifest: Digest
    /// Nil in a register without books.
    let controls: ControlTotals?
}

extension Statement {
    /// The statement of a history; nil where it does not end with an export, or where a value does not fit its field.
    init?(of history: RegisterHistory, _ totals: BundleTotals) {
        guard history.endsWithExport, let export = history.export, let genesis = history.genesis, let id = history.id
        else { return nil }
        self.init { field in
            switch field {
            case .register: genesis.register
            case .registerID: id.hex
            case .origin: genesis.origin
            case .export: String(export.opened.number)
            case .time: export.opened.time
            case .size: String(export.extent.size)
            case .root: export.extent.root.hex
            case .recordsBytes: String(export.extent.bytes)
            case .recordsSHA256: export.extent.sha256.hex
            case .previousStatement: export.opened.previousStatement?.hex ?? "-"
            case .software: export.opened.software
            case .schema: Statement.schema
            default: Statement.previous(field, history) ?? Statement.count(field, history) ?? totals.text(field)
            }
        }
    }

    private static func previous(_ field: StatementField, _ history: RegisterHistory) -> String? {
        let extent = history.previousExport?.extent
        switch field {
        case .previousExport: return history.previousExport.map { String($0.opened.number) } ?? "-"
        case .previousSize: return extent.map { String($0.size) } ?? "-"
        case .previousRoot: return extent?.root.hex ?? "-"
        case .previousRecordsBytes: return extent.map { String($0.bytes) } ?? "-"
        case .previousRecordsSHA256: return extent?.sha256.hex ?? "-"
        default: return nil
        }
    }

    private static func count(_ field: StatementField, _ history: RegisterHistory) -> String? {
        switch field {
        case .batches: String(history.batches)
        case .persons: String(history.people.activePersons) + (history.people.admins < 2 ? singlePerson : "")
        case .alone: history.list(.alone)
        case .annulled: history.list(.annulled)
        case .recovered: history.list(.recovered)
        case .rotated: history.list(.rotated)
        case .erasures: String(history.erasures)
        default: nil
        }
    }
}

extension BundleTotals {
    fileprivate func text(_ field: StatementField) -> String {
        switch field {
        case .files: String(files)
        case .filesBytes: String(filesBytes)
        case .manifestSHA256: manifest.hex
        case .entries: controls.map { String($0.entries) } ?? "-"
        case .postings: controls.map { String($0.postings) } ?? "-"
        case .debitCents: controls.map { String($0.debitCents) } ?? "-"
        default: ""
        }
    }
}
