import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl payment file RECORD --fund F -o FILE`: what the bank is given. Never on a terminal, mode 0600.
struct PaymentFile: FundctlCommand {
    static let help = CommandHelp(
        "file", summary: Message(fr: "Écrit le fichier d'un lot pour la banque", en: "Writes the file of a run for the bank"),
        examples: [
            .init("fundctl payment file 131 --fund FNF --originator emetteur.yaml -o depot-0012.txt"),
            .init(
                "fundctl payment file 131 --fund FNF --to csv -o depot.csv",
                Message(fr: "un simple CSV, à saisir à la banque", en: "a plain CSV, to be typed at the bank")),
        ],
        details: [
            Message(
                fr: """
                    Le fichier contient des renseignements personnels : il est écrit en mode 0600 et n'est jamais montré. \
                    Sa forme, CPA 005, suit des descriptions publiques : docs/payment-files.fr.md. Essayez-le avec votre \
                    banque avant de vous y fier.
                    """,
                en: """
                    The file holds personal information: it is written with mode 0600 and never shown. Its form, CPA 005, \
                    follows public descriptions: docs/payment-files.en.md. Try it with your bank before you rely on it.
                    """)
        ])
    static let outputIsOwn = true

    enum Form: String, CaseIterable, ExpressibleByArgument { case cpa005, csv }

    @Argument(help: .init(fr: "L'enregistrement du lot.", en: "The run's record.", value: ("numéro", "record")))
    var record: Int64

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "La forme du fichier.", en: "The file's form.", value: ("forme", "form")))
    var to: Form = .cpa005

    @Option(help: .init(fr: "Les réglages que la banque a donnés (YAML).", en: "The settings that the bank gave (YAML).", value: ("fichier", "file")))
    var originator: String?

    @Option(help: .init(fr: "Le numéro de ce fichier, de 1 à 9999; sinon celui des réglages.", en: "The number of this file, 1 to 9999; else that of the settings.", value: ("numéro", "number")))
    var fileNumber: Int?

    @Option(help: .init(fr: "Le jour où l'argent doit y être; sinon la date du lot.", en: "The day on which the money is to be there; else the run's date.", value: ("date", "date")))
    var due: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        guard let path = global.output else {
            throw CommandLineError(.missingArgument, ["argument": "-o", "command": "payment file"])
        }
        guard path != "-", !OutputFile.isTerminal(path) else {
            throw CommandLineError(.invalidValue, ["value": path, "option": "-o", "choices": "FILE"])
        }
        let run = try call.openBookToRead().read { try Run(record, of: Payments($0.register(fund.rawValue))) }
        let due = try due.map { try CalendarDate(iso: $0) } ?? run.date
        let (bytes, number) =
            try to == .csv ? (PaymentTable.bytes(run.payments), nil) : cpa005(run.payments, due, call)
        try OutputFile.write(bytes, to: path, mode: 0o600)
        return result(run, to: path, SHA256.hash(bytes).hex, number, due, fund, total: try Cents.sum(run.payments.map(\.amount)))
    }

    /// A run as its file has it.
    private struct Run {
        let date: CalendarDate
        let payments: [BankPayment]
        let cleared: Int
        let rejected: Int
        let remarks: [RunRemark]

        init(_ record: Int64, of payments: Payments) throws {
            let (issued, rows) = try payments.run(record)
            date = issued.date
            self.payments = try payments.bankPayments(ofRun: record)
            cleared = rows.count { $0.state == .cleared }
            rejected = rows.count { $0.state == .rejected }
            let open = Set(rows.filter { $0.state == .issued }.map(\.payable))
            remarks = try RunRemark.ofFile(
                payments.review(issued.items.filter { open.contains($0.payable) }, record: record))
        }

        var leftOut: [Message] {
            guard cleared + rejected > 0 else { return [] }
            return [
                Message(
                    fr: "laissés de côté : \(cleared, "paiement compensé", "paiements compensés"), \(rejected, "rejeté", "rejetés").",
                    en: "left out: \(cleared, "payment cleared", "payments cleared"), \(rejected, "rejected", "rejected").")
            ]
        }
    }

    private func result(
        _ run: Run, to path: String, _ hash: String, _ number: Int?, _ due: CalendarDate, _ fund: FundCode, total: Cents
    ) -> CommandResult {
        let numbered: [(label: Message, value: Cell)] =
            number.map { [(Message(fr: "Numéro du fichier", en: "File number"), .integer($0))] } ?? []
        return CommandResult(
            json: [
                "file": .string(path), "form": .string(to.rawValue), "fund": .string(fund.shown),
                "record": .integer(record), "payments": .integer(run.payments.count), "total": .amount(total),
                "due": .string(due.iso), "file_number": number.map { .integer($0) } ?? .null, "sha256": .string(hash),
                "cleared": .integer(run.cleared), "rejected": .integer(run.rejected),
                "remarks": .array(run.remarks.map(\.json)),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "\(run.payments.count, "paiement écrit", "paiements écrits") dans « \(path) » : \(money: total).",
                        en: "\(run.payments.count, "payment", "payments") written to \"\(path)\": \(money: total).")),
                .facts(
                    [
                        (Message(fr: "Versement le", en: "Due on"), .text(due.iso)),
                        (Message(fr: "Forme", en: "Form"), .text(to.rawValue)),
                    ] + numbered + [(.verbatim("SHA-256"), .text(hash))]),
            ],
            notes: run.remarks.notes + run.leftOut + [
                Message(
                    fr: "le registre ne garde rien des fichiers écrits : rien ne dit si ce lot l'a déjà été. Ne transmettez qu'un fichier par lot, et notez son numéro ou son SHA-256.",
                    en: "the register keeps nothing of files written: nothing tells whether this run was written before. Send one file a run, and note its number or its SHA-256."),
                Message(
                    fr: "ce fichier contient des renseignements personnels; supprimez-le une fois transmis.",
                    en: "this file holds personal information; delete it once it is sent."),
            ], next: next(number, fund))
    }

    private func next(_ number: Int?, _ fund: FundCode) -> [CommandResult.NextStep] {
        let clear = CommandResult.NextStep(
            command: "fundctl payment clear … --fund \(fund.shown)",
            purpose: Message(fr: "rapproche le relevé de la banque", en: "matches the bank's statement"))
        guard let number else { return [clear] }
        let following = number % 9999 + 1
        return [
            clear,
            .init(
                command: "fundctl payment file … --file-number \(following)",
                purpose: Message(
                    fr: "le lot suivant; ou file_number: \(following) dans les réglages",
                    en: "the next run; or file_number: \(following) in the settings")),
        ]
    }

    /// The file, read back before it is kept, and its number. Refuses: E-BNK codes for what cannot be written.
    private func cpa005(
        _ payments: [BankPayment], _ due: CalendarDate, _ call: Invocation
    ) throws -> ([UInt8], Int?) {
        guard let settings = originator else {
            throw CommandLineError(.missingArgument, ["argument": "--originator", "command": "payment file"])
        }
        let originator = try Originator(yaml: call.readFile(settings), file: settings, fileNumber: fileNumber)
        let created = try CalendarDate(iso: call.edge.clock.today())
        let bytes = try CPA005File(originator: originator, created: created, due: due, payments: payments).bytes()
        _ = try CPA005Reading(bytes)
        return (bytes, originator.fileNumber)
    }
}
