import ArgumentParser
import AuditTrail
import FundLedger
import Glibc
import Storage

/// `fundctl init`.
struct InitBook: FundctlCommand {
    static let help = CommandHelp(
        "init", summary: Message(fr: "Fonde un livre et ses trois registres", en: "Founds a book and its three registers"),
        examples: [
            .init("fundctl init --template quebec --admin marie-tremblay --admin luc-gagnon"),
            .init(
                "fundctl init --admin marie-tremblay --recovery cle-usb/recovery.pem",
                Message(
                    fr: "sans plan comptable, la clé de récupération sur un support à part",
                    en: "without accounts, the recovery key on a medium of its own")),
        ],
        details: [
            Message(
                fr: """
                    Les personnes nommées fondent les trois registres (fnf, fdmt, employers) et y ont tous les rôles; la \
                    première scelle. Une clé qui n'existe pas encore est créée. Nommez deux personnes : ce qui en demande \
                    deux ne se fera alors jamais seul.
                    """,
                en: """
                    The persons named found the three registers (fnf, fdmt, employers) and hold all roles in them; the \
                    first seals. A key that does not exist yet is made. Name two: then nothing that takes two persons is \
                    ever done by one alone.
                    """),
            Message(
                fr: """
                    Trois clés de registre vont dans le dossier des clés, sous ledgers : elles signent les exportations. La \
                    clé de récupération, qui ne sert que si les admins sont perdus, est à retirer de cet ordinateur.
                    """,
                en: """
                    Three ledger keys go into the key folder, under ledgers: they sign the exports. The recovery key, which \
                    serves only where the admins are lost, is to be taken off this computer.
                    """),
        ])

    enum Template: String, CaseIterable, ExpressibleByArgument { case quebec }

    @Option(
        help: .init(
            fr: "Une personne fondatrice; répétez l'option pour chacune.", en: "A founder; repeat the option for each.",
            value: ("nom", "name")))
    var admin: [String]

    @Option(
        help: .init(
            fr: "Le plan comptable de départ des deux fonds.", en: "The first chart of accounts of both funds.",
            value: ("modèle", "template")))
    var template: Template?

    @Option(
        help: .init(
            fr: "Le nom de l'organisme dans les points de contrôle (a-z 0-9 . - /).",
            en: "The organisation's name in checkpoints (a-z 0-9 . - /).", value: ("nom", "name")))
    var origin: String = "fundctl"

    @Option(
        help: .init(
            fr: "Où écrire la clé de récupération; sinon dans le dossier des clés, sous offline.",
            en: "Where to write the recovery key; else in the key folder, under offline.", value: ("fichier", "file")))
    var recovery: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try check()
        if try standsAlready(call.bookPath) { return try again(call) }
        try checkRecovery()
        let founding = try founding(call)
        let order = WriteOrder(
            key: founding.persons[0].key, registers: RegisterName.all, now: call.edge.clock.now(),
            idempotencyKey: write.idempotencyKey ?? Hexadecimal.encode(call.edge.requestBytes()),
            contentHash: SHA256.hash(try content.line()), isDryRun: write.dryRun)
        let founded =
            write.dryRun
            ? try founding.rehearse(order)
            : try founding.perform(
                order, at: call.bookPath, keys: call.keyFolder, waitMilliseconds: call.waitMilliseconds,
                recoveryFile: { recoveryFile($0.heads, call) })
        let report = FoundingReport(
            book: call.bookPath, keys: call.keyFolder, origin: origin, template: template?.rawValue,
            heads: founded.heads, accounts: founded.accounts,
            persons: founding.persons.map { .init(name: $0.name, key: $0.key.publicKey, isNew: $0.isNew) },
            recoveryFile: recoveryFile(founded.heads, call), year: call.currentYear)
        return report.result(
            WriteDone(value: report, receipts: founded.receipts, isRepeated: false, isDryRun: write.dryRun))
    }

    private var content: CanonicalObject {
        [
            "command": "init", "admins": .array(admin.map { .string($0) }), "origin": .string(origin),
            "template": .string(template?.rawValue ?? ""),
        ]
    }

    private func recoveryFile(_ heads: [RegisterHead], _ call: Invocation) -> String {
        recovery ?? "\(call.keysFolder)/offline/recovery-\(heads.first?.id.hex.prefix(16) ?? "").pem"
    }

    /// Names: E-CLI-022, E-CLI-044 for one named twice, E-CLI-007 for more than 16 or an origin of another form.
    private func check() throws {
        var seen: Set<String> = []
        for name in admin {
            try KeyFolder.check(name)
            guard seen.insert(name).inserted else { throw CommandLineError(.namedTwice, ["name": name, "option": "--admin"]) }
        }
        guard admin.count <= 16 else {
            throw CommandLineError(.invalidValue, ["value": String(admin.count), "option": "--admin", "choices": "1…16"])
        }
        guard Grammar.isOrigin(origin) else {
            throw CommandLineError(
                .invalidValue, ["value": origin, "option": "--origin", "choices": "1…128 a-z 0-9 . - /"])
        }
    }

    /// A medium that is not mounted is noticed: its folder is not made.
    private func checkRecovery() throws {
        guard let recovery else { return }
        if access(recovery, F_OK) == 0 { throw AuditError(.keyFileExists, ["path": recovery]) }
        let folder = recovery.lastIndex(of: "/").map { $0 == recovery.startIndex ? "/" : String(recovery[..<$0]) } ?? "."
        guard OutputFile.isFolder(folder) else {
            throw CommandLineError(.outputNotWritten, ["path": recovery, "errno": String(ENOENT)])
        }
    }

    /// Refuses an existing file, unless the same request may have made it.
    private func standsAlready(_ path: String) throws -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        guard write.idempotencyKey != nil else { throw StorageError(.alreadyExists, ["path": path]) }
        return true
    }

    /// The book is there: the first outcome where this request founded it, else refused.
    private func again(_ call: Invocation) throws -> CommandResult {
        let book = try call.openBook()
        let name = admin[0]
        let key = try call.keyFolder.privateKey(name) { try call.passphrase(of: name) }
        let request = WriteRequest(registers: RegisterName.all, content: content, options: write)
        let written = try call.write(request, to: book, as: ActingKey(name: name, key: key)) { _ -> FoundingReport in
            throw StorageError(.alreadyExists, ["path": call.bookPath])
        } again: { reading, _ in
            let sessions = try reading.registers()
            var accounts: [String: Int] = [:]
            for session in sessions where template != nil && RegisterName.funds.contains(session.register.name) {
                accounts[session.register.name] = try FundReader(session).accounts().count
            }
            return FoundingReport(
                book: call.bookPath, keys: call.keyFolder, origin: origin, template: template?.rawValue,
                heads: sessions.map(\.register), accounts: accounts,
                persons: admin.compactMap { name in
                    sessions.first?.people.keys[name].map { .init(name: name, key: $0, isNew: false) }
                }, recoveryFile: nil, year: call.currentYear)
        }
        return written.value.result(written)
    }

    /// Opens the founders' keys, makes those that are missing, and the book's own.
    private func founding(_ call: Invocation) throws -> Founding {
        let persons = try admin.map { name -> Founding.Person in
            if call.keyFolder.holds(name) {
                let key = try call.keyFolder.privateKey(name) { try call.passphrase(of: name) }
                return .init(name: name, key: key, isNew: false, passphrase: nil)
            }
            let passphrase = try call.newPassphrase(for: name)
            return .init(name: name, key: try PrivateKey.generate(), isNew: true, passphrase: passphrase)
        }
        var ledgerKeys: [String: PrivateKey] = [:]
        var randoms: [String: Digest] = [:]
        for register in RegisterName.all {
            ledgerKeys[register] = try PrivateKey.generate()
            randoms[register] = Digest(bytes: call.edge.randomBytes(32))
        }
        return Founding(
            origin: origin, template: template?.rawValue, persons: persons, ledgerKeys: ledgerKeys,
            recovery: try PrivateKey.generate(), randoms: randoms)
    }
}
