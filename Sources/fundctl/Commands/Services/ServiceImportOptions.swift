import ArgumentParser
import AuditTrail
import EmployerServices
import TabularImport

/// The file and the map of an import into the register of employers.
struct ServiceImportOptions: ParsableArguments {
    @Argument(
        help: .init(
            fr: "Le fichier CSV; « - » pour l'entrée standard.", en: "The CSV file; \"-\" for standard input.",
            value: ("fichier", "file")))
    var file: String

    @Option(
        help: .init(
            fr: "La carte qui dit comment lire le fichier (YAML).", en: "The map that says how to read the file (YAML).",
            value: ("carte", "map")))
    var map: String

    @Option(
        help: .init(
            fr: "Combien de rangées fautives ou douteuses sont montrées.", en: "How many bad or doubtful rows are shown.",
            value: ("nombre", "number")))
    var problems: Int = 50

    /// What an import did; no outcome where the same one was made before.
    struct Done<Outcome> {
        let file: String
        let outcome: Outcome?
        let receipts: [BatchReceipt]
    }

    /// `holdsPersons`: the file has names in it. No hash of it is kept then, by which it could be guessed: what was brought
    /// before is known by its source.
    func run<Outcome>(
        _ target: ImportTarget, _ command: String, _ write: WriteOptions, _ call: Invocation, holdsPersons: Bool = false,
        _ body: (ServiceImportReading, any ByteSource, RegisterSession, (Int64) -> Void) throws -> Outcome
    ) throws -> Done<Outcome> {
        let map = try ImportMap.compile(call.readFile(self.map), fileName: self.map, target: target)
        let input = try ImportInput(file, call)
        let reading = ServiceImportReading(
            map: map, fileName: input.name, fileHash: try input.hash(), problemLimit: max(1, problems))
        let book = try call.openBook()
        let register = try book.read { try $0.register(RegisterName.employers).register.id }
        var options = write
        if !holdsPersons, write.idempotencyKey == nil { options.idempotencyKey = reading.idempotencyKey(register: register) }
        let progress = call.progress(Message(fr: "rangées", en: "rows"))
        let request = WriteRequest(
            registers: [RegisterName.employers],
            content: [
                "command": .string(command), "file": .string(holdsPersons ? "" : reading.fileHash.hex),
                "map": .string(SHA256.hash(map.compiled).hex),
            ], options: options)
        let written = try call.write(request, to: book) { transaction in
            try body(reading, input.open(), transaction.register(RegisterName.employers)) { progress.advance(to: $0) }
        }
        progress.finish()
        switch written {
        case .done(let outcome, let receipts): return Done(file: input.name, outcome: outcome, receipts: receipts)
        case .repeated(let receipts): return Done(file: input.name, outcome: nil, receipts: receipts)
        }
    }

    func repeated(_ receipts: [BatchReceipt], _ write: WriteOptions) -> CommandResult {
        let batch = receipts.first?.batch ?? 0
        return CommandResult(
            json: [
                "file": .string(file), "rows": .integer(0), "repeated": .bool(true), "batch": .integer(batch),
                "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "« \(file) » a déjà été importé par cette carte (lot \(batch)) : rien n'est écrit.",
                        en: "\"\(file)\" was imported by this map before (batch \(batch)): nothing is written."))
            ],
            notes: [
                Message(
                    fr: "--idempotency-key NOM, un nom neuf, le compare de nouveau avec le registre.",
                    en: "--idempotency-key NAME, a new name, compares it with the register again.")
            ])
    }
}
