import AuditTrail
import EmployerServices
import FundLedger
import Storage

/// What a book of fundctl is made of: the one place where the libraries are put together.
enum FundctlBook {
    static let layout = BookLayout(
        kinds: FundKinds.all + EmployerKinds.all, schemas: [LedgerSchema.sqlite],
        deriver: { register in FundBundleDeriver(register: register) },
        pairReader: { register in FundPairReader(register: register) })
}

extension Invocation {
    /// The book of `--book`, for reading only.
    func openBookToRead() throws -> Book {
        try Book.open(
            path: bookPath, layout: FundctlBook.layout, readOnly: true, waitMilliseconds: waitMilliseconds)
    }

    /// The book of `--book`.
    func openBook() throws -> Book {
        try Book.open(path: bookPath, layout: FundctlBook.layout, waitMilliseconds: waitMilliseconds)
    }
}
