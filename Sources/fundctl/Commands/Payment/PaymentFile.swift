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
        guard path != "-" else {
            throw CommandLineError(.invalidValue, ["value": "-", "option": "-o", "choices": "FILE"])
        }
        let (run, payments) = try call.openBookToRead().read { reading in
            let payments = try Payments(reading.register(fund.rawValue))
            return (try payments.run(record).issued, try payments.bankPayments(ofRun: record))
        }
        let due = try due.map { try CalendarDate(iso: $0) } ?? run.date
        let number = try to == .cpa005 ? writeCPA005(payments, due, path, call) : nil
        if to == .csv { try OutputFile.write(PaymentTable.bytes(payments), to: path, mode: 0o600) }
        let total = try Cents.sum(payments.map(\.amount))
        var result = CommandResult(
            json: [
                "file": .string(path), "form": .string(to.rawValue), "fund": .string(fund.shown),
                "record": .integer(record), "payments": .integer(payments.count), "total": .amount(total),
                "due": .string(due.iso), "file_number": number.map { .integer($0) } ?? .null,
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "\(payments.count, "paiement écrit", "paiements écrits") dans « \(path) » : \(money: total).",
                        en: "\(payments.count, "payment", "payments") written to \"\(path)\": \(money: total).")),
                .facts(
                    [
                        (Message(fr: "Versement le", en: "Due on"), .text(due.iso)),
                        (Message(fr: "Forme", en: "Form"), .text(to.rawValue)),
                    ] + (number.map { [(Message(fr: "Numéro du fichier", en: "File number"), .integer($0))] } ?? [])),
            ],
            next: [
                .init(
                    command: "fundctl payment clear … --fund \(fund.shown)",
                    purpose: Message(fr: "rapproche le relevé de la banque", en: "matches the bank's statement"))
            ])
        result.notes.append(
            Message(
                fr: "ce fichier contient des renseignements personnels; supprimez-le une fois transmis.",
                en: "this file holds personal information; delete it once it is sent."))
        return result
    }

    /// Reads back what it wrote before it is kept. Returns the file's number.
    private func writeCPA005(
        _ payments: [BankPayment], _ due: CalendarDate, _ path: String, _ call: Invocation
    ) throws -> Int {
        guard let settings = originator else {
            throw CommandLineError(.missingArgument, ["argument": "--originator", "command": "payment file"])
        }
        let originator = try Originator(yaml: call.readFile(settings), file: settings, fileNumber: fileNumber)
        let created = try CalendarDate(iso: call.edge.clock.today())
        let bytes = try CPA005File(originator: originator, created: created, due: due, payments: payments).bytes()
        _ = try CPA005Reading(bytes)
        try OutputFile.write(bytes, to: path, mode: 0o600)
        return originator.fileNumber
    }
}
