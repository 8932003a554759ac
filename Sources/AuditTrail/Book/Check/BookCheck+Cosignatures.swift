import Storage

/// What witnesses sent back: each note is of an export of the records, and valid as it was when it was accepted.
extension BookCheck {
    /// `history`: it ends with the export.
    func checkCosignatures(
        _ history: RegisterHistory, _ register: (name: String, number: Int64), _ connection: any SQLConnection
    ) throws {
        guard let export = history.export, let genesis = history.genesis, let id = history.id,
            let checkpoint = try? Checkpoint(
                origin: "\(genesis.origin)/\(id.hex)", size: export.extent.size, root: export.extent.root)
        else { return }
        let text = checkpoint.text
        let number = export.opened.number
        try connection.forEach(
            "SELECT name, key, seconds, note FROM main.cosignature WHERE register = ? AND number = ? ORDER BY name",
            [.integer(register.number), .integer(number)]
        ) { row in
            let name = row.string(0)
            let isFit = BookCheck.isFit(row.bytes(3), name, key: row.string(1), seconds: row.int(2), text)
            if !isFit { tellCosignature(register.name, number, name, record: history.size - 1) }
        }
    }

    private static func isFit(_ note: [UInt8], _ name: String, key: String, seconds: Int64, _ text: [UInt8]) -> Bool {
        guard let key = try? PublicKey(hex: key), let note = try? SignedNote.parse(note), note.text == text,
            note.signatures.count == 1, let cosignature = Cosignature(note.signatures[0])
        else { return false }
        return cosignature.line.name.utf8.elementsEqual(name.utf8) && cosignature.seconds == seconds
            && cosignature.isValid(under: key, over: text)
    }

    func refuseForeignCosignatures(_ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT c.register, c.number, c.name FROM main.cosignature c WHERE NOT EXISTS (
                SELECT 1 FROM replayed.export e WHERE e.register = c.register AND e.number = c.number)
            ORDER BY c.register, c.number, c.name LIMIT ?
            """, [.integer(BookCheck.mostRows)]
        ) { row in
            tellCosignature(BookCheck.name(of: row.int(0)), row.int(1), row.string(2), record: nil)
        }
    }

    private func tellCosignature(_ register: String?, _ number: Int64, _ name: String, record: Int64?) {
        let parameters = ["register": register ?? "", "number": String(number), "name": name]
        report.add(WitnessError(.keptCosignature, parameters), register: register, record: record)
    }
}
