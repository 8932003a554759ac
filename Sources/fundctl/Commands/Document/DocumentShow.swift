import ArgumentParser
import AuditTrail

/// `fundctl document show HASH`.
struct DocumentShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une pièce et vérifie son fichier", en: "Shows a document and checks its file"),
        examples: [.init("fundctl document show 9f86d081884c")],
        details: [
            Message(
                fr: "Le fichier est relu et comparé à l'empreinte. S'il manque ou s'il a changé, le code de sortie est 5.",
                en: "The file is read again and compared with the hash. Where it is missing or changed, the exit status is 5.")
        ])

    @Argument(
        help: .init(
            fr: "L'empreinte SHA-256, ou ses premiers chiffres (au moins 8).", en: "The SHA-256, or its first digits (8 at least).",
            value: ("empreinte", "hash")))
    var hash: String

    @OptionGroup var global: GlobalOptions

    private struct Place {
        let register: String
        let sequence: Int64
        let document: DocumentAdded
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let places = try find(call)
        let document = places[0].document
        let store = DocumentStore(book: call.bookPath)
        let state = try store.state(of: document.sha256)
        let facts: [(label: Message, value: Cell)] = [
            (DocumentWords.name, .text(Visible.text(document.name))), (DocumentWords.hash, .text(document.sha256.hex)),
            (DocumentWords.type, .text(document.type)), (DocumentWords.size, .integer(document.size)),
            (DocumentWords.file, .text(store.path(of: document.sha256))),
            (DocumentWords.fileState, .message(DocumentWords.word(state))),
        ]
        let table = TextTable(
            [.left(RegisterWords.register), .right(ApprovalWords.record), .left(DocumentWords.name, flexible: true)],
            rows: places.map { [.text($0.register), .integer($0.sequence), .text(Visible.text($0.document.name))] })
        return CommandResult(
            json: [
                "sha256": .string(document.sha256.hex), "name": .string(document.name), "type": .string(document.type),
                "size": .integer(document.size), "file": .string(store.path(of: document.sha256)),
                "file_state": .string(state.rawValue),
                "records": .array(
                    places.map {
                        [
                            "register": .string($0.register), "record": .integer($0.sequence),
                            "name": .string($0.document.name),
                        ]
                    }),
            ],
            text: [.facts(facts), .table(table)], exit: state == .present ? .done : .integrityBroken)
    }

    /// Refuses: E-CLI-007 for what is no hash, E-AUD-045 where no register knows it, E-CLI-043 where the digits begin several.
    private func find(_ call: Invocation) throws -> [Place] {
        let prefix = hash.lowercased()
        guard (8...64).contains(prefix.utf8.count), Grammar.isHex(prefix, digits: prefix.utf8.count) else {
            throw CommandLineError(.invalidValue, ["value": hash, "option": "HASH", "choices": "8…64 × 0-9 a-f"])
        }
        let places = try call.openBookToRead().read { reading in
            try reading.registers().flatMap { session in
                try session.documents(beginning: prefix).map {
                    Place(register: session.register.name, sequence: $0.sequence, document: $0.document)
                }
            }
        }
        let hashes = Set(places.map(\.document.sha256.hex))
        guard !hashes.isEmpty else { throw AuditError(.documentUnknown, ["sha256": hash]) }
        guard hashes.count == 1 else {
            throw CommandLineError(.whichDocument, ["hash": hash, "hashes": hashes.sorted().joined(separator: ", ")])
        }
        return places
    }
}
