import ArgumentParser
import AuditTrail

/// `fundctl register list`.
struct RegisterList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les registres : identifiant, clé, taille", en: "Shows the registers: id, key, size"),
        examples: [.init("fundctl register list"), .init("fundctl register list --format csv")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let heads = try call.openBookToRead().read { reading in try reading.registers().map(\.register) }
        let table = TextTable(
            [
                .left(RegisterWords.register), .right(RegisterWords.records), .right(RegisterWords.batches),
                .left(RegisterWords.lastSeal), .left(RegisterWords.id),
            ],
            rows: heads.map { [.text($0.name), .integer($0.size), .integer($0.batches), .text($0.time), .text($0.id.hex)] })
        return CommandResult(
            json: ["registers": .array(heads.map { .object(RegisterShow.members($0)) })],
            text: [.table(table)],
            csv: CSVTable(
                columns: ["register", "id", "origin", "ledger_key", "recovery_key", "size", "batches", "root", "last_seal"],
                rows: heads.map {
                    [
                        $0.name, $0.id.hex, $0.origin, $0.ledgerKey.hex, $0.recoveryKey.hex, String($0.size),
                        String($0.batches), $0.root.hex, $0.time,
                    ]
                }),
            next: [
                .init(
                    command: "fundctl register show fnf --pem -o fnf.pem",
                    purpose: Message(fr: "la clé du registre, pour l'auditeur", en: "the ledger key, for the auditor"))
            ])
    }
}
