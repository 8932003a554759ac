import AuditTrail
import FundLedger
import Glibc
import ReferenceData
import Storage

/// What `init` founds a book with, and the order in which it is put on disk.
///
/// The registers are founded in a file beside; then the keys are written; then the whole book appears under its name in one
/// step. A book is never there without its ledger keys, and what a failed founding wrote is taken away.
struct Founding {
    struct Person {
        let name: String
        let key: PrivateKey
        /// Made now: to be written into the key folder, with this passphrase.
        let isNew: Bool
        let passphrase: [UInt8]?
    }

    /// What was founded.
    struct Founded {
        let heads: [RegisterHead]
        /// Accounts opened, by register.
        let accounts: [String: Int]
        let receipts: [BatchReceipt]
    }

    let origin: String
    let template: String?
    /// The first seals.
    let persons: [Person]
    let ledgerKeys: [String: PrivateKey]
    let recovery: PrivateKey
    let randoms: [String: Digest]

    /// Runs everything but the writing on disk.
    func rehearse(_ order: WriteOrder) throws -> Founded {
        let layout = FundctlBook.layout
        return try found(in: Book(store: try SQLiteStore.temporary(migrations: layout.migrations), layout: layout), order)
    }

    /// Founds the book at `path`. Refuses an existing file (E-STO-009, E-KEY-012).
    func perform(
        _ order: WriteOrder, at path: String, keys: KeyFolder, waitMilliseconds: Int,
        recoveryFile: (Founded) -> String
    ) throws -> Founded {
        let making = "\(path).founding-\(getpid())"
        defer { for end in ["", "-wal", "-shm", "-journal"] { unlink(making + end) } }
        let book = try Book.create(path: making, layout: FundctlBook.layout, waitMilliseconds: waitMilliseconds)
        let founded = try found(in: book, order)
        var written: [String] = []
        do {
            for person in persons where person.isNew {
                try keys.store(person.key, as: person.name, passphrase: person.passphrase)
                written += [keys.privatePath(person.name), keys.publicPath(person.name)]
            }
            for person in persons where !person.isNew && access(keys.publicPath(person.name), F_OK) != 0 {
                try OutputFile.write(person.key.publicKey.pem, to: keys.publicPath(person.name))
            }
            for head in founded.heads {
                try write(ledgerKeys[head.name], to: keys.ledgerPath(registerID: head.id.hex), &written)
            }
            try write(recovery, to: recoveryFile(founded), &written)
            try book.store.backup(to: path)
        } catch {
            written.forEach { unlink($0) }
            throw error
        }
        let memory = KeyFolderMemory(keys: keys.path)
        for head in founded.heads {
            let remembered = RememberedHead(size: head.size, root: head.root)
            try memory.remember(remembered, key: order.key.publicKey, register: head.id)
        }
        return founded
    }

    private func write(_ key: PrivateKey?, to file: String, _ written: inout [String]) throws {
        guard let key else { preconditionFailure("a register to be founded has its key") }
        try KeyFile.write(key, passphrase: nil, to: file)
        written.append(file)
    }

    private func found(in book: Book, _ order: WriteOrder) throws -> Founded {
        let outcome = try book.write(order) { transaction in
            try RegisterName.all.map { ($0, try found($0, in: transaction)) }
        }
        guard case .done(let accounts, let receipts, let heads) = outcome else {
            preconditionFailure("an empty book has no earlier batch")
        }
        return Founded(heads: heads, accounts: Dictionary(uniqueKeysWithValues: accounts), receipts: receipts)
    }

    /// Appends a register's first batch: genesis, the founders, the accounts of the template. Returns how many accounts.
    private func found(_ register: String, in transaction: BookTransaction) throws -> Int {
        guard let ledger = ledgerKeys[register], let random = randoms[register] else {
            preconditionFailure("a register to be founded has its key")
        }
        let session = try transaction.found(
            RegisterCreated(
                register: register, origin: origin, random: random, ledgerKey: ledger.publicKey,
                recoveryKey: recovery.publicKey,
                founders: persons.map { .init(person: $0.name, key: $0.key.publicKey) }, template: template))
        for person in persons {
            let text = Proofs.possession(register: session.register.id, person: person.name, role: .founder, scope: "")
            try session.append(
                PersonAdmitted(
                    person: person.name, key: person.key.publicKey, role: .founder, proof: try person.key.sign(text)))
        }
        guard template != nil, let fund = FundCode(rawValue: register) else { return 0 }
        let accounts = ChartTemplate.quebec(for: fund)
        for account in accounts { try session.append(AccountOpened(account)) }
        return accounts.count
    }
}
